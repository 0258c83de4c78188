import { addMonths, monthsBetween } from "../../../shared/colombia/day.ts";
import type { Months } from "../../../shared/model/result.ts";
import type { Month } from "../../../shared/model/value.ts";

export const periodPresets = ["this-month", "this-year", "last-twelve", "other"] as const;
export type PeriodPreset = (typeof periodPresets)[number];

/** The longest period that the service answers, in months (`GET /tables/:id`). */
export const longestPeriod = 36;

const presets: Readonly<Record<Exclude<PeriodPreset, "other">, (current: Month) => Months>> = {
  "this-month": (current) => ({ first: current, last: current }),
  "this-year": (current) => ({ first: `${current.slice(0, 4)}-01`, last: current }),
  "last-twelve": (current) => ({ first: addMonths(current, -11), last: current }),
};

/** The months of a preset as of the current month. */
export function monthsOf(preset: Exclude<PeriodPreset, "other">, current: Month): Months {
  return presets[preset](current);
}

/** What is wrong with a period that somebody chose, or undefined. */
export function periodProblem({ first, last }: Months): "backwards" | "too-long" | undefined {
  if (first > last) return "backwards";
  return monthsBetween(first, last).length > longestPeriod ? "too-long" : undefined;
}
