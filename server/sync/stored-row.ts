import type { Acceptance } from "../../shared/contract/acceptances.ts";
import type { RowStatus } from "../../shared/contract/row-status.ts";
import type { Standing } from "../../shared/model/standing.ts";
import type { MutableRow, Row } from "../../shared/model/value.ts";

/** A row as it stands. */
export interface StoredRow {
  readonly id: string;
  readonly version: number;
  readonly voided: boolean;
  /** Null where the row is merely sent; `by` is the person's id. */
  readonly status: RowStatus | null;
  /** The person's data were erased on their request. */
  readonly anonymised?: true;
  /** Values of every column but the computed ones, which follow from them. */
  readonly values: Row;
}

/**
 * A change of a row, as the history keeps it: only what changed. A void row has `_voided` 1 in `after`, one that was
 * validated, returned or sent again its standing in `_status`.
 */
export interface Revision {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly before: Row;
  readonly after: Row;
  readonly reason?: string | null;
}

/** A row and what happened to it since the version that somebody builds on, newest first. */
export interface LoadedRow {
  readonly current: StoredRow | null;
  readonly later: readonly Revision[];
  /** The warnings that were ever accepted, newest first; `by` is the person's id. */
  readonly accepted?: readonly Acceptance[];
}

/** The key under which the history keeps that the person's data were erased. */
export const anonymisedKey = "_anonymised";

/** The keys under which the history keeps that a row was voided, and how it stands with those who verify it. */
export const voidedKey = "_voided";
export const statusKey = "_status";

export const standingOf = ({ status }: Pick<StoredRow, "status">): Standing => status?.is ?? "sent";

const rowKeys: ReadonlySet<string> = new Set([anonymisedKey, voidedKey, statusKey]);

/** Whether a key of the history is the row's own and no column's: it concerns whoever reads the row. */
export const isRowKey = (key: string): boolean => rowKeys.has(key);

/** Whether a change is of the row alone: then its reason is no column's. */
export function isOfRowAlone({ after }: Pick<Revision, "after">): boolean {
  const keys = Object.keys(after);
  return keys.length > 0 && keys.every(isRowKey);
}

/**
 * The row at a version, or at the newest one before it where that one is not in the history: after a restore that is
 * where the two histories parted. Empty before the first version.
 */
export function rowAtVersion({ current, later }: LoadedRow, version: number): Row {
  const row: MutableRow = { ...current?.values };
  for (const revision of later) {
    if (revision.version <= version) break;
    for (const column of Object.keys(revision.after)) row[column] = revision.before[column] ?? null;
  }
  return row;
}
