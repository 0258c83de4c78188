import type { IssueCode } from "../model/issue.ts";
import type { Cell } from "../model/value.ts";

/** What a cell may be replaced with, and what the person sees of it. */
export interface RepairSuggestion {
  readonly label: string;
  readonly cell: Cell;
}

/** Cells of one column that hold the same and would be written the same way. */
export interface RepairGroup {
  readonly typed: Cell;
  /** What to write in the cell; the same as `typed` where nothing could be read. */
  readonly becomes: Cell;
  /** What the cell will mean to people, empty where nothing could be read. */
  readonly shown: string;
  /** Rows of the worksheet, from 0, in order. */
  readonly rows: readonly number[];
  /** What makes it doubtful; null for what is certain. */
  readonly why: IssueCode | null;
  /** «¿Quiso decir…?»: at most three. */
  readonly suggestions: readonly RepairSuggestion[];
}

/** The repairs of a column: those that nobody need be asked about, and those to be decided one by one. */
export interface ColumnRepairs {
  /** Key of the record's column. */
  readonly column: string;
  readonly certain: readonly RepairGroup[];
  readonly uncertain: readonly RepairGroup[];
}
