import { intersection, lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book } from "./book.ts";
import { displayedBlock } from "./format.ts";
import type { Axis } from "./lines.ts";
import { usedArea } from "./used-area.ts";

/** Office.js measures in points, Univer in pixels. */
const PIXELS_PER_POINT = 96 / 72;
/** Roughly the width of one character of the default font, in pixels, for fitting columns without drawing. */
const CHARACTER_PIXELS = 7;
const CELL_PADDING_PIXELS = 12;
const MAX_COLUMN_PIXELS = 1790;

/** The common size of an area's lines in points, null when they differ. */
export function lineSize(book: Book, area: Area, axis: Axis): number | null {
  const sheet = book.sheet(area.sheetId);
  const sizes = linesOf(book, area, axis).map((line) =>
    axis === "row" ? sheet.getRowHeight(line) : sheet.getColumnWidth(line),
  );
  const [first = 0, ...others] = sizes;
  return others.every((size) => size === first) ? first / PIXELS_PER_POINT : null;
}

/** Gives every line of an area one size in points, undoably. */
export function setLineSize(book: Book, area: Area, axis: Axis, points: number): void {
  resize(
    book,
    area.sheetId,
    axis,
    new Map(linesOf(book, area, axis).map((line) => [line, points * PIXELS_PER_POINT])),
  );
}

/** Fits columns to the longest text shown in them; rows go back to the default height. */
export function autofit(book: Book, area: Area, axis: Axis): void {
  const sheet = book.sheet(area.sheetId);
  if (axis === "row") {
    const height = sheet.getConfig().defaultRowHeight;
    return resize(book, area.sheetId, axis, new Map(linesOf(book, area, axis).map((line) => [line, height])));
  }
  const used = usedArea(book, area.sheetId, { valuesOnly: true, inside: area });
  if (!used) return;
  const texts = displayedBlock(book, used);
  const widths = new Map<number, number>();
  for (let column = 0; column < used.columns; column += 1) {
    const longest = Math.max(...texts.map((row) => row[column]?.length ?? 0));
    if (longest)
      widths.set(
        used.column + column,
        Math.min(longest * CHARACTER_PIXELS + CELL_PADDING_PIXELS, MAX_COLUMN_PIXELS),
      );
  }
  resize(book, area.sheetId, axis, widths);
}

function resize(book: Book, sheetId: string, axis: Axis, pixels: ReadonlyMap<number, number>): void {
  const sheet = book.sheet(sheetId);
  const target = { unitId: book.unitId, subUnitId: sheetId };
  const id = axis === "row" ? "sheet.mutation.set-row-data" : "sheet.mutation.set-col-data";
  const linesWith = (sizeOf: (line: number, size: number) => number) =>
    Object.fromEntries(
      [...pixels].map(([line, size]) => [
        line,
        axis === "row" ? { h: sizeOf(line, size), ia: 0 } : { w: sizeOf(line, size) },
      ]),
    );
  const key = axis === "row" ? "rowData" : "columnData";
  const before = linesWith((line) =>
    axis === "row" ? sheet.getRowHeight(line) : sheet.getColumnWidth(line),
  );
  const after = linesWith((_, size) => size);
  const drawn = axis === "row" ? [] : [redrawn(target, [...pixels.keys()])];
  book.execute(
    [{ id, params: { ...target, [key]: after } }, ...drawn],
    [{ id, params: { ...target, [key]: before } }, ...drawn],
  );
}

/** Univer lays columns out anew only when it hears of their widths; this changes none. */
function redrawn(target: object, columns: readonly number[]) {
  const ranges = columns.map((column) => ({
    startRow: 0,
    endRow: 0,
    startColumn: column,
    endColumn: column,
  }));
  return { id: "sheet.mutation.set-worksheet-col-width", params: { ...target, ranges, colWidth: {} } };
}

function linesOf(book: Book, area: Area, axis: Axis): number[] {
  const sheet = book.sheet(area.sheetId);
  const [first, last, known] =
    axis === "row"
      ? [area.row, lastRow(area), sheet.getRowCount()]
      : [area.column, lastColumn(area), sheet.getColumnCount()];
  return Array.from(
    { length: Math.max(0, Math.min(last, known - 1) - first + 1) },
    (_, index) => first + index,
  );
}

/** The part of an area worth looking at for formats: whole columns have a million cells. */
export function boundedPart(book: Book, area: Area): Area {
  const sheet = book.sheet(area.sheetId);
  const whole = {
    sheetId: area.sheetId,
    row: 0,
    column: 0,
    rows: sheet.getRowCount(),
    columns: sheet.getColumnCount(),
  };
  return intersection(area, whole) ?? area;
}
