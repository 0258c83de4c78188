import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import type { EventHub } from "../events/event-hub.ts";
import { localAddress } from "../grid/address.ts";
import type { Area } from "../grid/area.ts";
import type { Book } from "../grid/book.ts";
import type { Calculation } from "../grid/calculation.ts";
import { References } from "../protocol/references.ts";
import { activateSheet } from "../state/worksheets.ts";
import type { Session } from "./session.ts";

const SET_ACTIVE = "sheet.operation.set-worksheet-active";
const SET_SELECTIONS = "sheet.operation.set-selections";

/** The session over a workbook; the selection is kept here, and shown in Univer. */
export function createSession(book: Book, events: EventHub, calculation: Calculation): Session {
  const selections = new Map<string, Area>();
  const activeSheetId = (): string => book.workbook.getActiveSheet()?.getSheetId() ?? "";
  const firstCell = (): Area => ({ sheetId: activeSheetId(), row: 0, column: 0, rows: 1, columns: 1 });
  const session: Session = {
    book,
    events,
    references: new References(),
    activeSheetId,
    selected: () => selections.get(activeSheetId()) ?? firstCell(),
    select: (area) => {
      activateSheet(session, area.sheetId);
      book.commands.syncExecuteCommand(SET_SELECTIONS, selectionParams(book, area));
    },
    recalculate: () => calculation.restart(),
    customProperties: new Map(),
    calculationMode: "Automatic",
    workbookProtection: undefined,
  };
  tellActivation(session);
  book.commands.onCommandExecuted(({ id, params }) => {
    const area = id === SET_SELECTIONS ? selectedArea(book, params) : undefined;
    if (!area || sameArea(area, selections.get(area.sheetId))) return;
    selections.set(area.sheetId, area);
    const args = { worksheetId: area.sheetId, address: localAddress(area) };
    events.raise(EVENT.selectionChanged, [area.sheetId, WORKBOOK_TARGET], args);
  });
  return session;
}

/** Raises the events of sheets that come to the top, whoever brings them there. */
function tellActivation({ book, events, activeSheetId }: Session): void {
  let last = activeSheetId();
  book.commands.onCommandExecuted(({ id }) => {
    const now = activeSheetId();
    if (id !== SET_ACTIVE || book.isArranging || now === last) return;
    events.raise(EVENT.deactivated, [last, WORKBOOK_TARGET], { worksheetId: last });
    events.raise(EVENT.activated, [now, WORKBOOK_TARGET], { worksheetId: now });
    last = now;
  });
}

const sameArea = (a: Area, b: Area | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

function selectionParams(book: Book, { sheetId, row, column, rows, columns }: Area): object {
  const range = {
    startRow: row,
    startColumn: column,
    endRow: row + rows - 1,
    endColumn: column + columns - 1,
    rangeType: 0,
  };
  const primary = {
    startRow: row,
    startColumn: column,
    endRow: row,
    endColumn: column,
    actualRow: row,
    actualColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  // Excel brings into sight what is selected for somebody; so does Univer when told to reveal it.
  const selections = [{ range, primary, style: null }];
  return { unitId: book.unitId, subUnitId: sheetId, selections, reveal: true };
}

interface SelectionParams {
  unitId?: string;
  subUnitId?: string;
  selections?: { range: { startRow: number; startColumn: number; endRow: number; endColumn: number } }[];
}

function selectedArea(book: Book, params: object | undefined): Area | undefined {
  const { unitId, subUnitId, selections }: SelectionParams = params ?? {};
  const range = selections?.at(-1)?.range;
  if (unitId !== book.unitId || !subUnitId || !range) return undefined;
  return {
    sheetId: subUnitId,
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}
