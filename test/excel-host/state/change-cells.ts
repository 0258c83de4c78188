import { intersection, isWholeColumns, isWholeRows } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import { requireUnprotected } from "../grid/enter-values.ts";
import { insertColumns, insertRows, removeColumns, removeRows, shiftCells } from "../grid/structure.ts";
import { HostError, invalidArgument } from "../protocol/host-error.ts";
import { tearsTable } from "./follow-shift.ts";
import { isFiltered } from "./tables.ts";

/** Inserts blank cells where an area is, pushing the others down or right; whole rows and columns as such. */
export function insertCells(book: Book, area: Area, direction: string): void {
  requireUnprotected(book, area.sheetId);
  if (isWholeRows(area)) return insertRows(book, area.sheetId, area.row, area.rows);
  if (isWholeColumns(area)) return insertColumns(book, area.sheetId, area.column, area.columns);
  const axis = axisOf(direction, "Down", "Right");
  refuseTornTables(book, area, axis);
  shiftCells(book, area, "insert", axis);
}

/** Deletes cells, closing the gap from below or from the right; whole rows and columns as such. */
export function deleteCells(book: Book, area: Area, direction: string): void {
  requireUnprotected(book, area.sheetId);
  refuseFilteredTables(book, area);
  if (isWholeRows(area)) return removeRows(book, area.sheetId, area.row, area.rows);
  if (isWholeColumns(area)) return removeColumns(book, area.sheetId, area.column, area.columns);
  const axis = axisOf(direction, "Up", "Left");
  refuseTornTables(book, area, axis);
  shiftCells(book, area, "remove", axis);
}

function axisOf(direction: string, rows: string, columns: string): "row" | "column" {
  if (direction === rows) return "row";
  if (direction === columns) return "column";
  throw invalidArgument(`direction ${direction}`);
}

const conflict = (why: string): HostError => new HostError("InsertDeleteConflict", why);

function refuseFilteredTables(book: Book, area: Area): void {
  const filtered = book.state.tables.find((table) => isFiltered(table) && intersection(table.area, area));
  if (filtered) throw conflict(`Rows of the filtered table ${filtered.name} cannot be deleted.`);
}

function refuseTornTables(book: Book, area: Area, axis: "row" | "column"): void {
  const moving =
    axis === "row"
      ? { ...area, rows: Number.MAX_SAFE_INTEGER }
      : { ...area, columns: Number.MAX_SAFE_INTEGER };
  const torn = book.state.tables.find((table) => tearsTable(table, moving, axis));
  if (torn)
    throw conflict(`The cells cannot shift, because part of the table ${torn.name} would be left behind.`);
}
