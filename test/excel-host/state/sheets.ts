import type { Book } from "../grid/book.ts";
import { emptySheet } from "./state.ts";
import type { SheetState } from "./state.ts";

export const sheetState = (book: Book, sheetId: string): SheetState =>
  book.state.sheets[sheetId] ?? emptySheet;

/** Replaces some facts of a sheet. Excel never undoes them. */
export function changeSheet(book: Book, sheetId: string, change: Partial<SheetState>): void {
  const sheet = { ...sheetState(book, sheetId), ...change };
  book.setState({ sheets: { ...book.state.sheets, [sheetId]: sheet } }, { undoable: false });
}
