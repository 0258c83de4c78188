import type { Cell } from "../../shared/model/value.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import { setNumberFormat } from "./number-format.ts";
import type { CellPlace } from "./matrix-named.ts";
import { send } from "./run.ts";
import { toInput } from "./typed-cell.ts";

/** A single cell to write, and what it held when it was read. */
export interface CellEdit extends CellPlace {
  readonly was: Cell;
  readonly becomes: Cell;
  /** The number format that a cell formatted as text needs for its number. */
  readonly format?: string;
}

/** Cells of one request: each is a range of its own. */
const cellsPerBatch = 500;

/**
 * Writes single cells of a worksheet. Each is asked in the same batch what it held: one that somebody changed, or that
 * holds a formula by now, gets that back. Gives the edits that were not carried out.
 */
export async function writeMatrixCells(
  context: Excel.RequestContext,
  worksheetId: string,
  grid: SheetGrid,
  edits: readonly CellEdit[],
): Promise<ReadonlySet<CellEdit>> {
  const worksheet = context.workbook.worksheets.getItem(worksheetId);
  const refused = new Set<CellEdit>();
  for (let first = 0; first < edits.length; first += cellsPerBatch) {
    context.application.suspendScreenUpdatingUntilNextSync();
    const batch = edits.slice(first, first + cellsPerBatch).map((edit) => {
      const range = worksheet.getRangeByIndexes(edit.row, edit.column, 1, 1);
      const before = worksheet.getRangeByIndexes(edit.row, edit.column, 1, 1);
      before.load({ values: true, formulas: true });
      const isText = typeof edit.becomes === "number" && grid.formatAt(edit.row, edit.column) === "@";
      if (isText) setNumberFormat(range, edit.format ?? "General");
      range.values = [[toInput(edit.becomes)]];
      return { edit, range, before, isText };
    });
    await send(context);
    const wrong = batch.filter(({ edit, before }) => isChanged(edit, before));
    for (const { edit, range, before, isText } of wrong) {
      refused.add(edit);
      if (isText) setNumberFormat(range, "@");
      range.formulas = [[inputOf(before)]];
    }
    if (wrong.length > 0) await send(context);
  }
  return refused;
}

type Held = Pick<Excel.Range, "values" | "formulas">;

const cellOf = (cells: readonly (readonly Cell[])[]): Cell => cells[0]?.[0] ?? "";

function isChanged({ was }: CellEdit, { values, formulas }: Held): boolean {
  return cellOf(values) !== was || cellOf(formulas) !== cellOf(values);
}

function inputOf({ values, formulas }: Held): Cell {
  const formula = cellOf(formulas);
  return formula === cellOf(values) ? toInput(formula) : formula;
}
