import { ADDIN_LOCALE, enterValues, requireUnprotected } from "../grid/enter-values.ts";
import { readBlock, valueOf } from "../grid/contents.ts";
import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { TableColumnState, TableState } from "../state/state.ts";
import { insertTableColumn, removeTableColumn } from "../state/table-shape.ts";
import { columnArea, tableById } from "../state/tables.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";
import { ColumnFilter } from "./table-auto-filter.ts";

/** `Excel.TableColumnCollection`. */
export class TableColumnCollection extends ExcelCollection<TableColumn> {
  readonly #session: Session;
  readonly #tableId: string;

  constructor(session: Session, tableId: string) {
    super();
    this.#session = session;
    this.#tableId = tableId;
  }

  get items(): TableColumn[] {
    return this.#table.columns.map(({ id }) => new TableColumn(this.#session, this.#tableId, id));
  }

  get count(): number {
    return this.#table.columns.length;
  }

  getCount(): number {
    return this.count;
  }

  /** Adds a column; last when no position is given. `values` begins with the header. */
  add(index?: number | null, values?: unknown, name?: string | null): TableColumn {
    const { book } = this.#session;
    requireUnprotected(book, this.#table.area.sheetId);
    const at = index === null || index === undefined || index === -1 ? this.count : index;
    if (at < 0 || at > this.count) throw invalidArgument(`column ${at}`);
    const area = insertTableColumn(book, this.#table, at);
    if (Array.isArray(values)) enterValues(book, area, values, ADDIN_LOCALE);
    if (typeof name === "string") enterValues(book, { ...area, rows: 1 }, [[name]], ADDIN_LOCALE);
    return new TableColumn(this.#session, this.#tableId, this.#table.columns[at]?.id ?? 0);
  }

  getItem(key: number | string): TableColumn {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound(`column ${key}`);
    return found;
  }

  getItemOrNullObject(key: number | string): TableColumn | null {
    const name = String(key).toLowerCase();
    const found = this.#table.columns.find(
      (column) => column.id === key || column.name.toLowerCase() === name,
    );
    return found ? new TableColumn(this.#session, this.#tableId, found.id) : null;
  }

  getItemAt(index: number): TableColumn {
    const found = this.#table.columns[index];
    if (!found) throw itemNotFound(`column ${index}`);
    return new TableColumn(this.#session, this.#tableId, found.id);
  }

  override [itemByKey](key: unknown): TableColumn {
    if (typeof key === "number" || typeof key === "string") return this.getItem(key);
    throw invalidArgument("column key");
  }

  get #table(): TableState {
    return tableById(this.#session.book, this.#tableId);
  }
}

/** `Excel.TableColumn`: keeps its id through renaming and moving. */
export class TableColumn extends ExcelObject {
  readonly #session: Session;
  readonly #tableId: string;
  readonly #id: number;

  constructor(session: Session, tableId: string, id: number) {
    super();
    this.#session = session;
    this.#tableId = tableId;
    this.#id = id;
  }

  override [identity](): Identity {
    return { Id: this.#state.id };
  }

  get id(): number {
    return this.#state.id;
  }

  get index(): number {
    return this.#table.columns.indexOf(this.#state);
  }

  get name(): string {
    return this.#state.name;
  }

  set name(name: string) {
    enterValues(
      this.#session.book,
      { ...this.#table.area, column: this.#column, columns: 1, rows: 1 },
      [[`'${name}`]],
      ADDIN_LOCALE,
    );
  }

  get values(): unknown {
    const { area } = this.#table;
    return readBlock(this.#session.book, { ...area, column: this.#column, columns: 1 }, valueOf);
  }

  set values(values: unknown) {
    const { area } = this.#table;
    enterValues(this.#session.book, { ...area, column: this.#column, columns: 1 }, values, ADDIN_LOCALE);
  }

  get filter(): ColumnFilter {
    return new ColumnFilter(this.#session, this.#tableId, this.id);
  }

  getRange(): Range {
    return new Range(this.#session, { ...this.#table.area, column: this.#column, columns: 1 });
  }

  getHeaderRowRange(): Range {
    return new Range(this.#session, { ...this.#table.area, column: this.#column, columns: 1, rows: 1 });
  }

  getDataBodyRange(): Range {
    return new Range(this.#session, columnArea(this.#table, this.index));
  }

  delete(): void {
    requireUnprotected(this.#session.book, this.#table.area.sheetId);
    removeTableColumn(this.#session.book, this.#table, this.index);
  }

  get #column(): number {
    return this.#table.area.column + this.index;
  }

  get #table(): TableState {
    return tableById(this.#session.book, this.#tableId);
  }

  get #state(): TableColumnState {
    const found = this.#table.columns.find(({ id }) => id === this.#id);
    if (!found) throw itemNotFound(`column ${this.#id}`);
    return found;
  }
}
