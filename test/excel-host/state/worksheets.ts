import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import type { Book } from "../grid/book.ts";
import type { Session } from "../model/session.ts";
import { HostError, accessDenied, invalidArgument } from "../protocol/host-error.ts";

import { followRename } from "./rename-sheet.ts";

const FORBIDDEN_IN_NAMES = /[\\/?*[\]:]/;
const LONGEST_NAME = 31;

/** Adds an empty sheet at the end and gives its id. `InvalidArgument` for a name that Excel refuses. */
export function addSheet(session: Session, name: string | undefined): string {
  const { book } = session;
  requireOpenStructure(session);
  const sheetId = `{${crypto.randomUUID().toUpperCase()}}`;
  const sheet = {
    id: sheetId,
    name: name ? checkedName(book, name, undefined) : freeName(book),
    ...emptySheet(),
  };
  const params = { unitId: book.unitId, index: book.workbook.getSheets().length, sheet };
  book.stayingOnSheet(() => book.execute([{ id: "sheet.mutation.insert-sheet", params }], []));
  session.events.raise(EVENT.added, [WORKBOOK_TARGET], { worksheetId: sheetId, source: book.actor.source });
  return sheetId;
}

/** Univer's own defaults, all of which its command for adding a sheet expects to be given. */
const emptySheet = () => ({
  rowCount: 1000,
  columnCount: 26,
  tabColor: "",
  hidden: 0,
  zoomRatio: 1,
  scrollTop: 0,
  scrollLeft: 0,
  defaultColumnWidth: 88,
  defaultRowHeight: 24,
  freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
  mergeData: [],
  cellData: {},
  rowData: {},
  columnData: {},
  showGridlines: 1,
  rowHeader: { width: 46, hidden: 0 },
  columnHeader: { height: 20, hidden: 0 },
  rightToLeft: 0,
});

/** Deletes a sheet with its tables and local names; never undoable, as in Excel. The last visible one stays. */
export function deleteSheet(session: Session, sheetId: string): void {
  const { book } = session;
  requireOpenStructure(session);
  const sheet = book.sheet(sheetId);
  const others = book.workbook
    .getSheets()
    .filter((other) => other.getSheetId() !== sheetId && other.getConfig().hidden !== 1);
  if (!others.length)
    throw new HostError("InvalidOperation", "A workbook keeps at least one visible worksheet.");
  if (book.workbook.getActiveSheet()?.getSheetId() === sheetId)
    activateSheet(session, others[0]?.getSheetId() ?? "");
  const { [sheetId]: _gone, ...sheets } = book.state.sheets;
  book.setState(
    {
      tables: book.state.tables.filter(({ area }) => area.sheetId !== sheetId),
      names: book.state.names
        .filter((item) => item.sheetId !== sheetId)
        .map((item) =>
          item.area?.sheetId === sheetId ? { ...item, area: undefined, formula: "=#REF!" } : item,
        ),
      validations: book.state.validations.filter(({ area }) => area.sheetId !== sheetId),
      conditionalFormats: book.state.conditionalFormats.filter(({ areas }) => areas[0]?.sheetId !== sheetId),
      sheets,
    },
    { undoable: false },
  );
  const params = { unitId: book.unitId, subUnitId: sheetId, subUnitName: sheet.getName() };
  book.execute([{ id: "sheet.mutation.remove-sheet", params }], []);
  session.events.raise(EVENT.deleted, [WORKBOOK_TARGET], { worksheetId: sheetId, source: book.actor.source });
}

/** Renames a sheet, undoably, and with it the addresses in formulas, which Univer keeps by name. */
export function renameSheet(session: Session, sheetId: string, name: string): void {
  const { book } = session;
  requireOpenStructure(session);
  const nameBefore = book.sheet(sheetId).getName();
  if (nameBefore === name) return;
  const mutation = (to: string) => ({
    id: "sheet.mutation.set-worksheet-name",
    params: { unitId: book.unitId, subUnitId: sheetId, name: to },
  });
  const nameAfter = checkedName(book, name, sheetId);
  const interceptors = book.injector.get(book.parts.SheetInterceptorService);
  const also = interceptors.onCommandExecute({
    id: "sheet.command.set-worksheet-name",
    params: mutation(nameAfter).params,
  });
  book.execute([mutation(nameAfter), ...also.redos], [mutation(nameBefore), ...also.undos]);
  book.setState(followRename(book.state, nameBefore, nameAfter), { undoable: true });
  const args = { worksheetId: sheetId, nameBefore, nameAfter, source: book.actor.source };
  session.events.raise(EVENT.nameChanged, [sheetId, WORKBOOK_TARGET], args);
}

/** Brings a sheet to the top; a hidden one cannot come. */
export function activateSheet({ book }: Session, sheetId: string): void {
  if (book.sheet(sheetId).getConfig().hidden === 1)
    throw new HostError("InvalidOperation", "A hidden worksheet cannot be activated.");
  if (book.workbook.getActiveSheet()?.getSheetId() !== sheetId) book.activate(sheetId);
}

export function moveSheet(book: Book, sheetId: string, position: number): void {
  const from = book.workbook.getSheetOrders().indexOf(sheetId);
  if (position < 0 || position >= book.workbook.getSheetOrders().length)
    throw invalidArgument(`position ${position}`);
  const move = (fromOrder: number, toOrder: number) => ({
    id: "sheet.mutation.set-worksheet-order",
    params: { unitId: book.unitId, subUnitId: sheetId, fromOrder, toOrder },
  });
  book.execute([move(from, position)], [move(position, from)]);
}

export function setTabColor(book: Book, sheetId: string, color: string): void {
  const paint = (to: string) => ({
    id: "sheet.mutation.set-tab-color",
    params: { unitId: book.unitId, subUnitId: sheetId, color: to },
  });
  book.execute([paint(color)], [paint(book.sheet(sheetId).getConfig().tabColor ?? "")]);
}

export function showGridlines(book: Book, sheetId: string, show: boolean): void {
  const toggle = (to: boolean) => ({
    id: "sheet.mutation.toggle-gridlines",
    params: { unitId: book.unitId, subUnitId: sheetId, showGridlines: to ? 1 : 0 },
  });
  book.execute([toggle(show)], [toggle(!show)]);
}

/** `AccessDenied` when the workbook's structure is protected. */
function requireOpenStructure({ workbookProtection }: Session): void {
  if (workbookProtection) throw accessDenied("the structure of the workbook is protected");
}

function checkedName(book: Book, name: string, except: string | undefined): string {
  const taken = book.workbook
    .getSheets()
    .some((sheet) => sheet.getSheetId() !== except && sheet.getName().toLowerCase() === name.toLowerCase());
  if (taken || !name || name.length > LONGEST_NAME || FORBIDDEN_IN_NAMES.test(name))
    throw invalidArgument(`worksheet name ${name}`);
  return name;
}

function freeName(book: Book): string {
  const names = new Set(book.workbook.getSheets().map((sheet) => sheet.getName()));
  let number = names.size + 1;
  while (names.has(`Hoja${number}`)) number += 1;
  return `Hoja${number}`;
}
