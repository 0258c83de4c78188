import type { IMutationInfo, IRange } from "@univerjs/presets";
import { followShift } from "../state/follow-shift.ts";
import { STRUCTURE_COMMAND } from "../state/follow-structure.ts";
import { intersection, lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book, CellMatrix } from "./book.ts";
import { emptyContent } from "./contents.ts";
import type { Shift } from "./shift.ts";
import { usedArea } from "./used-area.ts";
import { writeCells } from "./write-cells.ts";

/** Inserts whole rows above `at`, formatted as the row above, undoably. */
export function insertRows(book: Book, sheetId: string, at: number, count: number): void {
  const sheet = book.sheet(sheetId);
  const range = rowRange(at, count, sheet.getColumnCount());
  const mutation = { id: "sheet.mutation.insert-row", params: target(book, sheetId, range) };
  const back = { id: "sheet.mutation.remove-rows", params: target(book, sheetId, range) };
  restructure(book, sheetId, STRUCTURE_COMMAND.insertRow, range, [mutation], [back]);
  if (at > 0) copyFormatDown(book, sheetId, at - 1, count);
}

/** Removes whole rows, hidden ones included, undoably. */
export function removeRows(book: Book, sheetId: string, at: number, count: number): void {
  const sheet = book.sheet(sheetId);
  const range = rowRange(at, count, sheet.getColumnCount());
  const cellValue = sheet
    .getCellMatrix()
    .getSlice(at, at + count - 1, 0, sheet.getColumnCount() - 1)
    .getMatrix();
  const rowInfo = Object.fromEntries(
    Array.from({ length: count }, (_, row) => [row, { ...sheet.getConfig().rowData[at + row] }]),
  );
  restructure(
    book,
    sheetId,
    STRUCTURE_COMMAND.removeRow,
    range,
    [{ id: "sheet.mutation.remove-rows", params: target(book, sheetId, range) }],
    [
      { id: "sheet.mutation.insert-row", params: { ...target(book, sheetId, range), rowInfo } },
      { id: "sheet.mutation.set-range-values", params: { ...target(book, sheetId, range), cellValue } },
    ],
  );
}

/** Inserts whole columns left of `at`, undoably. */
export function insertColumns(book: Book, sheetId: string, at: number, count: number): void {
  const range = columnRange(at, count, book.sheet(sheetId).getRowCount());
  restructure(
    book,
    sheetId,
    STRUCTURE_COMMAND.insertColumn,
    range,
    [{ id: "sheet.mutation.insert-col", params: target(book, sheetId, range) }],
    [{ id: "sheet.mutation.remove-col", params: target(book, sheetId, range) }],
  );
}

/** Removes whole columns, undoably. */
export function removeColumns(book: Book, sheetId: string, at: number, count: number): void {
  const sheet = book.sheet(sheetId);
  const range = columnRange(at, count, sheet.getRowCount());
  const cellValue = sheet
    .getCellMatrix()
    .getSlice(0, sheet.getRowCount() - 1, at, at + count - 1)
    .getMatrix();
  const colInfo = Object.fromEntries(
    Array.from({ length: count }, (_, column) => [column, { ...sheet.getConfig().columnData[at + column] }]),
  );
  restructure(
    book,
    sheetId,
    STRUCTURE_COMMAND.removeColumn,
    range,
    [{ id: "sheet.mutation.remove-col", params: target(book, sheetId, range) }],
    [
      { id: "sheet.mutation.insert-col", params: { ...target(book, sheetId, range), colInfo } },
      { id: "sheet.mutation.set-range-values", params: { ...target(book, sheetId, range), cellValue } },
    ],
  );
}

/**
 * Makes room for cells, pushing the rest of their columns down or of their rows right; or closes the gap they leave.
 * Tables, names and marks wholly inside move along; references in formulas elsewhere do not.
 */
export function shiftCells(book: Book, area: Area, kind: "insert" | "remove", axis: "row" | "column"): void {
  const used = usedArea(book, area.sheetId, { valuesOnly: false });
  const count = axis === "row" ? area.rows : area.columns;
  const within =
    axis === "row"
      ? { first: area.column, last: lastColumn(area) }
      : { first: area.row, last: lastRow(area) };
  const shift: Shift = {
    kind,
    axis,
    sheetId: area.sheetId,
    at: axis === "row" ? area.row : area.column,
    count,
    within,
  };
  book.shifting = { area, shift };
  if (used) moveBlock(book, area, used, kind === "insert" ? count : -count, axis);
  book.shifting = undefined;
  book.setState(followShift(book.state, shift), { undoable: true });
}

function moveBlock(book: Book, area: Area, used: Area, by: number, axis: "row" | "column"): void {
  const tail =
    axis === "row"
      ? { ...area, rows: Math.max(area.rows, lastRow(used) - area.row + 1) }
      : { ...area, columns: Math.max(area.columns, lastColumn(used) - area.column + 1) };
  const cells = book.cells(area.sheetId);
  const matrix: CellMatrix = {};
  const put = (row: number, column: number, cell: CellMatrix[number][number]): void => {
    (matrix[row] ??= {})[column] = cell;
  };
  const [stepRow, stepColumn] = axis === "row" ? [by, 0] : [0, by];
  const grown =
    axis === "row"
      ? { ...tail, rows: tail.rows + Math.max(0, by) }
      : { ...tail, columns: tail.columns + Math.max(0, by) };
  for (let row = grown.row; row <= lastRow(grown); row += 1)
    for (let column = grown.column; column <= lastColumn(grown); column += 1) {
      const from = { ...area, row: row - stepRow, column: column - stepColumn, rows: 1, columns: 1 };
      const source = intersection(tail, from) && cells[from.row]?.[from.column];
      put(row, column, source ? { ...emptyContent, ...source } : null);
    }
  writeCells(book, area.sheetId, matrix);
}

/** Excel gives inserted rows the format of the row above. */
function copyFormatDown(book: Book, sheetId: string, row: number, count: number): void {
  const styled = Object.entries(book.cells(sheetId)[row] ?? {}).filter(([, cell]) => cell.s);
  if (!styled.length) return;
  const matrix: CellMatrix = {};
  for (let below = row + 1; below <= row + count; below += 1)
    matrix[below] = Object.fromEntries(styled.map(([column, { s }]) => [Number(column), s ? { s } : {}]));
  writeCells(book, sheetId, matrix);
}

/** Executes a change of structure along with what Univer's other parts and our state make of it. */
function restructure(
  book: Book,
  sheetId: string,
  commandId: string,
  range: IRange,
  redos: IMutationInfo[],
  undos: IMutationInfo[],
): void {
  const interceptors = book.injector.get(book.parts.SheetInterceptorService);
  const also = interceptors.onCommandExecute({ id: commandId, params: target(book, sheetId, range) });
  book.execute(
    [...(also.preRedos ?? []), ...redos, ...also.redos],
    [...(also.preUndos ?? []), ...undos, ...also.undos],
  );
}

const target = (book: Book, sheetId: string, range: IRange) => ({
  unitId: book.unitId,
  subUnitId: sheetId,
  range: { ...range },
});

const ROW_RANGE = 1;
const COLUMN_RANGE = 2;

const rowRange = (at: number, count: number, columns: number): IRange => ({
  startRow: at,
  endRow: at + count - 1,
  startColumn: 0,
  endColumn: columns - 1,
  rangeType: ROW_RANGE,
});

const columnRange = (at: number, count: number, rows: number): IRange => ({
  startRow: 0,
  endRow: rows - 1,
  startColumn: at,
  endColumn: at + count - 1,
  rangeType: COLUMN_RANGE,
});
