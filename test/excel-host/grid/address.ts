import { GRID_COLUMNS, GRID_ROWS, isWholeColumns, isWholeRows, lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** `A` → 0, `AA` → 26. */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `A1:C3`, `B:B` or `2:5`, without the sheet. */
export function localAddress(area: Area): string {
  const left = columnLetters(area.column);
  const right = columnLetters(lastColumn(area));
  if (isWholeColumns(area)) return `${left}:${right}`;
  if (isWholeRows(area)) return `${area.row + 1}:${lastRow(area) + 1}`;
  const first = `${left}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${right}${lastRow(area) + 1}`;
}

/** `Hoja1!A1:C3`, the sheet's name quoted where Excel quotes it. */
export const fullAddress = (sheetName: string, area: Area): string =>
  `${quotedSheetName(sheetName)}!${localAddress(area)}`;

const quotedSheetName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

/** `$A$1:$B$2`. */
export const absoluteCells = (area: Area): string => localAddress(area).replace(/([A-Z]+|\d+)/g, "$$$1");

/** An address taken apart: the sheet it names, if any, and the rectangle. */
export interface ParsedAddress {
  sheetName: string | undefined;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const CELL = /^\$?([a-z]{1,3})\$?(\d{1,7})$/i;
const COLUMN = /^\$?([a-z]{1,3})$/i;
const ROW = /^\$?(\d{1,7})$/;

/** Reads `A1`, `A1:B2`, `A:C`, `2:5`, each with an optional sheet; undefined when it is none of these. */
export function parseAddress(text: string): ParsedAddress | undefined {
  const [, quoted, plain, local = ""] = /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?(.+)$/.exec(text.trim()) ?? [];
  const sheetName = quoted?.replaceAll("''", "'") ?? plain;
  const [first = "", second = first, ...more] = local.split(":");
  if (more.length) return undefined;
  const corners = cornersOf(first, second);
  return corners && { sheetName, ...corners };
}

type Corners = Omit<ParsedAddress, "sheetName">;

function cornersOf(first: string, second: string): Corners | undefined {
  const [a, b] = [CELL.exec(first), CELL.exec(second)];
  if (a && b)
    return span(Number(a[2]) - 1, Number(b[2]) - 1, columnIndex(a[1] ?? ""), columnIndex(b[1] ?? ""));
  const [left, right] = [COLUMN.exec(first), COLUMN.exec(second)];
  if (left && right && first !== "")
    return span(0, GRID_ROWS - 1, columnIndex(left[1] ?? ""), columnIndex(right[1] ?? ""));
  const [top, bottom] = [ROW.exec(first), ROW.exec(second)];
  if (top && bottom) return span(Number(top[1]) - 1, Number(bottom[1]) - 1, 0, GRID_COLUMNS - 1);
  return undefined;
}

function span(row1: number, row2: number, column1: number, column2: number): Corners | undefined {
  const [row, bottom] = [Math.min(row1, row2), Math.max(row1, row2)];
  const [column, right] = [Math.min(column1, column2), Math.max(column1, column2)];
  if (row < 0 || bottom >= GRID_ROWS || right >= GRID_COLUMNS) return undefined;
  return { row, column, rows: bottom - row + 1, columns: right - column + 1 };
}
