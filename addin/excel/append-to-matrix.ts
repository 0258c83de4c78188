import { writeMatrixCells, type CellEdit } from "./matrix-cells.ts";
import { noEntry, saveMatrixEntries } from "./matrix-part.ts";
import { isBlank, nameOf } from "./matrix-named.ts";
import type { NewRow } from "./table-row.ts";
import { setEntry, type MatrixWork } from "./write-matrix.ts";

/**
 * Writes records of the service into the blank months of their lines. Records of other years and of lines that the
 * matrix lacks are left out, and so are those whose cell holds something: no line is ever inserted. Gives the rows whose
 * cell somebody typed into in that moment.
 */
export async function appendToMatrix(
  context: Excel.RequestContext,
  { sheet, link, world, reading }: MatrixWork,
  rows: readonly NewRow[],
): Promise<readonly NewRow[]> {
  const byName = new Map(reading.cells.map((cell) => [cell.name, cell]));
  const planned = rows.flatMap((row) => {
    const cell = byName.get(nameOf(sheet, row.cells, world));
    const becomes = cell?.value === undefined ? "" : (row.cells[cell.value] ?? "");
    if (!cell || becomes === "" || !isBlank(cell)) return [];
    const edit: CellEdit = { row: cell.row, column: cell.column, was: cell.cell, becomes };
    return [{ row, edit, name: cell.name }];
  });
  if (planned.length === 0) return [];
  const edits = planned.map(({ edit }) => edit);
  const refused = await writeMatrixCells(context, reading.worksheetId, reading.grid, edits);
  const entries = new Map(reading.entries);
  for (const { row, edit, name } of planned)
    if (!refused.has(edit)) setEntry(entries, name, { ...noEntry, reference: row.reference });
  await saveMatrixEntries(context, link.id, entries);
  return planned.filter(({ edit }) => refused.has(edit)).map(({ row }) => row);
}
