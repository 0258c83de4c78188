import { HostError } from "../protocol/host-error.ts";
import { intersection } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book } from "./book.ts";

const ADD = "sheet.mutation.add-worksheet-merge";
const REMOVE = "sheet.mutation.remove-worksheet-merge";

/** Excel's refusal to mix tables and merged cells. */
export const mergeConflict = (): HostError =>
  new HostError("MergedRangeConflict", "A table cannot hold merged cells.");

/** Merges cells into one, or each row of them apart, undoably; refused inside a table. */
export function mergeArea(book: Book, area: Area, across: boolean): void {
  if (book.state.tables.some((table) => intersection(table.area, area))) throw mergeConflict();
  unmergeArea(book, area);
  const rows = across
    ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
    : [area];
  const ranges = rows.filter(({ rows: height, columns }) => height * columns > 1).map(rangeOf);
  if (!ranges.length) return;
  const params = { unitId: book.unitId, subUnitId: area.sheetId, ranges };
  book.execute([{ id: ADD, params }], [{ id: REMOVE, params }]);
}

/** Takes merges that touch an area apart, undoably. */
export function unmergeArea(book: Book, area: Area): void {
  const ranges = mergesIn(book, area).map(rangeOf);
  if (!ranges.length) return;
  const params = { unitId: book.unitId, subUnitId: area.sheetId, ranges };
  book.execute([{ id: REMOVE, params }], [{ id: ADD, params }]);
}

/** The merged blocks that touch an area. */
export function mergesIn(book: Book, area: Area): Area[] {
  return book
    .sheet(area.sheetId)
    .getMergeData()
    .map((range) => ({
      sheetId: area.sheetId,
      row: range.startRow,
      column: range.startColumn,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    }))
    .filter((merge) => intersection(merge, area));
}

const rangeOf = ({ row, column, rows, columns }: Area) => ({
  startRow: row,
  startColumn: column,
  endRow: row + rows - 1,
  endColumn: column + columns - 1,
});
