import fc from "fast-check";
import { actions } from "./actions/registry.ts";

/** One thing that happens, as data: what kind, and numbers that choose among whatever is there by then. */
export interface Step {
  readonly kind: string;
  readonly with: Readonly<Record<string, unknown>>;
}

export type Schedule = readonly Step[];

const longest = 40;
const shortest = 8;

/** Any of the actions, the usual ones more often. */
const step: fc.Arbitrary<Step> = fc.oneof(
  ...actions.map(({ kind, weight, choices }) => ({
    weight,
    arbitrary: fc.record({ kind: fc.constant(kind), with: choices }),
  })),
);

/** A day in a company in which much goes wrong. It shrinks to fewer steps and smaller numbers. */
export const schedules: fc.Arbitrary<Schedule> = fc.array(step, {
  minLength: shortest,
  maxLength: longest,
  size: "max",
});

/** The schedule that a seed stands for. */
export function scheduleOf(seed: number): Schedule {
  const [schedule] = fc.sample(schedules, { seed, numRuns: 1 });
  if (!schedule) throw new Error(`seed ${seed} gives no schedule`);
  return schedule;
}
