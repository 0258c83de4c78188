import { intersection } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import type { Book, CellMatrix } from "../grid/book.ts";
import { emptyContent, valueOf } from "../grid/contents.ts";

import { mergeConflict, mergesIn } from "../grid/merges.ts";
import { usedArea } from "../grid/used-area.ts";
import { writeCells } from "../grid/write-cells.ts";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { TableColumnState, TableState } from "./state.ts";

/** The table, by id; `ItemNotFound` when it was deleted. */
export function tableById(book: Book, id: string): TableState {
  const found = book.state.tables.find((table) => table.id === id);
  if (!found) throw itemNotFound(`table ${id}`);
  return found;
}

/** The table by name, ignoring case as Excel does, or by id. */
export function findTable(book: Book, key: string): TableState | undefined {
  const name = key.toLowerCase();
  return book.state.tables.find((table) => table.id === key || table.name.toLowerCase() === name);
}

/** Replaces some facts of a table, undoably. */
export function changeTable(book: Book, id: string, change: Partial<TableState>): void {
  const tables = book.state.tables.map((table) => (table.id === id ? { ...table, ...change } : table));
  book.setState({ tables }, { undoable: true });
}

export const headerArea = (table: TableState): Area => ({ ...table.area, rows: 1 });

/** The rows between header and totals. Excel keeps one blank row in a table without any. */
export const bodyArea = (table: TableState): Area => ({
  ...table.area,
  row: table.area.row + 1,
  rows: table.area.rows - 1 - (table.showTotals ? 1 : 0),
});

export const columnArea = (table: TableState, index: number): Area => ({
  ...bodyArea(table),
  column: table.area.column + index,
  columns: 1,
});

export const isFiltered = (table: TableState): boolean => Object.keys(table.filters).length > 0;

/** Makes a table of some cells. Without headers the cells move down and get the names that Excel gives. */
export function addTable(book: Book, area: Area, hasHeaders: boolean): TableState {
  refuseConflicts(book, area, undefined);
  const grown = hasHeaders && area.rows > 1 ? area : { ...area, rows: area.rows + 1 };
  refuseConflicts(book, grown, undefined);
  if (!hasHeaders) pushDown(book, area);
  const number = nextNumber(book);
  const table: TableState = {
    id: `{${crypto.randomUUID().toUpperCase()}}`,
    name: freeName(book, number),
    area: grown,
    columns: [],
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    showTotals: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filters: {},
  };
  const columns = columnsFromCells(book, table);
  book.setState({ tables: [...book.state.tables, { ...table, columns }] }, { undoable: true });
  writeHeader(book, tableById(book, table.id));
  return tableById(book, table.id);
}

/** `MergedRangeConflict` over merged cells, `InvalidOperation` over another table. */
export function refuseConflicts(book: Book, area: Area, except: string | undefined): void {
  if (mergesIn(book, area).length) throw mergeConflict();
  if (overlapsTable(book, area, except))
    throw new HostError("InvalidOperation", "A table cannot overlap another table.");
}

/** Whether an area shares cells with a table other than the one excepted. */
export const overlapsTable = (book: Book, area: Area, except: string | undefined): boolean =>
  book.state.tables.some((table) => table.id !== except && intersection(table.area, area) !== undefined);

/** The columns as the header cells name them now: unique, never blank; known columns keep their ids by position. */
export function columnsFromCells(book: Book, table: TableState): TableColumnState[] {
  const { sheetId, row, column, columns } = table.area;
  const cells = book.cells(sheetId)[row] ?? {};
  const taken = new Set<string>();
  const named = Array.from({ length: columns }, (_, index) =>
    String(valueOf(cells[column + index])).toLowerCase(),
  );
  let nextId = Math.max(0, ...table.columns.map(({ id }) => id)) + 1;
  return Array.from({ length: columns }, (_, index) => {
    const text = String(valueOf(cells[column + index]));
    const name = text ? unique(text, taken) : freeColumnName(taken, named);
    return { id: table.columns[index]?.id ?? nextId++, name };
  });
}

/** Puts the columns' names into the header cells that say something else. */
export function writeHeader(book: Book, table: TableState): void {
  const { sheetId, row, column } = table.area;
  const cells = book.cells(sheetId)[row] ?? {};
  const line: CellMatrix[number] = {};
  table.columns.forEach(({ name }, index) => {
    const cell = cells[column + index];
    if (cell?.v !== name || cell.f) line[column + index] = { v: name, t: 1, f: null, si: null, p: null };
  });
  if (Object.keys(line).length) writeCells(book, sheetId, { [row]: line });
}

/** `Columna1`, or the first number that is free. */
function freeColumnName(taken: Set<string>, named: readonly string[]): string {
  let number = 1;
  while (taken.has(`columna${number}`) || named.includes(`columna${number}`)) number += 1;
  return unique(`Columna${number}`, taken);
}

/** `Precio`, then `Precio2`, as Excel makes double headers unique. */
export function unique(text: string, taken: Set<string>): string {
  let name = text;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${text}${number}`;
  taken.add(name.toLowerCase());
  return name;
}

function pushDown(book: Book, area: Area): void {
  const used = usedArea(book, area.sheetId, { valuesOnly: false });
  if (!used) return;
  const cells = book.cells(area.sheetId);
  const matrix: CellMatrix = {};
  const bottom = Math.max(used.row + used.rows, area.row + area.rows);
  for (let row = area.row; row <= bottom; row += 1) {
    const above = row === area.row ? undefined : cells[row - 1];
    matrix[row] = Object.fromEntries(
      Array.from({ length: area.columns }, (_, index) => {
        const cell = above?.[area.column + index];
        return [area.column + index, cell ? { ...emptyContent, ...cell } : null];
      }),
    );
  }
  writeCells(book, area.sheetId, matrix);
}

const nextNumber = (book: Book): number => book.state.tables.length + 1;

function freeName(book: Book, from: number): string {
  let number = from;
  while (findTable(book, `Tabla${number}`)) number += 1;
  return `Tabla${number}`;
}

/** A table's name: letters, digits, points and underscores, not a cell's address, not taken. */
export function checkedTableName(book: Book, name: string, except: string): string {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name) || /^[a-z]{1,3}\d+$/i.test(name))
    throw invalidArgument(`name ${name}`);
  const other = findTable(book, name);
  const isName = book.state.names.some((item) => item.name.toLowerCase() === name.toLowerCase());
  if ((other && other.id !== except) || isName) throw invalidArgument(`the name ${name} is taken`);
  return name;
}
