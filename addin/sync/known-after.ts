import type { LocalRow } from "./interpret-rows.ts";
import type { KnownRows } from "./known-rows.ts";
import type { LinkState } from "./link-state.ts";
import type { PullPlan } from "./plan-pull.ts";

/**
 * The rows that a table is known to have shown, after a synchronisation: those before, those that it shows now at their
 * version, without those that left it in order. What a restored service lost was never shown, as far as it knows.
 */
export function nextKnownRows(
  { known: before, rows }: LinkState,
  { forgotten, removals, reoffered }: Pick<PullPlan, "forgotten" | "removals" | "reoffered">,
): KnownRows {
  const known = new Map(before);
  for (const id of forgotten) known.delete(id);
  const left = [...removals, ...reoffered.map(({ row }) => row)];
  for (const gone of left) known.delete(gone.known.id);
  for (const row of rows) {
    const { id, version, digest } = row.known;
    if (version > 0) known.set(id, { version, digest });
  }
  return known;
}

/**
 * Whether a row shows an older version than this table showed before: an undo took a synchronisation's writing back,
 * but not its place in the history, so that only fetching everything brings the row up to date.
 */
export function wasUndone(rows: readonly LocalRow[], known: KnownRows): boolean {
  return rows.some((row) => row.known.version < (known.get(row.known.id)?.version ?? 0));
}
