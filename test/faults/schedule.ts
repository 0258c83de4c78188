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

/** How often actions are chosen instead of their own weights, by kind. */
export type Favours = Readonly<Record<string, number>>;

/** A day in a company in which much goes wrong: any of the actions, the usual and the favoured ones more often. */
function schedulesOf(favours: Favours): fc.Arbitrary<Schedule> {
  const step: fc.Arbitrary<Step> = fc.oneof(
    ...actions.map(({ kind, weight, choices }) => ({
      weight: favours[kind] ?? weight,
      arbitrary: fc.record({ kind: fc.constant(kind), with: choices }),
    })),
  );
  return fc.array(step, { minLength: shortest, maxLength: longest, size: "max" });
}

/** The schedule that a seed stands for. */
export function scheduleOf(seed: number, favours: Favours = {}): Schedule {
  const [schedule] = fc.sample(schedulesOf(favours), { seed, numRuns: 1 });
  if (!schedule) throw new Error(`seed ${seed} gives no schedule`);
  return schedule;
}
