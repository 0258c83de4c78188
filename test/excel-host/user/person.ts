import type { Actor } from "../grid/actor.ts";
import { parseAddress } from "../grid/address.ts";
import type { Area } from "../grid/area.ts";
import { clearArea } from "../grid/clear.ts";
import type { CellValue } from "../grid/contents.ts";
import { enterValues, requireUnlocked, requireUnprotected } from "../grid/enter-values.ts";
import { setHidden } from "../grid/lines.ts";
import { insertColumns, insertRows, removeColumns, removeRows } from "../grid/structure.ts";
import { onGrid } from "../model/range-navigation.ts";
import { sortArea } from "../model/range-sort.ts";
import type { Session } from "../model/session.ts";
import { Table } from "../model/table.ts";
import { WorksheetProtection } from "../model/worksheet-protection.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { TableState } from "../state/state.ts";
import { applyFilters, clearFilters } from "../state/table-filter.ts";
import { bodyArea, findTable } from "../state/tables.ts";
import { activateSheet, addSheet, deleteSheet, renameSheet } from "../state/worksheets.ts";
import { copyCells, moveCells } from "./move-cells.ts";

/**
 * What somebody does at the sheet. Addresses are like `B5` on the sheet on top, or `Hoja2!B5`. Texts are read in the
 * workbook's locale, as typed. An act that Excel refuses throws the error that Excel would show.
 */
export interface Person {
  type: (address: string, text: CellValue) => void;
  /** Pastes a block of texts with its first cell at an address, as from another program. */
  paste: (address: string, rows: readonly (readonly CellValue[])[]) => void;
  /** The Delete key. */
  clear: (address: string) => void;
  copyPaste: (from: string, to: string) => void;
  cutPaste: (from: string, to: string) => void;
  select: (address: string) => void;
  insertRows: (address: string) => void;
  deleteRows: (address: string) => void;
  insertColumns: (address: string) => void;
  deleteColumns: (address: string) => void;
  hideRows: (address: string, hidden?: boolean) => void;
  hideColumns: (address: string, hidden?: boolean) => void;
  sort: (table: string, column: string, ascending?: boolean) => void;
  /** Lets only rows through whose cell shows one of the texts. */
  filter: (table: string, column: string, allowed: readonly string[]) => void;
  clearFilter: (table: string) => void;
  renameHeader: (table: string, column: string, name: string) => void;
  deleteTable: (table: string) => void;
  convertToRange: (table: string) => void;
  protect: (sheet: string) => void;
  unprotect: (sheet: string) => void;
  addSheet: (name: string) => void;
  renameSheet: (sheet: string, name: string) => void;
  deleteSheet: (sheet: string) => void;
  activate: (sheet: string) => void;
  undo: () => void;
  redo: () => void;
}

/** A person, here or in another Excel, as `actor` says. */
export function createPerson(session: Session, actor: Actor): Person {
  const { book } = session;
  const act =
    <Args extends unknown[]>(work: (...args: Args) => void) =>
    (...args: Args): void => {
      const step = book.undo.begin();
      try {
        step.run(() => book.as(actor, () => work(...args)));
      } finally {
        step.finish(actor.source === "Local");
      }
    };
  const area = (address: string): Area => areaAt(session, address);
  const table = (name: string): TableState => tableNamed(session, name);
  return {
    type: act((address, text) => enterValues(book, area(address), text, book.locale)),
    paste: act((address, rows) => {
      const target = { ...area(address), rows: rows.length, columns: rows[0]?.length ?? 0 };
      enterValues(book, target, rows, book.locale);
    }),
    clear: act((address) => {
      requireUnlocked(book, area(address));
      clearArea(book, area(address), "Contents");
    }),
    copyPaste: act((from, to) => copyCells(book, area(from), area(to))),
    cutPaste: act((from, to) => moveCells(book, area(from), area(to))),
    select: act((address) => session.select(area(address))),
    insertRows: act((address) =>
      changeLines(session, area(address), (at) => insertRows(book, at.sheetId, at.row, at.rows)),
    ),
    deleteRows: act((address) =>
      changeLines(session, area(address), (at) => removeRows(book, at.sheetId, at.row, at.rows)),
    ),
    insertColumns: act((address) =>
      changeLines(session, area(address), (at) => insertColumns(book, at.sheetId, at.column, at.columns)),
    ),
    deleteColumns: act((address) =>
      changeLines(session, area(address), (at) => removeColumns(book, at.sheetId, at.column, at.columns)),
    ),
    hideRows: act((address, hidden = true) => setHidden(book, area(address), "row", hidden)),
    hideColumns: act((address, hidden = true) => setHidden(book, area(address), "column", hidden)),
    sort: act((name, column, ascending = true) =>
      sortArea(session, bodyArea(table(name)), [{ key: columnNamed(table(name), column), ascending }]),
    ),
    filter: act((name, column, allowed) => {
      const { id } = table(name).columns[columnNamed(table(name), column)] ?? { id: 0 };
      const filter = { filterOn: "Values", values: allowed };
      applyFilters(book, table(name), { ...table(name).filters, [id]: filter });
    }),
    clearFilter: act((name) => clearFilters(book, table(name))),
    renameHeader: act((name, column, title) => {
      const header = { ...table(name).area, rows: 1, columns: 1 };
      enterValues(
        book,
        { ...header, column: header.column + columnNamed(table(name), column) },
        title,
        book.locale,
      );
    }),
    deleteTable: act((name) => new Table(session, table(name).id).delete()),
    convertToRange: act((name) => void new Table(session, table(name).id).convertToRange()),
    protect: act((sheet) => new WorksheetProtection(session, sheetNamed(session, sheet)).protect()),
    unprotect: act((sheet) => new WorksheetProtection(session, sheetNamed(session, sheet)).unprotect()),
    addSheet: act((name) => activateSheet(session, addSheet(session, name))),
    renameSheet: act((sheet, name) => renameSheet(session, sheetNamed(session, sheet), name)),
    deleteSheet: act((sheet) => deleteSheet(session, sheetNamed(session, sheet))),
    activate: act((sheet) => activateSheet(session, sheetNamed(session, sheet))),
    undo: () => book.as(actor, () => book.undoLast()),
    redo: () => book.as(actor, () => book.redoLast()),
  };
}

function areaAt(session: Session, address: string): Area {
  const parsed = parseAddress(address);
  if (!parsed) throw invalidArgument(`address ${address}`);
  const sheetId =
    parsed.sheetName === undefined ? session.activeSheetId() : sheetNamed(session, parsed.sheetName);
  return onGrid({ ...parsed, sheetId });
}

/** The id of the sheet with a name; `ItemNotFound` when there is none. */
export function sheetNamed({ book }: Session, name: string): string {
  const found = book.workbook.getSheetBySheetName(name);
  if (!found) throw itemNotFound(`worksheet ${name}`);
  return found.getSheetId();
}

function tableNamed({ book }: Session, name: string): TableState {
  const found = findTable(book, name);
  if (!found) throw itemNotFound(`table ${name}`);
  return found;
}

function columnNamed(table: TableState, name: string): number {
  const index = table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  if (index < 0) throw itemNotFound(`column ${name}`);
  return index;
}

function changeLines({ book }: Session, area: Area, change: (area: Area) => void): void {
  requireUnprotected(book, area.sheetId);
  change(area);
}
