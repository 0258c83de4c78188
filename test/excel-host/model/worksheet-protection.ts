import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { HostError, invalidArgument } from "../protocol/host-error.ts";
import { changeSheet, sheetState } from "../state/sheets.ts";
import type { Session } from "./session.ts";

/** `Excel.WorksheetProtection`. */
export class WorksheetProtection extends ExcelObject {
  readonly #session: Session;
  readonly #sheetId: string;

  constructor(session: Session, sheetId: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  get protected(): boolean {
    return sheetState(this.#session.book, this.#sheetId).protected;
  }

  get options(): object {
    return sheetState(this.#session.book, this.#sheetId).protectionOptions;
  }

  protect(options: Record<string, unknown> = {}, password?: string): void {
    if (this.protected) throw new HostError("InvalidOperation", "The worksheet is already protected.");
    changeSheet(this.#session.book, this.#sheetId, { protected: true, protectionOptions: options, password });
    this.#raise(true);
  }

  unprotect(password?: string): void {
    const known = sheetState(this.#session.book, this.#sheetId).password;
    if (known !== undefined && known !== password) throw invalidArgument("password");
    changeSheet(this.#session.book, this.#sheetId, { protected: false, password: undefined });
    this.#raise(false);
  }

  #raise(isProtected: boolean): void {
    const args = { worksheetId: this.#sheetId, isProtected, source: this.#session.book.actor.source };
    this.#session.events.raise(EVENT.protectionChanged, [this.#sheetId, WORKBOOK_TARGET], args);
  }
}
