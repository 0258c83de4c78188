import type { Book } from "../grid/book.ts";
import { hideLines } from "../grid/lines.ts";
import { emptySheet } from "./state.ts";
import type { SheetFilterState } from "./state.ts";
import { passes } from "./table-filter.ts";

/** Gives a sheet its own filter, or takes it away: rows that it keeps out are hidden, all others of it shown; undoably. */
export function setSheetFilter(book: Book, sheetId: string, filter: SheetFilterState | undefined): void {
  const before = book.state.sheets[sheetId]?.filter;
  if (before) hideLines(book, sheetId, "row", rowsOf(before), false);
  if (filter) hideLines(book, sheetId, "row", keptOut(book, filter), true);
  const sheet = { ...emptySheet, ...book.state.sheets[sheetId], filter };
  book.setState({ sheets: { ...book.state.sheets, [sheetId]: sheet } }, { undoable: true });
}

const rowsOf = ({ area }: SheetFilterState): number[] =>
  Array.from({ length: area.rows - 1 }, (_, at) => area.row + 1 + at);

function keptOut(book: Book, filter: SheetFilterState): number[] {
  const { area, filters } = filter;
  const passed = Object.entries(filters).map(([at, criteria]) => {
    const column = {
      ...area,
      row: area.row + 1,
      rows: area.rows - 1,
      column: area.column + Number(at),
      columns: 1,
    };
    return passes(book, column, criteria);
  });
  return rowsOf(filter).filter((_, at) => passed.some((column) => !column[at]));
}
