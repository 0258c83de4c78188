import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { FilterState, TableState } from "../state/state.ts";
import { applyFilters, clearFilters } from "../state/table-filter.ts";
import { isFiltered, tableById } from "../state/tables.ts";
import type { Session } from "./session.ts";

/** `Excel.AutoFilter` of a table. */
export class TableAutoFilter extends ExcelObject {
  readonly #session: Session;
  readonly #tableId: string;

  constructor(session: Session, tableId: string) {
    super();
    this.#session = session;
    this.#tableId = tableId;
  }

  get enabled(): boolean {
    return this.#table.showFilterButton;
  }

  get isDataFiltered(): boolean {
    return isFiltered(this.#table);
  }

  get criteria(): object[] {
    return this.#table.columns.map(({ id }) => this.#table.filters[id] ?? {});
  }

  clearCriteria(): void {
    clearFilters(this.#session.book, this.#table);
  }

  reapply(): void {
    applyFilters(this.#session.book, this.#table, this.#table.filters);
  }

  get #table(): TableState {
    return tableById(this.#session.book, this.#tableId);
  }
}

/** `Excel.Filter` of a table's column. */
export class ColumnFilter extends ExcelObject {
  readonly #session: Session;
  readonly #tableId: string;
  readonly #columnId: number;

  constructor(session: Session, tableId: string, columnId: number) {
    super();
    this.#session = session;
    this.#tableId = tableId;
    this.#columnId = columnId;
  }

  get criteria(): object | null {
    return this.#table.filters[this.#columnId] ?? null;
  }

  apply(criteria: FilterState): void {
    if (criteria.filterOn !== "Values" && criteria.filterOn !== "Custom")
      throw invalidArgument(`filter on ${criteria.filterOn}`);
    applyFilters(this.#session.book, this.#table, { ...this.#table.filters, [this.#columnId]: criteria });
  }

  applyValuesFilter(values: string[]): void {
    this.apply({ filterOn: "Values", values });
  }

  applyCustomFilter(criterion1: string, criterion2?: string, operator?: string): void {
    this.apply({
      filterOn: "Custom",
      criterion1,
      ...(criterion2 ? { criterion2 } : {}),
      ...(operator ? { operator } : {}),
    });
  }

  clear(): void {
    const { [this.#columnId]: _gone, ...filters } = this.#table.filters;
    applyFilters(this.#session.book, this.#table, filters);
  }

  get #table(): TableState {
    const table = tableById(this.#session.book, this.#tableId);
    if (!table.columns.some(({ id }) => id === this.#columnId))
      throw itemNotFound(`column ${this.#columnId}`);
    return table;
  }
}
