import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { setSheetFilter } from "../state/sheet-filter.ts";
import type { FilterState, SheetFilterState } from "../state/state.ts";
import { areaOf } from "./range-navigation.ts";
import { Range } from "./range.ts";
import type { Session } from "./session.ts";

/** `Excel.AutoFilter` of a worksheet. */
export class SheetAutoFilter extends ExcelObject {
  readonly #session: Session;
  readonly #sheetId: string;

  constructor(session: Session, sheetId: string) {
    super();
    this.#session = session;
    this.#sheetId = sheetId;
  }

  get enabled(): boolean {
    return this.#filter !== undefined;
  }

  get isDataFiltered(): boolean {
    return Object.keys(this.#filter?.filters ?? {}).length > 0;
  }

  get criteria(): object[] {
    const filter = this.#filter;
    return Array.from({ length: filter?.area.columns ?? 0 }, (_, at) => filter?.filters[at] ?? {});
  }

  apply(range: unknown, columnIndex?: number, criteria?: FilterState): void {
    if (!(range instanceof Range)) throw invalidArgument("range");
    const filters = columnIndex === undefined || !criteria ? {} : { [columnIndex]: criteria };
    this.#set({ area: range[areaOf], filters: { ...this.#filter?.filters, ...filters } });
  }

  clearCriteria(): void {
    if (this.#filter) this.#set({ ...this.#filter, filters: {} });
  }

  reapply(): void {
    if (this.#filter) this.#set(this.#filter);
  }

  remove(): void {
    this.#set(undefined);
  }

  getRangeOrNullObject(): Range | null {
    return this.#filter ? new Range(this.#session, this.#filter.area) : null;
  }

  #set(filter: SheetFilterState | undefined): void {
    setSheetFilter(this.#session.book, this.#sheetId, filter);
  }

  get #filter(): SheetFilterState | undefined {
    return this.#session.book.state.sheets[this.#sheetId]?.filter;
  }
}
