import type { RowStatus } from "../../shared/contract/row-status.ts";
import type { Place } from "../excel/place.ts";
import type { LocalStatus } from "./row-notes.ts";
import type { Outcome } from "./session.ts";

/** A row where the person stands in a linked sheet. */
export interface ChosenRow {
  readonly rowId: string;
  /** The worksheet's row number as people see it. */
  readonly row: number;
  /** `draft`: the service does not have it yet; `pending`: changed here since; else as the service has it. */
  readonly stage: "draft" | "pending" | "sent" | LocalStatus["is"];
  /** Who said so, when and why; null where nobody did. */
  readonly status: LocalStatus | null;
}

/** The rows that are selected in a link, as far as a filter shows them, and what the person may do with such. */
export interface ChosenRows {
  readonly link: string;
  readonly sheet: string;
  /** What people see of a row: a month of a matrix is a cell. */
  readonly unit: "rows" | "cells";
  readonly rows: readonly ChosenRow[];
  readonly mayVerify: boolean;
  /** Rows of the record that are theirs they may also void and restore. */
  readonly mayVoid: boolean;
}

/** A row that was returned to the person: it waits to be corrected, or answered. */
export interface ReturnedRow {
  readonly link: string;
  readonly sheet: string;
  readonly rowId: string;
  readonly row: number;
  /** What names the row to people. */
  readonly label: string;
  readonly place: Place;
  readonly status: RowStatus;
  /** It was changed here since; sending it ends the return. */
  readonly isChanged: boolean;
}

/** A row that does not count any more. */
export interface VoidedRow {
  readonly rowId: string;
  readonly label: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  readonly mayRestore: boolean;
}

/** The void rows of a link's record, those voided last first. */
export interface VoidedRows {
  readonly link: string;
  readonly sheet: string;
  readonly stage: "loading" | "ready" | "failed";
  readonly rows: readonly VoidedRow[];
  /** There are others, voided before these. */
  readonly more: boolean;
}

/** Why a row was left as it was. */
export type LeftRow = "unsent" | "stale" | "own" | "locked" | "forbidden" | "gone" | "taken";

/** What became of some rows: how many were changed, and how many were left, by why. */
export interface StandingReport {
  readonly done: number;
  readonly left: Readonly<Partial<Record<LeftRow, number>>>;
}

export interface StatusState {
  readonly chosen: ChosenRows | null;
  readonly returned: readonly ReturnedRow[];
  /** Null until it was asked for. */
  readonly voided: VoidedRows | null;
}

export const noStatuses: StatusState = { chosen: null, returned: [], voided: null };

/** Rows of one link, by their ids. */
export interface RowsOfLink {
  readonly link: string;
  readonly rowIds: readonly string[];
}

type Reported = Promise<Outcome<StandingReport>>;

/** Each is one request, whatever the number of rows; what it changed is fetched into the sheet at once. */
export interface StatusCommands {
  validateRows(rows: RowsOfLink): Reported;
  returnRows(rows: RowsOfLink, reason: string): Reported;
  /** Has rows stand as sent again: takes a validation back, or answers a return without a change. */
  releaseRows(rows: RowsOfLink, reason: string): Reported;
  /** Voids rows that the sheet shows. */
  voidRows(rows: RowsOfLink, reason: string): Reported;
  /** Has void rows count again; what was changed here of such that the sheet still shows is sent with it. */
  restoreRows(rows: RowsOfLink, reason: string): Reported;
  /** Makes new rows of such that are void and still stand in the sheet: all that was typed stays and waits to be sent. */
  keepAsNew(rows: RowsOfLink): Promise<Outcome>;
  loadVoided(link: string): Promise<void>;
  loadMoreVoided(): Promise<void>;
  closeVoided(): void;
}
