import { EVENT, WORKBOOK_TARGET } from "../events/event-hub.ts";
import { parseAddress } from "../grid/address.ts";
import type { Area } from "../grid/area.ts";
import { requireUnprotected } from "../grid/enter-values.ts";
import { ExcelCollection, itemByKey } from "../protocol/excel-object.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import { addTable, findTable } from "../state/tables.ts";
import { areaOf, onGrid } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";
import { Table } from "./table.ts";

/** `Excel.TableCollection` of the workbook, or of one sheet. */
export class TableCollection extends ExcelCollection<Table> {
  readonly #session: Session;
  readonly #sheetId: string | undefined;

  constructor(session: Session, sheetId?: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  get items(): Table[] {
    const tables = this.#session.book.state.tables;
    const here = tables.filter(({ area }) => this.#sheetId === undefined || area.sheetId === this.#sheetId);
    return here.map(({ id }) => new Table(this.#session, id));
  }

  get count(): number {
    return this.items.length;
  }

  add(address: Range | string, hasHeaders: boolean): Table {
    const area = this.#areaAt(address);
    requireUnprotected(this.#session.book, area.sheetId);
    const { id } = addTable(this.#session.book, area, hasHeaders);
    const args = { tableId: id, worksheetId: area.sheetId, source: this.#session.book.actor.source };
    this.#session.events.raise(EVENT.tableAdded, [WORKBOOK_TARGET, area.sheetId], args);
    return new Table(this.#session, id);
  }

  getCount(): number {
    return this.count;
  }

  getItem(key: string): Table {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound(`table ${key}`);
    return found;
  }

  getItemOrNullObject(key: string): Table | null {
    const found = findTable(this.#session.book, key);
    const isHere = found && (this.#sheetId === undefined || found.area.sheetId === this.#sheetId);
    return isHere ? new Table(this.#session, found.id) : null;
  }

  getItemAt(index: number): Table {
    const found = this.items[index];
    if (!found) throw itemNotFound(`table ${index}`);
    return found;
  }

  override [itemByKey](key: unknown): Table {
    return this.getItem(String(key));
  }

  _registerDataChangedEvent(): void {
    this.#session.events.register(EVENT.tableChanged, this.#target);
  }

  _unregisterDataChangedEvent(): void {
    this.#session.events.unregister(EVENT.tableChanged, this.#target);
  }

  _registerAddedEvent(): void {
    this.#session.events.register(EVENT.tableAdded, this.#target);
  }

  _unregisterAddedEvent(): void {
    this.#session.events.unregister(EVENT.tableAdded, this.#target);
  }

  _registerDeletedEvent(): void {
    this.#session.events.register(EVENT.tableDeleted, this.#target);
  }

  _unregisterDeletedEvent(): void {
    this.#session.events.unregister(EVENT.tableDeleted, this.#target);
  }

  get #target(): string {
    return this.#sheetId ?? WORKBOOK_TARGET;
  }

  #areaAt(address: Range | string): Area {
    if (address instanceof Range) return address[areaOf];
    const parsed = parseAddress(address);
    const named =
      parsed?.sheetName === undefined
        ? undefined
        : this.#session.book.workbook.getSheetBySheetName(parsed.sheetName);
    const sheetId = named?.getSheetId() ?? this.#sheetId ?? this.#session.activeSheetId();
    if (!parsed || (parsed.sheetName !== undefined && !named)) throw invalidArgument(`address ${address}`);
    return onGrid({ ...parsed, sheetId });
  }
}
