import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import { ExcelCollection, itemByKey } from "../protocol/excel-object.ts";
import { itemNotFound } from "../protocol/host-error.ts";
import { addSheet } from "../state/worksheets.ts";
import { Worksheet } from "./worksheet.ts";
import type { Session } from "./session.ts";

/** `Excel.WorksheetCollection`. */
export class WorksheetCollection extends ExcelCollection<Worksheet> {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get items(): Worksheet[] {
    return this.#session.book.workbook.getSheetOrders().map((id) => new Worksheet(this.#session, id));
  }

  add(name?: string): Worksheet {
    return new Worksheet(this.#session, addSheet(this.#session, name));
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.#session, this.#session.activeSheetId());
  }

  getCount(visibleOnly = false): number {
    return this.#shown(visibleOnly).length;
  }

  getFirst(visibleOnly = false): Worksheet {
    return this.#require(this.#shown(visibleOnly)[0], "first worksheet");
  }

  getLast(visibleOnly = false): Worksheet {
    return this.#require(this.#shown(visibleOnly).at(-1), "last worksheet");
  }

  getItem(key: string): Worksheet {
    return this.#require(this.getItemOrNullObject(key), `worksheet ${key}`);
  }

  getItemOrNullObject(key: string): Worksheet | null {
    const name = key.toLowerCase();
    return this.items.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === name) ?? null;
  }

  override [itemByKey](key: unknown): Worksheet {
    return this.getItem(String(key));
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

  _registerAddedEvent(): void {
    this.#listen(EVENT.added);
  }

  _unregisterAddedEvent(): void {
    this.#ignore(EVENT.added);
  }

  _registerDeletedEvent(): void {
    this.#listen(EVENT.deleted);
  }

  _unregisterDeletedEvent(): void {
    this.#ignore(EVENT.deleted);
  }

  _registerRowSortedEvent(): void {
    this.#listen(EVENT.rowSorted);
  }

  _unregisterRowSortedEvent(): void {
    this.#ignore(EVENT.rowSorted);
  }

  _registerProtectionChangedEvent(): void {
    this.#listen(EVENT.protectionChanged);
  }

  _unregisterProtectionChangedEvent(): void {
    this.#ignore(EVENT.protectionChanged);
  }

  _registerRowHiddenChangedEvent(): void {
    this.#listen(EVENT.rowHiddenChanged);
  }

  _unregisterRowHiddenChangedEvent(): void {
    this.#ignore(EVENT.rowHiddenChanged);
  }

  #shown(visibleOnly: boolean): Worksheet[] {
    return this.items.filter((sheet) => !visibleOnly || sheet.visibility === "Visible");
  }

  #require(sheet: Worksheet | null | undefined, what: string): Worksheet {
    if (!sheet) throw itemNotFound(what);
    return sheet;
  }

  #listen(event: number): void {
    this.#session.events.register(event, WORKBOOK_TARGET);
  }

  #ignore(event: number): void {
    this.#session.events.unregister(event, WORKBOOK_TARGET);
  }
}
