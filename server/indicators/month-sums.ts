import type { Month } from "../../shared/model/value.ts";
import type { IndicatorFigures } from "../db/read-figures.ts";

/** What was executed and aimed at; without a target there is none. */
export interface Sums {
  readonly executed: number;
  readonly target?: number;
  readonly firstTarget?: number;
}

export interface MonthSums {
  of(month: Month): { readonly company: Sums; readonly advisors: ReadonlyMap<string | null, Sums> };
}

/**
 * Sums by month. The company's execution is the sum of its advisors', rows that name nobody among them, so that the two
 * always agree; whoever has a target or did something is listed, in the order of `compare`, nobody last.
 */
export function monthSums(
  { executed, targets }: Pick<IndicatorFigures, "executed" | "targets">,
  compare: (one: string, other: string) => number,
): MonthSums {
  return {
    of(month) {
      const advisors = new Map<string | null, Sums>();
      for (const { month: when, advisor, target, firstTarget, level } of targets) {
        if (when === month && level === "advisor")
          advisors.set(advisor, { executed: 0, target, firstTarget });
      }
      for (const { month: when, advisor, value } of executed) {
        if (when === month) advisors.set(advisor, { ...advisors.get(advisor), executed: value });
      }
      const company = targets.find(({ month: when, level }) => when === month && level === "company");
      const total = [...advisors.values()].reduce((sum, one) => sum + one.executed, 0);
      return { company: { executed: total, ...aim(company) }, advisors: inOrder(advisors, compare) };
    },
  };
}

function aim(target: IndicatorFigures["targets"][number] | undefined): Omit<Sums, "executed"> {
  return target ? { target: target.target, firstTarget: target.firstTarget } : {};
}

function inOrder(
  advisors: ReadonlyMap<string | null, Sums>,
  compare: (one: string, other: string) => number,
): ReadonlyMap<string | null, Sums> {
  const order = (one: string | null, other: string | null) =>
    one === null || other === null ? Number(one === null) - Number(other === null) : compare(one, other);
  return new Map([...advisors].toSorted(([one], [other]) => order(one, other)));
}
