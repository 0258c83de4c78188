import type { Area } from "./area.ts";
import { lastColumn, lastRow } from "./area.ts";
import type { Book, CellMatrix } from "./book.ts";
import { stylesOf } from "./format.ts";
import { writeCells } from "./write-cells.ts";

/** Gives cells the formats of others, repeated where there are more; contents stay. */
export function copyFormats(book: Book, from: Area, to: Area): void {
  const styles = stylesOf(book, from);
  const matrix: CellMatrix = {};
  for (let row = to.row; row <= lastRow(to); row += 1) {
    const line = styles[(row - to.row) % from.rows] ?? [];
    const cells: CellMatrix[number] = {};
    for (let column = to.column; column <= lastColumn(to); column += 1)
      cells[column] = { s: line[(column - to.column) % from.columns] ?? null };
    matrix[row] = cells;
  }
  writeCells(book, to.sheetId, matrix);
}
