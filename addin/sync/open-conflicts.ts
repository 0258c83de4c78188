import type { RowAnswer } from "../../shared/contract.ts";
import type { Value } from "../../shared/model/value.ts";
import type { LocalRow } from "./interpret-rows.ts";

/** What the service said of a row whose fields others changed too. */
export type Conflict = Extract<RowAnswer, { result: "conflict" }>;

/** A field that two people changed, with what its cell says by now. */
export type OpenField = Conflict["fields"][number];

/**
 * The fields of a conflict that the cells of its row leave open. One whose cell says what the service has is ended, and so
 * is one that says again what it was before both changed it: then theirs comes with the next sending. What cannot be
 * read waits until it is mended.
 */
export function openFields(
  conflict: Conflict | undefined,
  row: Pick<LocalRow, "reading">,
): readonly OpenField[] {
  return (conflict?.fields ?? []).flatMap((field) => {
    const mine = cellValue(row, field.column);
    const waits = !isUnread(row, field.column) && mine !== field.theirs && mine !== field.base;
    return waits ? [{ ...field, mine }] : [];
  });
}

/** Whether a conflict still waits for somebody: for a decision, or for a cell that cannot be read. */
export function isOpen(conflict: Conflict, row: Pick<LocalRow, "reading"> | undefined): boolean {
  if (!row) return false;
  return openFields(conflict, row).length > 0 || conflict.fields.some(({ column }) => isUnread(row, column));
}

/** The conflict without the fields that were ended; undefined where none is left. */
export function withoutFields(conflict: Conflict, ended: ReadonlySet<string>): Conflict | undefined {
  const fields = conflict.fields.filter(({ column }) => !ended.has(column));
  return fields.length === 0 ? undefined : { ...conflict, fields };
}

export const cellValue = ({ reading }: Pick<LocalRow, "reading">, column: string): Value =>
  reading.values[column] ?? null;

const isUnread = ({ reading }: Pick<LocalRow, "reading">, column: string): boolean =>
  Object.hasOwn(reading.unread, column);
