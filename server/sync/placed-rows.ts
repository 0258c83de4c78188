import type { PushedRow } from "../../shared/contract.ts";

/** A pushed row and its place in the push. */
export interface PlacedRow {
  readonly place: number;
  readonly pushed: PushedRow;
}

/** The lowest version that anybody pushed each row from. */
export function lowestBases(rows: readonly PlacedRow[]): ReadonlyMap<string, number> {
  const bases = new Map<string, number>();
  for (const { pushed } of rows) {
    bases.set(pushed.id, Math.min(pushed.base, bases.get(pushed.id) ?? Infinity));
  }
  return bases;
}

/** The first row of each id, then the second of each, and so on. */
export function rounds(rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] {
  const seen = new Map<string, number>();
  const byRound: PlacedRow[][] = [];
  for (const row of rows) {
    const round = seen.get(row.pushed.id) ?? 0;
    seen.set(row.pushed.id, round + 1);
    (byRound[round] ??= []).push(row);
  }
  return byRound;
}
