import type { Context } from "../../../shared/model/kind.ts";
import type { Role } from "../../../shared/model/role.ts";
import { columnOf, typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { mayHold, sampleRow } from "./sample-row.ts";

let made = 0;

/** For each kind that has room for it, a value that stands nowhere else. */
const secrets: Readonly<Record<string, (place: number) => string | number>> = {
  text: (place) => `Reservado ${place}`,
  email: (place) => `reservado${place}@aseo.example`,
  phone: (place) => `31${place}`,
  document: (place) => `11${place}`,
  money: (place) => place,
};

/** Days that can be told from all others, for columns that are hidden from somebody. */
const secretDay = (place: number) => new Date(place * 86_400_000).toISOString().slice(0, 10);

/** A row that a definition allows, with values that stand nowhere else where its columns have room for them. */
export function secretRow(sheet: Sheet, context: Context, given: Row): Row {
  const plain = sampleRow(sheet, context, given);
  const once = sampleRow(sheet, context, { ...secretsFor(sheet, plain), ...given });
  // Columns that may hold something now that others do.
  return sampleRow(sheet, context, { ...secretsFor(sheet, once), ...given });
}

function secretsFor(sheet: Sheet, row: Row): Row {
  const values = typedColumns(sheet).flatMap(([key, column]) => {
    if (!mayHold(column, row)) return [];
    made += 1;
    const { name } = column.kind;
    if (name === "day") return [[key, column.read ? secretDay(made) : "2026-03-05"] as const];
    const secret = secrets[name]?.(70_000_000 + made);
    return secret === undefined ? [] : [[key, secret] as const];
  });
  return Object.fromEntries(values);
}

/** The columns of a record that a role may read, as its definition says. */
export function columnsFor(sheet: Sheet, role: Role): readonly string[] {
  if (!sheet.access.read.includes(role)) return [];
  return Object.entries(sheet.columns).flatMap(([key, { read }]) =>
    read === undefined || read.includes(role) ? [key] : [],
  );
}

/** Finds a value that stands nowhere else in the text of an answer, as it is stored or as people read it. */
export interface Secret {
  readonly column: string;
  isIn(text: string): boolean;
}

/** The values of a row that stand nowhere else, of the columns named. */
export function secretsOf(
  sheet: Sheet,
  row: Row,
  columns: readonly string[],
  context: Context,
): readonly Secret[] {
  return columns.flatMap((key) => {
    const value = row[key] ?? null;
    const column = columnOf(sheet, key);
    const { name } = column.kind;
    if (value === null || !(name === "day" ? column.read !== undefined : name in secrets)) return [];
    const ways = [String(value), column.kind.display(value, context)].map(wholly);
    return [{ column: key, isIn: (text: string) => ways.some((way) => way.test(text)) }];
  });
}

/** The words alone: not digits that are part of a longer number. */
function wholly(words: string): RegExp {
  const literally = words.replaceAll(/[^\p{L}\d ]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<!\d)${literally}(?!\d)`);
}

/** Whether somebody may see a row at all, as its definition says. */
export function isTheirs(
  { access }: Sheet,
  row: Row,
  person: { readonly id: string; readonly role: Role },
): boolean {
  const isLimited = access.own?.limits.includes("read") === true && access.own.roles.includes(person.role);
  return access.read.includes(person.role) && (!isLimited || row[access.own?.column ?? ""] === person.id);
}
