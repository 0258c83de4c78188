import { addDays, formatDay } from "../../../shared/colombia/day.ts";
import type { IssueCode } from "../../../shared/model/issue.ts";
import type { Day } from "../../../shared/model/value.ts";
import { typedVisits, type TypedVisit } from "../../bench/typed-visits.ts";

/** One wrong cell of a pasted block. */
export interface Mistake {
  /** Place of the row in the block, from 0. */
  readonly row: number;
  readonly column: string;
  readonly typed: string;
  /** What the advisor types instead. */
  readonly mended: string;
  /** The one thing that must be found in the row. */
  readonly code: IssueCode;
}

export interface PastedVisits {
  readonly rows: readonly TypedVisit[];
  readonly mistakes: readonly Mistake[];
}

/** So many visits of an advisor (by name), seven of them wrong, each in its own way. */
export function pastedVisits(advisor: string, count: number, today: Day): PastedVisits {
  const right = typedVisits(advisor, count, today);
  const mistakes = planMistakes(right, today);
  const rows = right.map((row, place) => {
    const wrong = mistakes.filter((mistake) => mistake.row === place);
    return { ...row, ...Object.fromEntries(wrong.map(({ column, typed }) => [column, typed])) };
  });
  return { rows, mistakes };
}

function planMistakes(right: readonly TypedVisit[], today: Day): readonly Mistake[] {
  const year = today.slice(0, 4);
  const plans = [
    { row: 3, column: "visitedOn", typed: `31/02/${year}`, code: "invalid-date" },
    { row: 41, column: "outcome", typed: "", code: "required" },
    { row: 77, column: "outcome", typed: "Tal vez el otro mes", code: "unknown-choice" },
    { row: 98, column: "mobile", typed: "312 555", code: "bad-phone" },
    { row: 120, column: "municipality", typed: "Macondo", code: "unknown-municipality" },
    { row: 163, column: "visitedOn", typed: formatDay(addDays(today, 40)), code: "future-date" },
    { row: 199, column: "advisor", typed: "Pepita Pérez", code: "unknown-person" },
  ] as const;
  return plans.map((plan) => ({ ...plan, mended: right[plan.row]?.[plan.column] || "3125550101" }));
}
