import type { CellWrite } from "../excel/table-row.ts";
import type { Accepted } from "./accept-version.ts";

/** The cells to write by row: a cell that changed twice goes from what it held first to what it holds last. */
export function mergeCellWrites(accepted: readonly Accepted[]): ReadonlyMap<string, readonly CellWrite[]> {
  const byRow = new Map<string, Map<string, CellWrite>>();
  for (const { known, cells } of accepted) {
    const columns = byRow.get(known.id) ?? new Map<string, CellWrite>();
    byRow.set(known.id, columns);
    for (const cell of cells) {
      const first = columns.get(cell.column) ?? cell;
      columns.set(cell.column, { ...cell, was: first.was });
    }
  }
  return new Map([...byRow].map(([id, columns]) => [id, [...columns.values()]]));
}
