import { toJson } from "../db/statement.ts";

/** A version of a row with its notes, as the history keeps it; the values as the very texts that are stored. */
export interface KeptRevision {
  readonly seq: number;
  readonly sheet: string;
  readonly row: string;
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly workbook: string;
  readonly push: string | null;
  readonly reason: string | null;
  readonly before: string;
  readonly after: string;
  /** JSON of the notes of the version; null where it has none. */
  readonly accepted: string | null;
  readonly typed: string | null;
}

/** All that a version says, as one text: what the audit commits itself to. */
export function revisionContent(one: KeptRevision): string {
  return toJson([
    one.seq,
    one.sheet,
    one.row,
    one.version,
    one.at,
    one.by,
    one.workbook,
    one.push,
    one.reason,
    one.before,
    one.after,
    one.accepted,
    one.typed,
  ]);
}
