import type { Cell } from "../model/value.ts";
import { isEmptyCell, type View } from "./view.ts";

/** Some cells of a column, from top to bottom, and what speaks against taking them for typed values. */
export interface Samples {
  readonly cells: readonly Sample[];
  /** Share of the cells that a formula gives. */
  readonly formulas: number;
}

export interface Sample {
  readonly cell: Cell;
  readonly format: string;
}

const mostSamples = 80;

/** Up to eighty filled cells of a column, spread over its whole height. */
export function sampleColumn(view: View, column: number, rows: readonly number[]): Samples {
  const filled = spreadOver(rows, 4 * mostSamples).filter((row) => !isEmptyCell(view.cell(row, column)));
  const chosen = spreadOver(filled, mostSamples);
  const formulas = chosen.filter((row) => view.grid.formulaAt(row, column) !== undefined).length;
  return {
    cells: chosen.map((row) => ({ cell: view.cell(row, column), format: view.grid.formatAt(row, column) })),
    formulas: chosen.length === 0 ? 0 : formulas / chosen.length,
  };
}

function spreadOver(rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  const step = rows.length / most;
  return Array.from({ length: most }, (_, place) => rows[Math.floor(place * step)] ?? 0);
}
