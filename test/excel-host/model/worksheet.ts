import { EVENT } from "../events/event-hub.ts";
import { parseAddress } from "../grid/address.ts";
import { GRID_COLUMNS, GRID_ROWS } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import { usedArea } from "../grid/used-area.ts";
import { ExcelObject, identity } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import {
  activateSheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  setTabColor,
  showGridlines,
} from "../state/worksheets.ts";
import { setVisibility, visibilityOf } from "../state/visibility.ts";
import { FreezePanes } from "./freeze-panes.ts";
import { NamedItemCollection, areaOfName } from "./named-items.ts";
import { PageLayout } from "./page-layout.ts";
import { Range } from "./range.ts";
import { onGrid } from "./range-navigation.ts";
import { sessionOf } from "./session.ts";
import type { Session } from "./session.ts";
import { SheetAutoFilter } from "./sheet-auto-filter.ts";
import { TableCollection } from "./table-collection.ts";
import { WorksheetProtection } from "./worksheet-protection.ts";

/** `Excel.Worksheet`. Long because Office.js gives this one class so many members. */
export class Worksheet extends ExcelObject {
  readonly [sessionOf]: Session;
  readonly #id: string;

  constructor(session: Session, id: string) {
    super();
    this[sessionOf] = session;
    this.#id = id;
  }

  override [identity](): Identity {
    return { Id: this.id };
  }

  get id(): string {
    return this.#sheet.getSheetId();
  }

  get name(): string {
    return this.#sheet.getName();
  }

  set name(name: string) {
    renameSheet(this[sessionOf], this.id, name);
  }

  get position(): number {
    return this.#book.workbook.getSheetOrders().indexOf(this.id);
  }

  set position(position: number) {
    moveSheet(this.#book, this.id, position);
  }

  get visibility(): string {
    return visibilityOf(this.#book, this.id);
  }

  set visibility(visibility: string) {
    setVisibility(this[sessionOf], this.id, visibility);
  }

  get tabColor(): string {
    return this.#sheet.getConfig().tabColor ?? "";
  }

  set tabColor(color: string) {
    setTabColor(this.#book, this.id, color);
  }

  get showGridlines(): boolean {
    return this.#sheet.getConfig().showGridlines !== 0;
  }

  /** Office.js sets `showGridlines` under this name. */
  set gridlines(show: boolean) {
    showGridlines(this.#book, this.id, show);
  }

  /** In points. */
  get standardHeight(): number {
    return this.#sheet.getConfig().defaultRowHeight * 0.75;
  }

  get tables(): TableCollection {
    return new TableCollection(this[sessionOf], this.id);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this[sessionOf], this.id);
  }

  get protection(): WorksheetProtection {
    return new WorksheetProtection(this[sessionOf], this.id);
  }

  get autoFilter(): SheetAutoFilter {
    return new SheetAutoFilter(this[sessionOf], this.id);
  }

  get freezePanes(): FreezePanes {
    return new FreezePanes(this[sessionOf], this.id);
  }

  get pageLayout(): PageLayout {
    return new PageLayout(this[sessionOf], this.id);
  }

  activate(): void {
    activateSheet(this[sessionOf], this.id);
  }

  delete(): void {
    deleteSheet(this[sessionOf], this.id);
  }

  calculate(_markAllDirty?: boolean): void {
    this[sessionOf].recalculate();
  }

  getRange(address?: string): Range {
    const whole = { sheetId: this.id, row: 0, column: 0, rows: GRID_ROWS, columns: GRID_COLUMNS };
    return this.#range(address ? this.#areaAt(address) : whole);
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.#range({ sheetId: this.id, row, column, rows, columns });
  }

  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  getUsedRange(valuesOnly = false): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }

  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const used = usedArea(this.#book, this.id, { valuesOnly });
    return used ? this.#range(used) : null;
  }

  _getSheetById(id: string): Worksheet {
    return new Worksheet(this[sessionOf], id);
  }

  _getAnotherWorksheetById(id: string): Worksheet {
    return new Worksheet(this[sessionOf], id);
  }

  _registerDataChangedEvent(): void {
    this.#listen(EVENT.changed);
  }

  _unregisterDataChangedEvent(): void {
    this.#ignore(EVENT.changed);
  }

  _registerSelectionChangedEvent(): void {
    this.#listen(EVENT.selectionChanged);
  }

  _unregisterSelectionChangedEvent(): void {
    this.#ignore(EVENT.selectionChanged);
  }

  _registerActivatedEvent(): void {
    this.#listen(EVENT.activated);
  }

  _unregisterActivatedEvent(): void {
    this.#ignore(EVENT.activated);
  }

  _registerDeactivatedEvent(): void {
    this.#listen(EVENT.deactivated);
  }

  _unregisterDeactivatedEvent(): void {
    this.#ignore(EVENT.deactivated);
  }

  _registerRowSortedEvent(): void {
    this.#listen(EVENT.rowSorted);
  }

  _unregisterRowSortedEvent(): void {
    this.#ignore(EVENT.rowSorted);
  }

  _registerRowHiddenChangedEvent(): void {
    this.#listen(EVENT.rowHiddenChanged);
  }

  _unregisterRowHiddenChangedEvent(): void {
    this.#ignore(EVENT.rowHiddenChanged);
  }

  _registerProtectionChangedEvent(): void {
    this.#listen(EVENT.protectionChanged);
  }

  _unregisterProtectionChangedEvent(): void {
    this.#ignore(EVENT.protectionChanged);
  }

  #listen(event: number): void {
    this[sessionOf].events.register(event, this.id);
  }

  #ignore(event: number): void {
    this[sessionOf].events.unregister(event, this.#id);
  }

  #areaAt(address: string): Area {
    const parsed = parseAddress(address);
    const area = parsed ? { ...parsed, sheetId: this.id } : areaOfName(this.#book, address, this.id);
    if (!area) throw invalidArgument(`address ${address}`);
    return area;
  }

  #range(area: Area): Range {
    return new Range(this[sessionOf], onGrid(area));
  }

  get #book() {
    return this[sessionOf].book;
  }

  get #sheet() {
    return this.#book.sheet(this.#id);
  }
}
