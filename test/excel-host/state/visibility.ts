import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import type { Book } from "../grid/book.ts";
import type { Session } from "../model/session.ts";
import { HostError, invalidArgument } from "../protocol/host-error.ts";
import { changeSheet, sheetState } from "./sheets.ts";
import { activateSheet } from "./worksheets.ts";

/** `Excel.SheetVisibility` of a sheet; Univer knows no very hidden sheets, so that is our own note. */
export function visibilityOf(book: Book, sheetId: string): string {
  if (book.sheet(sheetId).getConfig().hidden !== 1) return "Visible";
  return sheetState(book, sheetId).veryHidden ? "VeryHidden" : "Hidden";
}

/** Shows or hides a sheet. One visible sheet always stays. */
export function setVisibility(session: Session, sheetId: string, visibility: string): void {
  const { book } = session;
  if (!["Visible", "Hidden", "VeryHidden"].includes(visibility))
    throw invalidArgument(`visibility ${visibility}`);
  const visibilityBefore = visibilityOf(book, sheetId);
  const hidden = visibility === "Visible" ? 0 : 1;
  if (hidden && visibilityBefore === "Visible") leave(session, sheetId);
  const params = { unitId: book.unitId, subUnitId: sheetId, hidden };
  book.stayingOnSheet(() => book.execute([{ id: "sheet.mutation.set-worksheet-hidden", params }], []));
  changeSheet(book, sheetId, { veryHidden: visibility === "VeryHidden" });
  const args = {
    worksheetId: sheetId,
    visibilityBefore,
    visibilityAfter: visibility,
    source: book.actor.source,
  };
  session.events.raise(EVENT.visibilityChanged, [sheetId, WORKBOOK_TARGET], args);
}

function leave(session: Session, sheetId: string): void {
  const other = session.book.workbook
    .getSheets()
    .find((sheet) => sheet.getSheetId() !== sheetId && sheet.getConfig().hidden !== 1);
  if (!other) throw new HostError("InvalidOperation", "A workbook keeps at least one visible worksheet.");
  if (session.activeSheetId() === sheetId) activateSheet(session, other.getSheetId());
}
