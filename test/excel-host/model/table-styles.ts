import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { Session } from "./session.ts";

/** `Excel.TableStyleCollection`: the styles that the workbook defines itself; a new one changes nothing in a table. */
export class TableStyleCollection extends ExcelCollection<TableStyle> {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get items(): TableStyle[] {
    return this.#session.book.state.tableStyles.map((name) => new TableStyle(this.#session, name));
  }

  add(name: string, makeUniqueName = false): TableStyle {
    const { book } = this.#session;
    const { tableStyles } = book.state;
    if (tableStyles.includes(name) || makeUniqueName) throw invalidArgument(`the table style ${name}`);
    book.setState({ tableStyles: [...tableStyles, name] }, { undoable: true });
    return new TableStyle(this.#session, name);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(name: string): TableStyle {
    const found = this.getItemOrNullObject(name);
    if (!found) throw itemNotFound(`table style ${name}`);
    return found;
  }

  getItemOrNullObject(name: string): TableStyle | null {
    return this.items.find((style) => style.name === name) ?? null;
  }

  override [itemByKey](key: unknown): TableStyle {
    return this.getItem(String(key));
  }
}

/** `Excel.TableStyle`. */
export class TableStyle extends ExcelObject {
  readonly #session: Session;
  readonly #name: string;

  constructor(session: Session, name: string) {
    super();
    this.#session = session;
    this.#name = name;
  }

  override [identity](): Identity {
    return { Id: this.#name };
  }

  get name(): string {
    return this.#name;
  }

  get readOnly(): boolean {
    return false;
  }

  delete(): void {
    const { book } = this.#session;
    const tableStyles = book.state.tableStyles.filter((name) => name !== this.#name);
    book.setState({ tableStyles }, { undoable: true });
  }
}
