import { accessDenied, invalidArgument } from "../protocol/host-error.ts";
import { contains } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book, CellMatrix } from "./book.ts";
import { cellOf } from "./contents.ts";
import type { CellValue } from "./contents.ts";
import { GENERAL, TEXT, patternOf, styleAt } from "./format.ts";
import { writeCells } from "./write-cells.ts";

/** Office.js reads texts written by an add-in as an English Excel would, whatever the person's language is. */
export const ADDIN_LOCALE = "en";

/**
 * Writes what was given for each cell of an area; null leaves the cell as it is. A single value fills the area.
 * `InvalidArgument` when the shape is another one, `AccessDenied` on locked cells of a protected sheet.
 */
export function enterValues(book: Book, area: Area, given: unknown, locale: string): void {
  requireUnlocked(book, area);
  const rows = inShapeOf(area, given);
  const sheet = book.sheet(area.sheetId);
  const cells = book.cells(area.sheetId);
  const matrix: CellMatrix = {};
  for (let row = 0; row < area.rows; row += 1) {
    const line: CellMatrix[number] = {};
    for (let column = 0; column < area.columns; column += 1) {
      const input = rows(row, column);
      if (input === null) continue;
      const [atRow, atColumn] = [area.row + row, area.column + column];
      const isTyped = input !== "" && typeof input !== "boolean";
      const pattern = isTyped
        ? patternOf(styleAt(book, sheet, atRow, atColumn, cells[atRow]?.[atColumn]))
        : GENERAL;
      const { cell, pattern: implied } = cellOf(book, input, locale, pattern === TEXT);
      line[atColumn] = implied && pattern === GENERAL ? { ...cell, s: { n: { pattern: implied } } } : cell;
    }
    matrix[area.row + row] = line;
  }
  writeCells(book, area.sheetId, matrix);
}

/** Reads a value given for a block: a scalar for all cells, or rows of the block's own shape. */
export function inShapeOf(area: Area, given: unknown): (row: number, column: number) => CellValue | null {
  if (!Array.isArray(given)) {
    const scalar = cellInput(given);
    return () => scalar;
  }
  const rows: readonly unknown[] = given;
  if (rows.length !== area.rows) throw invalidArgument(`${rows.length} rows for ${area.rows}`);
  const lines = rows.map((row): readonly unknown[] => {
    if (!Array.isArray(row) || row.length !== area.columns)
      throw invalidArgument(`a row is not ${area.columns} columns wide`);
    return row;
  });
  return (row, column) => cellInput(lines[row]?.[column]);
}

function cellInput(value: unknown): CellValue | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw invalidArgument("a cell takes text, a number or a boolean");
}

/** `AccessDenied` when the sheet is protected and any of the cells is locked. */
export function requireUnlocked(book: Book, area: Area): void {
  const sheet = book.state.sheets[area.sheetId];
  if (!sheet?.protected) return;
  const isFree = sheet.unlocked.some((unlocked) => contains(unlocked, area));
  if (!isFree) throw accessDenied("the cells are on a protected sheet");
}

/** `AccessDenied` for anything that a protected sheet forbids but for editing unlocked cells. */
export function requireUnprotected(book: Book, sheetId: string): void {
  if (book.state.sheets[sheetId]?.protected) throw accessDenied("the sheet is protected");
}
