import { columnIndex, columnLetters } from "./address.ts";
import { GRID_COLUMNS, GRID_ROWS } from "./area.ts";

/** Texts and quoted sheet names, function names, then references with their dollar signs. */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\()|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/giu;

/** A formula as it reads when its cell is copied some rows and columns away: relative references move along. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PARTS, (part: string, ...groups: unknown[]) => {
    const [columnDollar, letters, rowDollar, digits] = groups;
    if (typeof letters !== "string" || typeof digits !== "string") return part;
    const column = columnIndex(letters) + (columnDollar ? 0 : columns);
    const row = Number(digits) - 1 + (rowDollar ? 0 : rows);
    const isOnGrid = column >= 0 && column < GRID_COLUMNS && row >= 0 && row < GRID_ROWS;
    return isOnGrid
      ? `${String(columnDollar)}${columnLetters(column)}${String(rowDollar)}${row + 1}`
      : "#REF!";
  });
}
