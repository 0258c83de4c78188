import { z } from "zod";
import { limits, type PushedRow } from "../../shared/contract.ts";
import { acceptanceSchema, type Acceptance } from "../../shared/contract/acceptances.ts";
import { rowStatusSchema } from "../../shared/contract/row-status.ts";
import { groupBy } from "../../shared/group-by.ts";
import { holdsFor } from "../../shared/model/accepted-warning.ts";
import { isError, type Issue } from "../../shared/model/issue.ts";
import { atColumn, type Context } from "../../shared/model/kind.ts";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { tidy } from "../../shared/text/normalise.ts";
import { parseJson } from "../parse-json.ts";
import type { LocalRow } from "./interpret-rows.ts";

const cell = z.union([z.string(), z.number(), z.boolean()]);
/** How a row stands, as the service last said; `voided`: it does not count, and the sheet shows it all the same. */
const statusSchema = z.union([rowStatusSchema, z.object({ is: z.literal("voided") })]);
export type LocalStatus = Readonly<z.infer<typeof statusSchema>>;

const notesSchema = z.object({
  /** Warnings that were accepted; `isSent` where the service has that. */
  accepted: z.array(acceptanceSchema.extend({ isSent: z.boolean() })),
  /** What a cell said before it was repaired, while it says what it became. */
  typed: z.record(z.string(), z.object({ text: z.string(), became: cell })),
});

/** What the workbook keeps of a row beside its cells; without a status it is merely sent, or a draft. */
export type RowNotes = Readonly<z.infer<typeof notesSchema>> & { readonly status?: LocalStatus };

/** Notes by row. They travel with the workbook as text, so that nothing of them is lost before it is sent. */
export type Notes = ReadonlyMap<string, RowNotes>;

const none: RowNotes = { accepted: [], typed: {} };

const rowsSchema = z.array(z.tuple([z.string(), notesSchema]));
/** Hundreds of rows are validated at once: a status is kept with the rows that have it. */
const keptSchema = z.object({
  rows: rowsSchema,
  statuses: z.array(z.tuple([statusSchema, z.array(z.string())])),
});

export function encodeNotes(notes: Notes): string {
  const rows = [...notes].flatMap(([id, { accepted, typed }]) =>
    isEmpty({ accepted, typed }) ? [] : [[id, { accepted, typed }] as const],
  );
  const standing = [...notes].filter(([, { status }]) => status);
  if (standing.length === 0) return JSON.stringify(rows);
  const statuses = [...groupBy(standing, ([, { status }]) => JSON.stringify(status))].map(([, same]) => [
    same[0]?.[1].status,
    same.map(([id]) => id),
  ]);
  return JSON.stringify({ rows, statuses });
}

/** Reads what `encodeNotes` wrote, also before it kept how rows stand; damaged ones count as none. */
export function decodeNotes(text: string): Notes {
  const parsed = z.union([rowsSchema, keptSchema]).safeParse(parseJson(text));
  if (!parsed.success) return new Map();
  if (Array.isArray(parsed.data)) return new Map(parsed.data);
  const { rows, statuses } = parsed.data;
  return withStatuses(
    new Map(rows),
    statuses.flatMap(([status, ids]) => ids.map((id) => [id, status] as const)),
  );
}

/** The notes with what is known of how rows stand by now; without a status a row is merely sent. */
export function withStatuses(
  notes: Notes,
  statuses: readonly (readonly [string, LocalStatus | undefined])[],
): Notes {
  if (statuses.length === 0) return notes;
  const changed = new Map(notes);
  for (const [id, status] of statuses) {
    const { status: _, ...others } = changed.get(id) ?? none;
    if (status || !isEmpty(others)) changed.set(id, status ? { ...others, status } : others);
    else changed.delete(id);
  }
  return changed;
}

const isEmpty = ({ accepted, typed }: Pick<RowNotes, "accepted" | "typed">) =>
  accepted.length === 0 && Object.keys(typed).length === 0;

