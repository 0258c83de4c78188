import { computeRow } from "../../shared/model/check-row.ts";
import type { Context } from "../../shared/model/kind.ts";
import { typedColumns } from "../../shared/model/sheet.ts";
import type { CellWrite } from "../excel/table-row.ts";
import { toCell } from "./accept-version.ts";
import { wholeRow } from "./judge-rows.ts";
import type { LinkState } from "./link-state.ts";

/**
 * The computed cells, by row, that no longer say what follows from their row today, such as the days that are left: a
 * new day changes them though nobody changes the row. Rows that wait to be sent, formulas of the staff, and sheets that
 * lack a column from which something may follow, stay.
 */
export function staleComputedCells(
  { sheet, shape, rows }: LinkState,
  context: Context,
): ReadonlyMap<string, readonly CellWrite[]> {
  const computed = Object.entries(sheet.columns).flatMap(([key, { compute }]) =>
    compute && shape?.columns.has(key) ? [key] : [],
  );
  const stale = new Map<string, readonly CellWrite[]>();
  const isWhole = typedColumns(sheet).every(([key]) => shape?.columns.has(key));
  if (computed.length === 0 || !isWhole) return stale;
  for (const row of rows) {
    if (row.dirty) continue;
    const today = computeRow(sheet, wholeRow(sheet, row.reading.values), context);
    const cells = computed.flatMap((column) => {
      const was = row.cells[column] ?? "";
      const becomes = toCell(sheet, column, today[column] ?? null, context);
      return was === becomes || row.formulas?.has(column) ? [] : [{ column, was, becomes }];
    });
    if (cells.length > 0) stale.set(row.known.id, cells);
  }
  return stale;
}
