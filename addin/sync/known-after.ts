import type { LocalRow } from "./interpret-rows.ts";
import type { KnownRows } from "./known-rows.ts";

/**
 * The rows that a table is known to have shown, after a synchronisation: those before, those that it shows now at their
 * version, without those that left it in order.
 */
export function nextKnownRows(
  before: KnownRows,
  rows: readonly LocalRow[],
  forgotten: readonly string[],
  removed: readonly LocalRow[],
): KnownRows {
  const known = new Map(before);
  for (const id of forgotten) known.delete(id);
  for (const row of removed) known.delete(row.known.id);
  for (const row of rows) {
    if (row.known.version > 0) known.set(row.known.id, row.known.version);
  }
  return known;
}

/**
 * Whether a row shows an older version than this table showed before: an undo took a synchronisation's writing back,
 * but not its place in the history, so that only fetching everything brings the row up to date.
 */
export function wasUndone(rows: readonly LocalRow[], known: KnownRows): boolean {
  return rows.some((row) => row.known.version < (known.get(row.known.id) ?? 0));
}
