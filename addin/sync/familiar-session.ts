import type { Question, Proposal, Amendment } from "../../shared/recognition/proposal.ts";
import type { ColumnRepairs, RepairGroup } from "../../shared/repair/plan-repairs.ts";
import type { ProposedRow } from "../../shared/recognition/read-proposal.ts";
import type { CellIssue, Outcome } from "./session.ts";

/** What linking does to a worksheet beside adding the hidden control columns and making it a table. */
export type SheetChange =
  /** Merged cells among the data are separated, and each gets the value. */
  | { readonly kind: "unmerge"; readonly areas: number }
  /** Rows that are no record stay where they are and are not sent. */
  | { readonly kind: "set-apart"; readonly rows: number }
  /** Blank or repeated headers get a name, as a table needs one for each column. */
  | { readonly kind: "name-headers"; readonly columns: readonly string[] };

/** Why a worksheet cannot be linked. */
export type ExaminationTrouble =
  | { readonly code: "nothing-recognised" }
  | { readonly code: "protected" }
  | { readonly code: "already-linked" }
  | { readonly code: "empty" }
  | { readonly code: "too-large"; readonly rows: number; readonly columns: number };

/** How many rows of a proposal are good as they are, good once repaired, or wrong. */
export interface RowCounts {
  readonly rows: number;
  readonly good: number;
  readonly repairable: number;
  readonly wrong: number;
  readonly apart: number;
}

/** A table that was found on a worksheet, as *Vincular esta hoja* shows it. */
export interface ExaminedTable {
  readonly proposal: Proposal;
  /** The records of the first ten rows of the worksheet as they would be stored. */
  readonly preview: readonly ProposedRow[];
  readonly counts: RowCounts;
  readonly changes: readonly SheetChange[];
  /** What is still to be answered before it can be linked, columns that are asked not included. */
  readonly questions: readonly Question[];
}

/** The worksheet that is being linked. */
export interface Examination {
  readonly worksheetId: string;
  readonly worksheet: string;
  readonly tables: readonly ExaminedTable[];
  readonly trouble: ExaminationTrouble | null;
}

/** What can be repaired in a linked sheet. */
export interface SheetRepairs {
  readonly link: string;
  readonly sheet: string;
  /** Of a matrix, whose rows here are its records: the worksheet's number of each, as people see it. */
  readonly numbers?: ReadonlyMap<number, number>;
  readonly columns: readonly ColumnRepairs[];
}

/** One table of the first load. */
export interface LoadTable {
  readonly worksheetId: string;
  readonly worksheet: string;
  readonly table: ExaminedTable;
  /** Rows that the service already has, by key or content. */
  readonly duplicates: number;
  readonly stage: "waiting" | "sending" | "done" | "failed";
  readonly sent: number;
}

/** *Carga inicial* of a whole workbook. */
export interface Load {
  readonly phase: "report" | "running" | "paused" | "done";
  /** All that were found; once it runs, those that were chosen. */
  readonly tables: readonly LoadTable[];
  /** Worksheets that were not taken for a record, or not chosen. */
  readonly leftOut: readonly string[];
}

/**
 * Changes of a matrix that need a reason and have none yet: a matrix has no column for it. Sent without one they come back
 * as `reason-required`.
 */
export interface ReasonsMissing {
  readonly link: string;
  readonly sheet: string;
  /** Records that changed. */
  readonly rows: number;
}

/** The part of the pane's state that is about the staff's own sheets. */
export interface FamiliarState {
  /** One for each matrix that has such changes; asked for once before they are sent. */
  readonly reasonsMissing: readonly ReasonsMissing[];
  readonly examination: Examination | null;
  readonly repairs: readonly SheetRepairs[];
  readonly load: Load | null;
}

/** The commands that are about the staff's own sheets. */
export interface FamiliarCommands {
  /** Looks at the worksheet in front and proposes what it is; nothing is changed. */
  examine(): Promise<Outcome>;
  /** Answers a question or corrects the proposal; nothing is changed in the sheet. */
  amendExamination(table: number, amendment: Amendment): Promise<Outcome>;
  /** Links the table as proposed, in one undoable step, and judges its rows; corrected names are remembered. */
  linkExamined(table: number): Promise<Outcome>;
  closeExamination(): void;
  /** Undoes what linking did to the sheet (control columns, merged cells, table) and forgets the link. */
  putBack(link: string): Promise<Outcome>;
  /** Cells that changed since they were shown are `left`. Writes what repairs say, in one undoable step; what was typed goes to the history with the row. */
  repair(
    link: string,
    column: string,
    groups: readonly RepairGroup[],
  ): Promise<Outcome<{ readonly cells: number; readonly left?: number }>>;
  /** All that is certain, in every linked sheet. */
  repairCertain(): Promise<Outcome<{ readonly cells: number; readonly left?: number }>>;
  /** Gives the changes of a matrix that need a reason this one; it is kept in the workbook until they are sent. */
  giveReason(link: string, reason: string): Promise<Outcome<{ readonly rows: number }>>;
  /** Keeps a warning's acceptance, with its reason, with the row. */
  acceptWarning(issue: CellIssue, reason: string): Promise<Outcome>;
  /** Looks at every worksheet of the workbook; nothing is changed. */
  examineWorkbook(): Promise<Outcome>;
  /** Links and sends the chosen tables of the load, with progress; may be paused, cancelled and gone on with later. */
  startLoad(tables: readonly number[]): Promise<Outcome>;
  pauseLoad(): void;
  resumeLoad(): Promise<Outcome>;
  closeLoad(): void;
}
