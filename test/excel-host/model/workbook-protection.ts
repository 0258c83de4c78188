import { ExcelObject } from "../protocol/excel-object.ts";
import { HostError, invalidArgument } from "../protocol/host-error.ts";
import type { Session } from "./session.ts";

/** `Excel.WorkbookProtection`: of the structure, so no sheets come or go. */
export class WorkbookProtection extends ExcelObject {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get protected(): boolean {
    return this.#session.workbookProtection !== undefined;
  }

  protect(password = ""): void {
    if (this.protected) throw new HostError("InvalidOperation", "The workbook is already protected.");
    this.#session.workbookProtection = { password };
  }

  unprotect(password = ""): void {
    if (this.#session.workbookProtection && this.#session.workbookProtection.password !== password)
      throw invalidArgument("password");
    this.#session.workbookProtection = undefined;
  }
}
