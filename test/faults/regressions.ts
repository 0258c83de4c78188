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
];
