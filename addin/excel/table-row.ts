import type { CellRow } from "../../shared/model/read-row.ts";
import type { Cell } from "../../shared/model/value.ts";

/** A row of a linked table as it was read. */
export interface TableRow {
  /** Place in the table, 0 for the first row. */
  readonly position: number;
  /** Texts of the three control columns. */
  readonly reference: string;
  readonly status: string;
  readonly marks: string;
  /** The cells of the definition's columns that the table has, computed ones included. */
  readonly cells: CellRow;
  /** Columns whose cell holds a formula; only looked for in the staff's own sheets. */
  readonly formulas?: ReadonlySet<string>;
  /** Values that travel with the row and have no cell in the sheet, by key. */
  readonly carried?: Readonly<Record<string, string>>;
  /** All that the row shows, formulas as `=`, where its reference says that it stands apart. */
  readonly line?: readonly Cell[];
}

/** What the reference of a row that is no record begins with: it stays in the staff's sheet and is not sent. */
export const apartPrefix = "aparte·";

/** A cell to write, and what it held when the row was read: whoever changed it since keeps their change. */
export interface CellWrite {
  readonly column: string;
  readonly was: Cell;
  readonly becomes: Cell;
  /** The number format that the value needs, where the cell is the staff's own and held a text. */
  readonly format?: string;
}

/**
 * What to write into one row. The row is the one that shows the reference `expects`, at `position` unless the rows were
 * moved since they were read.
 */
export interface RowWrite {
  readonly position: number;
  readonly expects: string;
  readonly reference?: string;
  readonly status?: string;
  readonly marks?: string;
  readonly cells?: readonly CellWrite[];
}

/** A row to take out, and what it said when it was read: whoever changed it since keeps it. */
export interface DoomedRow {
  readonly reference: string;
  readonly cells: CellRow;
}

/** A row to add below the others. */
export interface NewRow {
  readonly reference: string;
  readonly status: string;
  readonly cells: CellRow;
}
