// A workbook as Univer 0.25.1 opens and saves it, as far as an .xlsx file knows the same. Univer's own types
// (IWorkbookData and what hangs on it) say this with enums, which would bring Univer itself into the reader.
import type { Block } from "./address.ts";

export interface WorkbookSnapshot {
  id: string;
  name: string;
  styles: Record<string, Style | null | undefined>;
  sheetOrder: string[];
  sheets: Record<string, SheetSnapshot>;
  defaultStyle?: Style | string | null;
  resources?: { name: string; data: string }[];
}

export interface SheetSnapshot {
  id?: string;
  name?: string;
  /** 1 is hidden. */
  hidden?: number;
  tabColor?: string;
  freeze?: { xSplit: number; ySplit: number; startRow: number; startColumn: number };
  rowCount?: number;
  columnCount?: number;
  /** Pixels, as all lengths here. */
  defaultColumnWidth?: number;
  defaultRowHeight?: number;
  mergeData?: Block[];
  cellData?: CellMatrix;
  rowData?: Record<number, Row>;
  columnData?: Record<number, Column>;
  showGridlines?: number;
  rightToLeft?: number;
}

export type CellMatrix = Record<number, Record<number, Cell>>;

export interface Cell {
  v?: string | number | boolean | null;
  /** 1 text, 2 number, 3 true or false, 4 text that would read as a number. */
  t?: number | null;
  /** With its equals sign. */
  f?: string | null;
  /** Cells that share a formula share this; the one with `f` is the master. */
  si?: string | null;
  s?: Style | string | null;
  /** Rich text: what it says is in `body.dataStream`. */
  p?: { body?: { dataStream: string } } | null;
}

export interface Row {
  h?: number;
  /** 1: as high as its content needs. */
  ia?: number;
  ah?: number;
  hd?: number;
  s?: Style | string | null;
}

export interface Column {
  w?: number;
  hd?: number;
  s?: Style | string | null;
}

export interface Color {
  rgb?: string | null;
}

export interface Edge {
  s: number;
  cl: Color;
}

/** Font family and size, italic, bold, underline, strike, background, borders, colour, pattern, rotation, alignments, wrap, padding. */
export interface Style {
  ff?: string | null;
  fs?: number;
  it?: number;
  bl?: number;
  ul?: { s: number };
  st?: { s: number };
  bg?: Color | null;
  bd?: { t?: Edge | null; r?: Edge | null; b?: Edge | null; l?: Edge | null } | null;
  cl?: Color | null;
  n?: { pattern: string } | null;
  tr?: { a: number; v?: number } | null;
  ht?: number | null;
  vt?: number | null;
  tb?: number | null;
  pd?: { t?: number; r?: number; b?: number; l?: number } | null;
}
