import { GRID_COLUMNS, GRID_ROWS, lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book } from "./book.ts";

export type Axis = "row" | "column";

/** Whether the lines of an area are hidden: true or false when they agree, otherwise null. */
export function hiddenState(book: Book, area: Area, axis: Axis): boolean | null {
  const sheet = book.sheet(area.sheetId);
  const [first, last, known] =
    axis === "row"
      ? [area.row, lastRow(area), sheet.getRowCount()]
      : [area.column, lastColumn(area), sheet.getColumnCount()];
  const lines = axis === "row" ? sheet.getConfig().rowData : sheet.getConfig().columnData;
  const states = new Set<boolean>();
  for (let line = first; line <= Math.min(last, known); line += 1) states.add(lines[line]?.hd === 1);
  if (states.size === 2) return null;
  return states.has(true);
}

/** Hides or shows the lines of an area, undoably. Lines that already are so stay out of it. */
export function setHidden(book: Book, area: Area, axis: Axis, hidden: boolean): void {
  const lines = axis === "row" ? rowsOf(book, area) : columnsOf(book, area);
  hideLines(book, area.sheetId, axis, lines, hidden);
}

/** Hides or shows lines given by number, undoably. */
export function hideLines(
  book: Book,
  sheetId: string,
  axis: Axis,
  lines: readonly number[],
  hidden: boolean,
): void {
  const sheet = book.sheet(sheetId);
  const known = axis === "row" ? sheet.getConfig().rowData : sheet.getConfig().columnData;
  const changing = lines.filter((line) => (known[line]?.hd === 1) !== hidden);
  if (!changing.length) return;
  const ranges = runs(changing).map(([first, last]) =>
    axis === "row"
      ? { startRow: first, endRow: last, startColumn: 0, endColumn: sheet.getColumnCount() - 1, rangeType: 1 }
      : { startRow: 0, endRow: sheet.getRowCount() - 1, startColumn: first, endColumn: last, rangeType: 2 },
  );
  const params = { unitId: book.unitId, subUnitId: sheetId, ranges };
  const name = axis === "row" ? "row" : "col";
  const [id, back] = hidden
    ? [`set-${name}-hidden`, `set-${name}-visible`]
    : [`set-${name}-visible`, `set-${name}-hidden`];
  book.execute([{ id: `sheet.mutation.${id}`, params }], [{ id: `sheet.mutation.${back}`, params }]);
}

const rowsOf = (book: Book, area: Area): number[] =>
  numbers(area.row, area.rows === GRID_ROWS ? book.sheet(area.sheetId).getRowCount() : area.rows);

const columnsOf = (book: Book, area: Area): number[] =>
  numbers(
    area.column,
    area.columns === GRID_COLUMNS ? book.sheet(area.sheetId).getColumnCount() : area.columns,
  );

const numbers = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** Consecutive numbers as pairs of first and last. */
export function runs(sorted: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of sorted) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
