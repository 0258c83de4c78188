import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import { parseAddress } from "../grid/address.ts";
import { requireUnprotected } from "../grid/enter-values.ts";
import { ExcelObject, identity } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import type { TableState } from "../state/state.ts";
import { clearFilters } from "../state/table-filter.ts";
import { deleteTable, resizeTable, showTotals } from "../state/table-shape.ts";
import { bodyArea, changeTable, checkedTableName, headerArea, tableById } from "../state/tables.ts";
import { areaOf, onGrid } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";
import { TableColumnCollection } from "./table-columns.ts";
import { TableAutoFilter } from "./table-auto-filter.ts";
import { TableRowCollection } from "./table-rows.ts";
import { TableSort } from "./table-sort.ts";
import { Worksheet } from "./worksheet.ts";

/** `Excel.Table`. Long because Office.js gives this one class so many members. */
export class Table extends ExcelObject {
  readonly #session: Session;
  readonly #id: string;

  constructor(session: Session, id: string) {
    super();
    this.#session = session;
    this.#id = id;
  }

  override [identity](): Identity {
    return { Id: this.#state.id };
  }

  get id(): string {
    return this.#state.id;
  }

  get name(): string {
    return this.#state.name;
  }

  set name(name: string) {
    this.#change({ name: checkedTableName(this.#session.book, name, this.#id) });
  }

  get style(): string {
    return this.#state.style;
  }

  set style(style: string) {
    this.#change({ style });
  }

  get showHeaders(): boolean {
    return true;
  }

  get showBandedRows(): boolean {
    return this.#state.showBandedRows;
  }

  set showBandedRows(showBandedRows: boolean) {
    this.#change({ showBandedRows });
  }

  get showBandedColumns(): boolean {
    return this.#state.showBandedColumns;
  }

  set showBandedColumns(showBandedColumns: boolean) {
    this.#change({ showBandedColumns });
  }

  get showFilterButton(): boolean {
    return this.#state.showFilterButton;
  }

  set showFilterButton(showFilterButton: boolean) {
    this.#change({ showFilterButton });
  }

  get highlightFirstColumn(): boolean {
    return this.#state.highlightFirstColumn;
  }

  set highlightFirstColumn(highlightFirstColumn: boolean) {
    this.#change({ highlightFirstColumn });
  }

  get highlightLastColumn(): boolean {
    return this.#state.highlightLastColumn;
  }

  set highlightLastColumn(highlightLastColumn: boolean) {
    this.#change({ highlightLastColumn });
  }

  get showTotals(): boolean {
    return this.#state.showTotals;
  }

  set showTotals(show: boolean) {
    requireUnprotected(this.#session.book, this.#state.area.sheetId);
    showTotals(this.#session.book, this.#state, show);
  }

  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.#session, this.id);
  }

  get rows(): TableRowCollection {
    return new TableRowCollection(this.#session, this.id);
  }

  get sort(): TableSort {
    return new TableSort(this.#session, this.id);
  }

  get autoFilter(): TableAutoFilter {
    return new TableAutoFilter(this.#session, this.id);
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.#session, this.#state.area.sheetId);
  }

  getRange(): Range {
    return new Range(this.#session, this.#state.area);
  }

  getHeaderRowRange(): Range {
    return new Range(this.#session, headerArea(this.#state));
  }

  getDataBodyRange(): Range {
    return new Range(this.#session, bodyArea(this.#state));
  }

  getTotalRowRange(): Range {
    const { area, showTotals: hasTotals } = this.#state;
    if (!hasTotals) throw invalidArgument("the table shows no totals");
    return new Range(this.#session, { ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  resize(newRange: Range | string): void {
    const parsed = typeof newRange === "string" ? parseAddress(newRange) : newRange[areaOf];
    if (!parsed) throw invalidArgument("address");
    requireUnprotected(this.#session.book, this.#state.area.sheetId);
    const sheetId = newRange instanceof Range ? newRange[areaOf].sheetId : this.#state.area.sheetId;
    resizeTable(this.#session.book, this.#state, onGrid({ ...parsed, sheetId }));
  }

  clearFilters(): void {
    clearFilters(this.#session.book, this.#state);
  }

  reapplyFilters(): void {
    this.autoFilter.reapply();
  }

  convertToRange(): Range {
    const { area } = this.#state;
    deleteTable(this.#session.book, this.#state, { withCells: false });
    this.#raiseDeleted(area.sheetId);
    return new Range(this.#session, area);
  }

  delete(): void {
    const { area } = this.#state;
    requireUnprotected(this.#session.book, area.sheetId);
    deleteTable(this.#session.book, this.#state, { withCells: true });
    this.#raiseDeleted(area.sheetId);
  }

  _registerDataChangedEvent(): void {
    this.#session.events.register(EVENT.tableChanged, this.id);
  }

  _unregisterDataChangedEvent(): void {
    this.#session.events.unregister(EVENT.tableChanged, this.#id);
  }

  _registerSelectionChangedEvent(): void {
    this.#session.events.register(EVENT.tableSelectionChanged, this.id);
  }

  _unregisterSelectionChangedEvent(): void {
    this.#session.events.unregister(EVENT.tableSelectionChanged, this.#id);
  }

  get #state(): TableState {
    return tableById(this.#session.book, this.#id);
  }

  #change(change: Partial<TableState>): void {
    requireUnprotected(this.#session.book, this.#state.area.sheetId);
    changeTable(this.#session.book, this.#id, change);
  }

  #raiseDeleted(worksheetId: string): void {
    const args = { tableId: this.#id, worksheetId, source: this.#session.book.actor.source };
    this.#session.events.raise(EVENT.tableDeleted, [WORKBOOK_TARGET, worksheetId], args);
  }
}
