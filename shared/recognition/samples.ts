import type { Cell } from "../model/value.ts";
import { isEmptyCell, type View } from "./view.ts";

/** Some cells of a column, from top to bottom, and what speaks against taking them for typed values. */
export interface Samples {
  readonly cells: readonly Sample[];
  /** The column counts its rows: 1, 2, 3. */
  readonly counting: boolean;
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
  return {
    cells: chosen.map((row) => ({ cell: view.cell(row, column), format: view.grid.formatAt(row, column) })),
    counting: counts(filled.slice(0, mostCounted).map((row) => view.cell(row, column))),
  };
}

const mostCounted = 12;

const counts = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && cells.every((cell, place) => Number(cell) === place + 1);

function spreadOver(rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  const step = rows.length / most;
  return Array.from({ length: most }, (_, place) => rows[Math.floor(place * step)] ?? 0);
}
