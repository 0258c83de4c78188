import type { Cell } from "../model/value.ts";
import { tidy } from "../text/normalise.ts";
import type { Area, SheetGrid } from "./grid.ts";

/** A worksheet with its merged areas at hand: each cell of one says what the area's first cell says. */
export interface View {
  readonly grid: SheetGrid;
  /** Rows up to the last that holds something. */
  readonly height: number;
  /** The cell's own content. */
  cell(row: number, column: number): Cell;
  /** The content, where the cell is merged that of its area. */
  spread(row: number, column: number): Cell;
  /** The content as a row of data has it: merged down it belongs to each row, merged sideways to the first column. */
  value(row: number, column: number): Cell;
  /** The spread content as text, ends trimmed. */
  text(row: number, column: number): string;
  mergeAt(row: number, column: number): Area | undefined;
}

/** Merged areas of more cells than this are titles or whole sheets, and spread over nothing. */
const largestMerge = 20_000;
const columnsOfExcel = 16_384;

export function createView(grid: SheetGrid): View {
  const merges = mergesByCell(grid.merges);
  const cell = (row: number, column: number): Cell => grid.cells[row]?.[column] ?? "";
  const mergeAt = (row: number, column: number) => merges.get(row * columnsOfExcel + column);
  const spread = (row: number, column: number): Cell => {
    const area = merges.size === 0 ? undefined : mergeAt(row, column);
    return area ? cell(area.top, area.left) : cell(row, column);
  };
  return {
    grid,
    height: lastFilledRow(grid) + 1,
    cell,
    spread,
    value(row, column) {
      const area = merges.size === 0 ? undefined : mergeAt(row, column);
      return area && area.left < column ? "" : spread(row, column);
    },
    text: (row, column) => cellText(spread(row, column)),
    mergeAt,
  };
}

/** A cell's content as text for comparing; empty cells give an empty text. */
export const cellText = (cell: Cell): string => (typeof cell === "string" ? tidy(cell) : String(cell));

export const isEmptyCell = (cell: Cell): boolean => typeof cell === "string" && tidy(cell) === "";

function mergesByCell(merges: readonly Area[]): ReadonlyMap<number, Area> {
  const byCell = new Map<number, Area>();
  for (const area of merges) {
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > largestMerge) continue;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1)
        byCell.set(row * columnsOfExcel + column, area);
    }
  }
  return byCell;
}

function lastFilledRow(grid: SheetGrid): number {
  let row = grid.cells.length - 1;
  while (row >= 0 && (grid.cells[row] ?? []).every(isEmptyCell)) row -= 1;
  return row;
}
