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
  {
    seed: 4249,
    broke:
      "A copy of a row that a restored service lost was taken for the row, and for one that the service has.",
    schedule: [
      { kind: "type-cell", with: { who: 1, row: 691, column: 173 } },
      { kind: "restore-void", with: { who: 0, link: 926, row: 429 } },
      { kind: "kill-service", with: { who: 9, typed: 758, moment: "answered", milliseconds: 10 } },
      { kind: "synchronise", with: { who: 2 } },
      { kind: "back-up", with: {} },
      { kind: "restore-void", with: { who: 2, link: 193, row: 72 } },
      { kind: "undo-sending", with: { who: 1, sending: 455 } },
      { kind: "kill-client", with: { who: 2, typed: 523, steps: 9, what: "pane" } },
      { kind: "together", with: { who: [0, 1] } },
      { kind: "resolve-conflicts", with: { who: 3, conflict: 961, all: false, keep: "mine" } },
      { kind: "type-cell", with: { who: 2, row: 803, column: 607 } },
      { kind: "synchronise", with: { who: 2 } },
      { kind: "synchronise", with: { who: 0 } },
      { kind: "copy-rows", with: { who: 2, row: 622, column: 865, changes: false } },
      { kind: "restore-backup", with: { orderly: false } },
      { kind: "type-cell", with: { who: 1, row: 777, column: 815 } },
    ],
  },
  {
    seed: 4276,
    broke:
      "A restored service took an older version of a row first, and the workbook with the newer one was overwritten.",
    schedule: [
      { kind: "look-at-figures", with: { who: 1 } },
      { kind: "verify", with: { who: 2, row: 211, act: "void" } },
      { kind: "cut-request", with: { who: 3, typed: 544, after: 6, how: "within" } },
      { kind: "cut-request", with: { who: 1, typed: 917, after: 0, how: "late" } },
      { kind: "undo-sending", with: { who: 0, sending: 9 } },
      { kind: "back-up", with: {} },
      { kind: "deliver-late", with: { letter: 8 } },
      { kind: "sort", with: { who: 3, table: 0, column: 991, ascending: true } },
      { kind: "clock-skew", with: { who: 1, minutes: 1122, service: true } },
      { kind: "kill-client", with: { who: 2, typed: 294, steps: 4, what: "pane" } },
      { kind: "kill-client", with: { who: 2, typed: 993, steps: 2, what: "pane" } },
      { kind: "synchronise", with: { who: 0 } },
      { kind: "filter", with: { who: 1, table: 681, column: 1, row: 406, clears: false } },
      { kind: "deliver-again", with: { letter: 604 } },
      { kind: "look-at-figures", with: { who: 2 } },
      { kind: "type-cell", with: { who: 1, row: 6, column: 995 } },
      { kind: "deliver-again", with: { letter: 711 } },
      { kind: "resolve-conflicts", with: { who: 4, conflict: 590, all: true, keep: "mine" } },
      { kind: "restore-backup", with: { orderly: false } },
    ],
  },
  {
    seed: 90_359,
    broke: "A row whose return a restored service lost went on showing the version of the return.",
    schedule: [
      { kind: "kill-client", with: { who: 2, typed: 163, steps: 18, what: "pane" } },
      { kind: "cut-request", with: { who: 3, typed: 910, after: 3, how: "half-answer" } },
      { kind: "back-up", with: {} },
      { kind: "verify", with: { who: 3, row: 778, act: "return" } },
      { kind: "restore-backup", with: { orderly: true } },
      { kind: "full-disk", with: { typed: 801, who: [1, 2] } },
    ],
  },
  {
    seed: 90_635,
    broke: "What its author typed over after a restore was missed, as a colleague's sheet had shown it.",
    schedule: [
      { kind: "kill-client", with: { who: 1, typed: 2, steps: 3, what: "pane" } },
      { kind: "back-up", with: {} },
      { kind: "synchronise", with: { who: 1 } },
      { kind: "together", with: { who: [2, 8] } },
      { kind: "restore-backup", with: { orderly: true } },
      { kind: "type-cell", with: { who: 1, row: 1, column: 7 } },
    ],
  },
];
