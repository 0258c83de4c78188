import { isTyped, type Column, type Columns, type RowOf } from "./column.ts";
import type { Finding } from "./issue.ts";
import type { Context } from "./kind.ts";
import type { PeerRule } from "./peer-rule.ts";
import type { Role } from "./role.ts";
import type { Day, Row } from "./value.ts";

/** A rule between the columns of a row; its finding is shown at the column `on`. */
export interface RowRule<R> {
  readonly on: string;
  readonly finding: Finding;
  /** Whether the row keeps the rule. Called with any row, complete or not. */
  holds(row: R, context: Context): boolean;
}

/** Who may read and write the record, and whose rows. */
export interface Access {
  readonly read: readonly Role[];
  readonly write: readonly Role[];
  /** These roles are limited to the rows that name them in `column`. */
  readonly own?: {
    readonly column: string;
    readonly roles: readonly Role[];
    readonly limits: readonly ("read" | "write")[];
  };
  /** These roles validate rows and return them, as far as they read every column; absent where it is the usual ones. */
  readonly verify?: readonly Role[];
  /** These roles, of those that write, write these columns only. */
  readonly only?: Readonly<Partial<Record<Role, readonly string[]>>>;
}

/** Columns whose change makes a new official version that needs a fresh reason. */
export interface Versioning {
  readonly columns: readonly string[];
  readonly counter: string;
  readonly reason: string;
}

/** How staff lay a record out as a matrix: lines across the months of a year, a record in each cell. */
export interface MatrixLayout<K extends string = string> {
  /** The column of the year, which a title or the months' headers say. */
  readonly year: K;
  /** The column of the month (1–12), which the headers say. */
  readonly month: K;
  /** The columns that say what a line is; a line that lacks one has it empty. */
  readonly lines: readonly K[];
  /** The columns that a cell may hold; which one it is follows from the line, by their conditions. */
  readonly values: readonly K[];
}

/** What a record is. Everything else follows from it. */
export interface SheetDefinition<C extends Columns = Columns> {
  /** Code of the record, also the name of its database table. */
  readonly id: string;
  readonly label: string;
  /** What the record is for, in one Spanish sentence. */
  readonly purpose: string;
  /** Format code, version and the day that version took effect, as the quality system keeps them. */
  readonly format: { readonly code: string; readonly version: number; readonly date: Day };
  readonly columns: C;
  readonly rules: readonly RowRule<RowOf<C>>[];
  /** Rules that only others' rows can break. */
  readonly peers?: readonly PeerRule<keyof C & string>[];
  /** Sets of columns that together name one row only. Empty values count as equal. */
  readonly keys: readonly (readonly (keyof C & string)[])[];
  /** The columns that name a row to people, such as its first key. */
  readonly names: readonly (keyof C & string)[];
  /** The columns, in order of preference, that say which day a row belongs to. */
  readonly period: readonly (keyof C & string)[];
  readonly access: Access;
  readonly versioning?: Versioning;
  /** Where set, the record may also lie as a matrix. */
  readonly matrix?: MatrixLayout<keyof C & string>;
  /** Rows that show how the record is filled in; each keeps every rule. People in them are those of `example-people.ts`. */
  readonly examples: readonly Partial<RowOf<C>>[];
}

/** A definition whose columns are known only at run time, as the layers see it. */
export interface Sheet extends Omit<
  SheetDefinition,
  "rules" | "peers" | "keys" | "names" | "period" | "matrix" | "examples"
> {
  readonly examples: readonly Row[];
  readonly rules: readonly RowRule<Row>[];
  readonly peers?: readonly PeerRule[];
  readonly matrix?: MatrixLayout;
  readonly keys: readonly (readonly string[])[];
  readonly names: readonly string[];
  readonly period: readonly string[];
}

type SheetInput<C extends Columns> = Omit<SheetDefinition<C>, Omissible> &
  Partial<Pick<SheetDefinition<C>, Omissible>>;

type Omissible = "rules" | "keys" | "names" | "period" | "examples";

/** Declares a record; rules see its rows typed. Throws where the definition names a column that it lacks. */
export function defineSheet<const C extends Columns>(input: SheetInput<C>): SheetDefinition<C> {
  const sheet = { rules: [], keys: [], period: [], examples: [], names: input.keys?.[0] ?? [], ...input };
  for (const key of namedColumns(sheet)) {
    if (!(key in input.columns)) throw new Error(`${input.id}: there is no column "${key}"`);
  }
  return sheet;
}

export function columnKeys(sheet: Sheet): readonly string[] {
  return Object.keys(sheet.columns);
}

/** The columns that people fill in, in order. */
export function typedColumns(sheet: Sheet): readonly (readonly [string, Column])[] {
  return Object.entries(sheet.columns).filter(([, column]) => isTyped(column));
}

/** A column by its key. Throws where there is none: keys come from definitions, not from people. */
export function columnOf(sheet: Sheet, key: string): Column {
  const column = sheet.columns[key];
  if (!column) throw new Error(`${sheet.id}: there is no column "${key}"`);
  return column;
}

function namedColumns<C extends Columns>(sheet: SheetDefinition<C>): readonly string[] {
  const { access, versioning, matrix, peers = [] } = sheet;
  return [
    ...sheet.rules.map((rule) => rule.on),
    ...peers.flatMap(({ on, match, within }) => [on, ...match.map(([own]) => own), ...(within?.own ?? [])]),
    ...sheet.keys.flat(),
    ...sheet.names,
    ...sheet.period,
    ...(access.own ? [access.own.column] : []),
    ...Object.values(access.only ?? {}).flat(),
    ...(matrix ? [matrix.year, matrix.month, ...matrix.lines, ...matrix.values] : []),
    ...(versioning ? [...versioning.columns, versioning.counter, versioning.reason] : []),
    ...Object.values(sheet.columns).flatMap(conditionColumns),
  ];
}

function conditionColumns(column: Column): readonly string[] {
  const conditions = [column.required, column.onlyWhen];
  return conditions.flatMap((condition) => (typeof condition === "object" ? [condition.column] : []));
}
