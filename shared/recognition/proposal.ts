import type { ColumnHabits } from "../model/habit.ts";
import type { Row } from "../model/value.ts";
import type { Area } from "./grid.ts";

/** A column that a column of the worksheet may be, and how much speaks for it, from 0 to 1. */
export interface Candidate {
  readonly key: string;
  readonly confidence: number;
}

/** What a column of the worksheet is taken for. */
export interface ProposedColumn {
  /** Column of the worksheet, from 0. */
  readonly column: number;
  /** What its header says, all its lines, or empty. */
  readonly header: string;
  /** Key of the record's column; null for a column of the staff's own. While `asked`, the best guess. */
  readonly key: string | null;
  readonly confidence: number;
  /** Not sure enough: whoever links the sheet says what it is. */
  readonly asked: boolean;
  /** Columns that it may be, best first, for whoever is asked or wants another. */
  readonly candidates: readonly Candidate[];
}

/** Why a row among the data is no record. */
export type ApartReason = "blank" | "month" | "subtotal" | "total" | "repeated-header" | "note";

export interface RowApart {
  /** Row of the worksheet, from 0. */
  readonly row: number;
  readonly why: ApartReason;
}

/** What recognition could not settle beyond single columns; each is asked once. */
export type Question =
  /** Another record fits almost as well. */
  | { readonly about: "record"; readonly others: readonly string[] }
  /** Another row may be the header; rows from 0. */
  | { readonly about: "header"; readonly rows: readonly number[] }
  /** Text dates of this column of the record may be month first. */
  | { readonly about: "date-order"; readonly key: string; readonly examples: readonly string[] }
  /** Whether the numbers of this column count pesos or millions. */
  | { readonly about: "unit"; readonly key: string; readonly examples: readonly string[] }
  /** A required value that neither a column nor a title says, such as the year of a matrix. */
  | { readonly about: "context"; readonly key: string };

interface ProposedTable {
  /** Code of the record. */
  readonly record: string;
  readonly confidence: number;
  readonly worksheet: string;
  /** The Excel table that it already is. */
  readonly table: string | null;
  /** Rows of the header, from 0, top to bottom; the last one names the columns. */
  readonly headerRows: readonly number[];
  /** The data, header excluded; empty data has `bottom` before `top`. */
  readonly data: Area;
  readonly apart: readonly RowApart[];
  /** Values that a title or the worksheet's name gives to every row, canonical, by key: a year, a month, a market. */
  readonly context: Row;
  readonly habits: ColumnHabits;
  /** Merged areas among the data whose value belongs to each of their rows. */
  readonly mergedData: readonly Area[];
  readonly questions: readonly Question[];
  /** The official format that the head of the sheet names, where it is one of ours: its version there. */
  readonly format: { readonly code: string; readonly version: number | null } | null;
}

/** One record a row. */
export interface ListProposal extends ProposedTable {
  readonly layout: "list";
  readonly columns: readonly ProposedColumn[];
}

/** One record a cell: lines across months. `columns` are those that say what the line is (market, advisor, …). */
export interface MatrixProposal extends ProposedTable {
  readonly layout: "matrix";
  readonly columns: readonly ProposedColumn[];
  /** Month (1–12) by column of the worksheet, from 0. */
  readonly months: ReadonlyMap<number, number>;
}

export type Proposal = ListProposal | MatrixProposal;

/** What people said about a proposal; whatever is absent stays as recognised. */
export interface Amendment {
  readonly record?: string;
  /** Last row of the header, from 0. */
  readonly headerRow?: number;
  /** Key by column of the worksheet; null makes it the staff's own. */
  readonly columns?: ReadonlyMap<number, string | null>;
  readonly habits?: ColumnHabits;
  readonly context?: Row;
}

/** Header texts that people of the company corrected before: normalised text to key, by record. */
export type LearnedSynonyms = Readonly<Record<string, Readonly<Record<string, string>>>>;
