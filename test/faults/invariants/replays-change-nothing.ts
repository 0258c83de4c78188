import type { Invariant } from "./invariant.ts";

/**
 * What arrives twice is found out where it happens (faults/deliver-again.ts). Here: one push wrote each row once, however
 * often and whenever it arrived.
 */
export const replaysChangeNothing: Invariant = {
  number: 2,
  rule: "Any replay or reordering leaves the same state and the same answers.",
  whenQuiet({ ledger }) {
    const written = new Map<string, number>();
    for (const { push, row } of ledger.history()) {
      if (push === null) continue;
      const key = `${push} ${row}`;
      written.set(key, (written.get(key) ?? 0) + 1);
    }
    return [...written].flatMap(([key, times]) =>
      times > 1 ? [`push and row ${key} were written ${times} times`] : [],
    );
  },
};
