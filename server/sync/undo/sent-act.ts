import type { Row } from "../../../shared/model/value.ts";

/** A change that a sending made. */
export interface ActRevision {
  readonly sheet: string;
  readonly id: string;
  readonly version: number;
  /** The row began with it. */
  readonly isFirst: boolean;
  readonly before: Row;
  readonly after: Row;
}

/** All that a person sent in one go. */
export interface SentAct {
  readonly at: string;
  readonly workbook: string;
  readonly revisions: readonly ActRevision[];
}
