import type { Day } from "../model/value.ts";

/** What changed the number of linked users on a day. */
interface Turn {
  readonly on: Day;
  readonly kind: "linked" | "lost" | "reactivated";
}

export interface CustomerLife {
  /** Linked before anything that the records tell. */
  readonly fromBefore: boolean;
  readonly turns: readonly Turn[];
}

/**
 * The life of a user by the day of their linking and those on which they left. Their record keeps the last linking only:
 * whoever left before it was linked from before, and that linking is a reactivation. Leaving twice without a linking
 * between counts once; linked and left on one day counts on each side.
 */
export function customerLife(linkedOn: Day, leftOn: readonly Day[]): CustomerLife {
  const days = leftOn.toSorted();
  const before = days.find((day) => day < linkedOn);
  const after = days.find((day) => day >= linkedOn);
  const fromBefore = before !== undefined;
  return {
    fromBefore,
    turns: [...lost(before), { on: linkedOn, kind: fromBefore ? "reactivated" : "linked" }, ...lost(after)],
  };
}

const lost = (on: Day | undefined): readonly Turn[] => (on === undefined ? [] : [{ on, kind: "lost" }]);