/** Issues without the warnings that were accepted for the value that the row has. */
export function withoutAccepted(
  issues: readonly Issue[],
  notes: RowNotes | undefined,
  values: Row,
): readonly Issue[] {
  if (!notes || notes.accepted.length === 0) return issues;
  const isAccepted = (issue: Issue) =>
    !isError(issue) &&
    notes.accepted.some(
      (one) => one.column === issue.column && one.code === issue.code && holdsFor(one, values),
    );
  return issues.filter((issue) => !isAccepted(issue));
}

export function withAcceptance(notes: Notes, id: string, acceptance: Acceptance): Notes {
  const kept = notes.get(id) ?? none;
  const others = kept.accepted.filter(
    ({ column, code }) => column !== acceptance.column || code !== acceptance.code,
  );
  return new Map(notes).set(id, { ...kept, accepted: [...others, { ...acceptance, isSent: false }] });
}

/** Remembers what a cell said before its first repair. */
export function withTyped(
  notes: Notes,
  id: string,
  column: string,
  text: string,
  became: string | number | boolean,
): Notes {
  const row = notes.get(id) ?? none;
  const before = row.typed[column];
  const kept = before && before.became === text ? before.text : text;
  return new Map(notes).set(id, { ...row, typed: { ...row.typed, [column]: { text: kept, became } } });
}

/** What the service has accepted of a row replaces what was known of it; what was typed is sent. */
export function withAnswer(notes: Notes, id: string, answered: readonly Acceptance[] | undefined): Notes {
  if (!notes.has(id) && !answered) return notes;
  const accepted = (answered ?? []).map((one) => ({ ...one, isSent: true }));
  return new Map(notes).set(id, { ...notes.get(id), accepted, typed: {} });
}

/** What others accepted of a row; what waits here to be sent stays. */
export function withPulled(notes: Notes, id: string, answered: readonly Acceptance[] | undefined): Notes {
  const kept = notes.get(id) ?? none;
  const waiting = kept.accepted.filter(({ isSent }) => !isSent);
  if (!answered && waiting.length === kept.accepted.length) return notes;
  return new Map(notes).set(id, {
    ...kept,
    accepted: [...waiting, ...(answered ?? []).map((one) => ({ ...one, isSent: true }))],
  });
}

/** Whether an acceptance waits to be sent that holds for the values that the row has. */
export const hasUnsent = (notes: RowNotes | undefined, values: Row): boolean =>
  unsentOf(notes, values).length > 0;

function unsentOf(notes: RowNotes | undefined, values: Row) {
  return (notes?.accepted ?? []).filter((one) => !one.isSent && holdsFor(one, values));
}

/** What of a row's notes travels with it, and what its cells say where that is not how their value is written. */
export function pushedNotes(
  sheet: Sheet,
  row: LocalRow,
  notes: RowNotes | undefined,
  context: Context,
): Pick<PushedRow, "accepted" | "typed"> {
  const accepted = unsentOf(notes, row.reading.values).map(({ column, code, reason }) => ({
    column,
    code,
    reason,
  }));
  const typed = row.dirty ? { ...typedOtherwise(sheet, row, context), ...repairedTexts(row, notes) } : {};
  return {
    ...(accepted.length > 0 ? { accepted: accepted.slice(0, limits.rowAcceptances) } : {}),
    ...(Object.keys(typed).length > 0 ? { typed } : {}),
  };
}

function typedOtherwise(
  sheet: Sheet,
  { cells, reading }: LocalRow,
  context: Context,
): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [key, { kind }] of typedColumns(sheet)) {
    const said = cells[key];
    const value = reading.values[key] ?? null;
    if (typeof said !== "string" || value === null) continue;
    const text = tidy(said);
    if (text !== kind.write(value, atColumn(context, key)) && text !== kind.display(value, context))
      typed[key] = said.slice(0, limits.typedCharacters);
  }
  return typed;
}

function repairedTexts({ cells }: LocalRow, notes: RowNotes | undefined): Record<string, string> {
  const standing = Object.entries(notes?.typed ?? {}).filter(([key, { became }]) => cells[key] === became);
  return Object.fromEntries(standing.map(([key, { text }]) => [key, text.slice(0, limits.typedCharacters)]));
}
