import type { Row } from "../../shared/model/value.ts";

/** A row of the demonstration company with its whole life. People in it are named by their e-mail address. */
export interface DemoRow {
  readonly id: string;
  /** From the first to the last; each holds every typed column as it then was. */
  readonly revisions: readonly DemoRevision[];
  readonly voided?: DemoVoid;
}

export interface DemoRevision extends Occasion {
  readonly values: Row;
}

export interface DemoVoid extends Occasion {
  readonly reason: string;
}

/** Somebody synchronised a workbook: who (e-mail), when (instant), which one. */
export interface Occasion {
  readonly by: string;
  readonly at: string;
  readonly workbook: string;
}

/** The typed columns as the row now stands. Throws where it has no life at all. */
export function currentValues(row: DemoRow): Row {
  const last = row.revisions.at(-1);
  if (!last) throw new Error(`row ${row.id} was never written`);
  return last.values;
}

/** The rows that count. */
export const standing = (rows: readonly DemoRow[]): readonly DemoRow[] =>
  rows.filter((row) => row.voided === undefined);
