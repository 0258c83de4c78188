import { ADDIN_LOCALE, enterValues, requireUnprotected } from "../grid/enter-values.ts";
import { ExcelCollection, ExcelObject, itemByKey } from "../protocol/excel-object.ts";
import { HostError, itemNotFound } from "../protocol/host-error.ts";
import { insertTableRows, removeTableRows } from "../state/table-shape.ts";
import { bodyArea, isFiltered, tableById } from "../state/tables.ts";
import type { TableState } from "../state/state.ts";
import { areaOf } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";

/** `Excel.TableRowCollection`. */
export class TableRowCollection extends ExcelCollection<TableRow> {
  readonly #session: Session;
  readonly #tableId: string;

  constructor(session: Session, tableId: string) {
    super();
    this.#session = session;
    this.#tableId = tableId;
  }

  get items(): TableRow[] {
    return Array.from(
      { length: this.count },
      (_, index) => new TableRow(this.#session, this.#tableId, index),
    );
  }

  get count(): number {
    return bodyArea(this.#table).rows;
  }

  getCount(): number {
    return this.count;
  }

  /** Adds rows; at the end when no position is given. */
  add(index?: number | null, values?: unknown, _alwaysInsert?: boolean): TableRow {
    const { book } = this.#session;
    requireUnprotected(book, this.#table.area.sheetId);
    const at = index === null || index === undefined || index === -1 ? this.count : index;
    const rows = Array.isArray(values) ? (Array.isArray(values[0]) ? values : [values]) : [];
    const area = insertTableRows(book, this.#table, at, Math.max(1, rows.length));
    if (rows.length) enterValues(book, area, rows, ADDIN_LOCALE);
    return new TableRow(this.#session, this.#tableId, at);
  }

  deleteRowsAt(index: number, count = 1): void {
    removeRows(this.#session, this.#table, index, count);
  }

  getItemAt(index: number): TableRow {
    if (index < 0 || index >= this.count) throw itemNotFound(`row ${index}`);
    return new TableRow(this.#session, this.#tableId, index);
  }

  override [itemByKey](key: unknown): TableRow {
    return this.getItemAt(Number(key));
  }

  get #table(): TableState {
    return tableById(this.#session.book, this.#tableId);
  }
}

/** `Excel.TableRow`: a position in the body, not a row with an identity. */
export class TableRow extends ExcelObject {
  readonly #session: Session;
  readonly #tableId: string;
  readonly #index: number;

  constructor(session: Session, tableId: string, index: number) {
    super();
    this.#session = session;
    this.#tableId = tableId;
    this.#index = index;
  }

  get index(): number {
    return this.#index;
  }

  get values(): unknown {
    return this.getRange().values;
  }

  set values(values: unknown) {
    enterValues(this.#session.book, this.getRange()[areaOf], values, ADDIN_LOCALE);
  }

  getRange(): Range {
    const body = bodyArea(tableById(this.#session.book, this.#tableId));
    if (this.#index >= body.rows) throw itemNotFound(`row ${this.#index}`);
    return new Range(this.#session, { ...body, row: body.row + this.#index, rows: 1 });
  }

  delete(): void {
    removeRows(this.#session, tableById(this.#session.book, this.#tableId), this.#index, 1);
  }
}

function removeRows(session: Session, table: TableState, index: number, count: number): void {
  requireUnprotected(session.book, table.area.sheetId);
  if (isFiltered(table))
    throw new HostError(
      "InsertDeleteConflict",
      `Rows of the filtered table ${table.name} cannot be deleted.`,
    );
  removeTableRows(session.book, table, index, count);
}
