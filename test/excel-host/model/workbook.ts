import { ExcelObject, referenceId } from "../protocol/excel-object.ts";
import { itemNotFound } from "../protocol/host-error.ts";
import { Application } from "./application.ts";
import { CustomXmlPartCollection } from "./custom-xml.ts";
import { Functions } from "./functions.ts";
import { NamedItemCollection } from "./named-items.ts";
import { DocumentProperties } from "./document-properties.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";
import { SettingCollection } from "./settings.ts";
import { TableCollection } from "./table-collection.ts";
import { TableStyleCollection } from "./table-styles.ts";
import { WorkbookProtection } from "./workbook-protection.ts";
import { WorksheetCollection } from "./worksheet-collection.ts";

/** `Excel.Workbook`: the root of every path. */
export class Workbook extends ExcelObject {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get name(): string {
    return this.#session.book.workbook.name;
  }

  get readOnly(): boolean {
    return false;
  }

  /** Nothing is saved through the stand-in: whatever was done since it was opened counts. */
  get isDirty(): boolean {
    return this.#session.book.undo.hasSteps;
  }

  get application(): Application {
    return new Application(this.#session);
  }

  get functions(): Functions {
    return new Functions();
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.#session);
  }

  get tables(): TableCollection {
    return new TableCollection(this.#session);
  }

  get tableStyles(): TableStyleCollection {
    return new TableStyleCollection(this.#session);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#session);
  }

  get settings(): SettingCollection {
    return new SettingCollection(this.#session);
  }

  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#session);
  }

  get properties(): DocumentProperties {
    return new DocumentProperties(this.#session);
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.#session);
  }

  getSelectedRange(): Range {
    return new Range(this.#session, this.#session.selected());
  }

  getActiveCell(): Range {
    return new Range(this.#session, { ...this.#session.selected(), rows: 1, columns: 1 });
  }

  _removeReference(id: string): void {
    this.#session.references.release(id);
  }

  _getRangeForEventByReferenceId(id: string): Range {
    const range = this._getRangeOrNullObjectForEventByReferenceId(id);
    if (!range) throw itemNotFound("the cells of the event");
    return range;
  }

  _getRangeOrNullObjectForEventByReferenceId(id: string): Range | null {
    const object = this.#session.references.get(id);
    return object instanceof Range && object[referenceId] !== undefined ? object : null;
  }
}
