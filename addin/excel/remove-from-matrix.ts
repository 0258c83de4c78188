import { writeMatrixCells, type CellEdit } from "./matrix-cells.ts";
import { saveMatrixEntries } from "./matrix-part.ts";
import { valueIn } from "./matrix-shape.ts";
import { isBlank } from "./matrix-named.ts";
import type { DoomedRow } from "./table-row.ts";
import type { MatrixWork } from "./write-matrix.ts";

/**
 * Empties the cells of records and forgets their references; of those whose cell is blank, or whose line is gone, only the
 * reference. Gives the references of the records that stay: somebody changed them, or a formula gives them.
 */
export async function removeFromMatrix(
  context: Excel.RequestContext,
  { link, reading }: MatrixWork,
  rows: readonly DoomedRow[],
): Promise<readonly string[]> {
  const doomed = new Map(rows.map((row) => [row.reference, row]));
  const edits = new Map<string, CellEdit>();
  const staying = new Set<string>();
  for (const cell of reading.cells) {
    const row = doomed.get(cell.reference);
    if (!row || cell.reference === "" || isBlank(cell)) continue;
    if (cell.hasFormula || valueIn(row.cells, cell) !== cell.cell) staying.add(cell.reference);
    else edits.set(cell.reference, { row: cell.row, column: cell.column, was: cell.cell, becomes: "" });
  }
  const refused = await writeMatrixCells(context, reading.worksheetId, reading.grid, [...edits.values()]);
  for (const [reference, edit] of edits) if (refused.has(edit)) staying.add(reference);
  const entries = [...reading.entries].filter(
    ([, { reference }]) => !doomed.has(reference) || staying.has(reference),
  );
  await saveMatrixEntries(context, link.id, new Map(entries));
  return [...staying];
}
