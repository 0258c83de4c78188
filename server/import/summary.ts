import type { FileOutcome } from "./run-import.ts";

/** What an import did, or would, for programs: the last line of its output as JSON. */
export interface ImportSummary {
  readonly written: boolean;
  readonly files: number;
  readonly unreadable: number;
  readonly tables: number;
  /** Tables that ask something and were left out whole. */
  readonly unanswered: number;
  readonly rows: {
    readonly read: number;
    readonly good: number;
    readonly repaired: number;
    readonly bad: number;
    readonly doubtful: number;
    readonly duplicates: number;
  };
}

export function summarise(outcomes: readonly FileOutcome[], written: boolean): ImportSummary {
  const tables = outcomes.flatMap((outcome) => outcome.tables);
  const sum = (count: (table: (typeof tables)[number]) => number) =>
    tables.reduce((total, table) => total + count(table), 0);
  return {
    written,
    files: outcomes.length,
    unreadable: outcomes.filter(({ reading }) => !reading.ok).length,
    tables: tables.length,
    unanswered: tables.filter(isUnanswered).length,
    rows: {
      read: sum(({ rows }) => rows),
      good: sum(({ good }) => good),
      repaired: sum(({ repaired }) => repaired),
      bad: sum(({ left, doubtful }) => left.length - doubtful),
      doubtful: sum(({ doubtful }) => doubtful),
      duplicates: sum(({ duplicates }) => duplicates),
    },
  };
}

/** Whether all is imported, or was there before. */
export function isWhole(outcomes: readonly FileOutcome[]): boolean {
  return outcomes.every(
    ({ reading, tables }) =>
      reading.ok && tables.length > 0 && tables.every((one) => one.left.length === 0 && !isUnanswered(one)),
  );
}

const isUnanswered = ({
  questions,
  askedColumns,
}: Pick<FileOutcome["tables"][number], "questions" | "askedColumns">): boolean =>
  questions.length + askedColumns.length > 0;
