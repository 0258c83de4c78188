import { intersection, lastRow } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import { clearArea } from "../grid/clear.ts";
import { shiftCells } from "../grid/structure.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { newColumns } from "./follow-shift.ts";
import type { TableState } from "./state.ts";
import { clearFilters } from "./table-filter.ts";
import {
  bodyArea,
  changeTable,
  columnsFromCells,
  refuseConflicts,
  tableById,
  writeHeader,
} from "./tables.ts";

/** Gives a table other cells: the header stays in its row, and one row at least is below it. */
export function resizeTable(book: Book, table: TableState, area: Area): void {
  const { sheetId, row } = table.area;
  if (area.sheetId !== sheetId || area.row !== row || area.rows < 2 || !intersection(area, table.area))
    throw invalidArgument("the header row of a table stays where it is");
  refuseConflicts(book, area, table.id);
  const resized = { ...table, area };
  const columns = columnsFromCells(book, { ...resized, columns: columnsAt(table, area) });
  changeTable(book, table.id, { area, columns });
  writeHeader(book, tableById(book, table.id));
}

/** The columns that stay, in place: those of cells that the table had before keep their ids. */
function columnsAt(table: TableState, area: Area): TableState["columns"] {
  const added = newColumns(table.columns, area.columns);
  return Array.from({ length: area.columns }, (_, index) => {
    const before = table.columns[area.column + index - table.area.column];
    return before ?? added[index] ?? { id: 0, name: "" };
  });
}

/** Removes a table; its cells go with it or stay as plain cells. */
export function deleteTable(book: Book, table: TableState, { withCells }: { withCells: boolean }): void {
  clearFilters(book, table);
  book.setState({ tables: book.state.tables.filter(({ id }) => id !== table.id) }, { undoable: true });
  if (withCells) clearArea(book, table.area, "All");
}

/** Shows or takes away the row of totals below the body. */
export function showTotals(book: Book, table: TableState, show: boolean): void {
  if (show === table.showTotals) return;
  const totals = { ...table.area, row: lastRow(table.area) + (show ? 1 : 0), rows: 1 };
  if (show) shiftCells(book, totals, "insert", "row");
  else clearArea(book, totals, "All");
  const rows = table.area.rows + (show ? 1 : -1);
  changeTable(book, table.id, { showTotals: show, area: { ...table.area, rows } });
}

/** Adds rows to the body at a position, pushing what lies below the table's columns down; gives their cells. */
export function insertTableRows(book: Book, table: TableState, index: number, count: number): Area {
  const body = bodyArea(table);
  if (index < 0 || index > body.rows) throw invalidArgument(`row ${index}`);
  const area = { ...body, row: body.row + index, rows: count };
  shiftCells(book, area, "insert", "row");
  const grown = { ...table.area, rows: table.area.rows + count };
  changeTable(book, table.id, { area: grown });
  return area;
}

/** Takes rows out of the body; the last one is emptied instead, as a table keeps one. */
export function removeTableRows(book: Book, table: TableState, index: number, count: number): void {
  const body = bodyArea(table);
  if (index < 0 || index + count > body.rows) throw invalidArgument(`row ${index}`);
  const keeps = count === body.rows ? 1 : 0;
  if (keeps) clearArea(book, { ...body, rows: 1 }, "Contents");
  if (count - keeps > 0)
    shiftCells(book, { ...body, row: body.row + index + keeps, rows: count - keeps }, "remove", "row");
}

/** Adds a column at a position, pushing the cells to the right of the table; gives its cells, header first. */
export function insertTableColumn(book: Book, table: TableState, index: number): Area {
  const area = { ...table.area, column: table.area.column + index, columns: 1 };
  shiftCells(book, area, "insert", "column");
  const [added] = newColumns(table.columns, 1);
  const columns = added ? table.columns.toSpliced(index, 0, added) : table.columns;
  changeTable(book, table.id, { columns, area: { ...table.area, columns: table.area.columns + 1 } });
  writeHeader(book, tableById(book, table.id));
  return area;
}

/** Takes a column away with its cells. */
export function removeTableColumn(book: Book, table: TableState, index: number): void {
  if (table.columns.length === 1) throw invalidArgument("the only column of a table");
  const area = { ...table.area, column: table.area.column + index, columns: 1 };
  shiftCells(book, area, "remove", "column");
}
