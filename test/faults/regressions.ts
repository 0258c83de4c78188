import type { Schedule } from "./schedule.ts";

/** A schedule that once broke a rule, and by which seed it was found. It is kept as it is: seeds change their meaning. */
export interface Regression {
  readonly seed: number;
  readonly broke: string;
  readonly schedule: Schedule;
}

export const regressions: readonly Regression[] = [
  {
    seed: 4,
    broke: "A pane that was opened without network, with an older file, never came to rest afterwards.",
    schedule: [
      { kind: "offline", with: { who: 2 } },
      { kind: "open-older-file", with: { who: 2, file: 68 } },
    ],
  },
  {
    seed: 20261176,
    broke:
      "Rows that a restored service lost were taken for synchronised where others' rows came in the same fetch.",
    schedule: [
      { kind: "resolve-conflicts", with: { who: 1, conflict: 3, all: true, keep: "mine" } },
      { kind: "add-rows", with: { who: 1, table: 7, rows: 3, number: 790 } },
      { kind: "synchronise", with: { who: 0 } },
      { kind: "synchronise", with: { who: 7 } },
      { kind: "synchronise", with: { who: 4 } },
      { kind: "back-up", with: {} },
      { kind: "remove-row", with: { who: 0, row: 993, how: "clear" } },
      { kind: "synchronise", with: { who: 4 } },
      { kind: "restore-backup", with: { orderly: true } },
      { kind: "restore-backup", with: { orderly: true } },
      { kind: "type-cell", with: { who: 0, row: 525, column: 999 } },
      { kind: "remove-row", with: { who: 1, row: 993, how: "clear" } },
      { kind: "type-cell", with: { who: 2, row: 768, column: 612 } },
      { kind: "quiet-moment", with: { who: 0 } },
      { kind: "add-rows", with: { who: 0, table: 5, rows: 3, number: 193 } },
      { kind: "sort", with: { who: 1, table: 993, column: 6, ascending: false } },
      { kind: "cut-request", with: { who: 1, typed: 992, after: 1, how: "late" } },
      { kind: "cut-request", with: { who: 0, typed: 515, after: 1, how: "before" } },
      { kind: "open-older-file", with: { who: 3, file: 8 } },
      { kind: "kill-client", with: { who: 3, typed: 530, steps: 43, what: "excel" } },
      { kind: "kill-service", with: { who: 1, typed: 5, moment: "answered", milliseconds: 1 } },
      { kind: "restore-void", with: { who: 1, link: 806, row: 0 } },
      { kind: "type-cell", with: { who: 2, row: 4, column: 7 } },
      { kind: "copy-rows", with: { who: 8, row: 9, column: 1, changes: false } },
      { kind: "filter", with: { who: 0, table: 990, column: 184, row: 166, clears: true } },
      { kind: "type-cell", with: { who: 1, row: 32, column: 4 } },
      { kind: "offline", with: { who: 0 } },
      { kind: "restore-backup", with: { orderly: true } },
    ],
  },
];
