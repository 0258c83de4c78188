import type { Cell } from "../model/value.ts";

/** A rectangle of cells; rows and columns count from 0, the last ones included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An Excel table of a worksheet; its area begins with the header and ends with the totals row where there is one. */
export interface GridTable {
  readonly name: string;
  readonly area: Area;
  readonly totals: boolean;
}

/** A worksheet as recognition sees it, whoever read it: Office.js or a file. */
export interface SheetGrid {
  readonly name: string;
  readonly hidden: boolean;
  readonly protected: boolean;
  /** What the cells hold, by row and column from A1; rows may be short. Dates are serial numbers, errors are texts. */
  readonly cells: readonly (readonly Cell[])[];
  /** The formula behind a cell, with its `=`, or undefined. */
  formulaAt(row: number, column: number): string | undefined;
  /** The number format of a cell in en-US notation; `General` where it has none. */
  formatAt(row: number, column: number): string;
  readonly merges: readonly Area[];
  readonly tables: readonly GridTable[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface WorkbookGrid {
  readonly date1904: boolean;
  readonly sheets: readonly SheetGrid[];
}
