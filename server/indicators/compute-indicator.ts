import { businessDaysBetween } from "../../shared/colombia/business-days.ts";
import { firstDayOf, lastDayOf, monthOf, monthsBetween } from "../../shared/colombia/day.ts";
import { figureOf, type Figure, type Thresholds } from "../../shared/model/figure.ts";
import type { Directory } from "../../shared/model/directory.ts";
import { thresholdsOf, type Indicator } from "../../shared/model/indicator.ts";
import type { Settings } from "../../shared/model/setting.ts";
import type {
  AdvisorFigure,
  IndicatorResult,
  MonthResult,
  Months,
  YearToDate,
} from "../../shared/model/result.ts";
import type { Day, Month } from "../../shared/model/value.ts";
import type { IndicatorFigures } from "../db/read-figures.ts";
import { monthSums, type MonthSums, type Sums } from "./month-sums.ts";

/** Whose figures are shown: everybody's, or one advisor's only. */
export type Scope = { readonly of: "all" } | { readonly of: "own"; readonly advisor: string };

/** What an indicator is computed with beside its figures. */
interface IndicatorWorld {
  readonly today: Day;
  readonly scope: Scope;
  readonly people: Directory;
  readonly settings?: Settings | undefined;
}

/** The months of figures that a result over a period needs: the year to date begins before the period may. */
export function monthsNeeded({ first, last }: Months, today: Day): Months {
  const january: Month = `${last.slice(0, 4)}-01`;
  return { first: first < january ? first : january, last: earlier(last, monthOf(today)) };
}

/** The indicator over a period. Months after the current one are not computed. */
export function computeIndicator(
  indicator: Indicator,
  { first, last }: Months,
  figures: Pick<IndicatorFigures, "executed" | "targets">,
  { today, scope, people, settings = {} }: IndicatorWorld,
): IndicatorResult {
  const thresholds = thresholdsOf(indicator, settings);
  const { nameOf } = people;
  const sums = monthSums(figures, (one, other) => nameOf(one).localeCompare(nameOf(other), "es"));
  const until = earlier(last, monthOf(today));
  return {
    indicator: indicator.id,
    unit: indicator.unit,
    formulaVersion: indicator.formulaVersion,
    thresholds,
    months: monthsBetween(first, until).map((month) =>
      monthResult(thresholds, month, sums.of(month), today, scope),
    ),
    yearToDate: scope.of === "all" ? yearToDate(thresholds, last, until, sums, today) : null,
  };
}

interface MonthSource {
  readonly company: Sums;
  readonly advisors: ReadonlyMap<string | null, Sums>;
}

function monthResult(
  thresholds: Thresholds,
  month: Month,
  { company, advisors }: MonthSource,
  today: Day,
  scope: Scope,
): MonthResult {
  const provisional = month === monthOf(today);
  const whole = scope.of === "all" ? company : (advisors.get(scope.advisor) ?? { executed: 0 });
  const shown = scope.of === "all" ? advisors : new Map([[scope.advisor, whole]]);
  const figure = toFigure(thresholds, whole);
  return {
    month,
    provisional,
    expected: provisional && figure.target !== null ? expectedBy(figure.target, month, today) : null,
    company: scope.of === "all" ? figure : null,
    advisors: [...shown].map(([advisor, sums]): AdvisorFigure => ({
      advisor,
      figure: toFigure(thresholds, sums),
    })),
  };
}

/** The part of a target that the business days gone by ask for, today among them. */
function expectedBy(target: number, month: Month, today: Day): number {
  const first = firstDayOf(month);
  return (target * businessDaysBetween(first, today)) / businessDaysBetween(first, lastDayOf(month));
}

/** Σ executed over Σ target since January; never an average of percentages. Null where the year has not begun. */
function yearToDate(
  thresholds: Thresholds,
  last: Month,
  until: Month,
  sums: MonthSums,
  today: Day,
): YearToDate | null {
  const months = monthsBetween(`${last.slice(0, 4)}-01`, until);
  const [first] = months;
  if (first === undefined) return null;
  const counted = months.filter((month) => toFigure(thresholds, sums.of(month).company).target !== null);
  const sumOf = (some: readonly Month[]) =>
    toFigure(thresholds, some.map((month) => sums.of(month).company).reduce<Sums>(add, { executed: 0 }));
  // The first target is compared with what was executed in the months that had one.
  const { firstTarget, firstPercent } = sumOf(
    counted.filter((month) => (sums.of(month).company.firstTarget ?? 0) > 0),
  );
  return {
    first,
    last: until,
    provisional: until === monthOf(today),
    figure: { ...sumOf(counted), firstTarget, firstPercent },
    withoutTarget: months.filter((month) => !counted.includes(month)),
  };
}

function add(one: Sums, other: Sums): Sums {
  return {
    executed: one.executed + other.executed,
    target: (one.target ?? 0) + (other.target ?? 0),
    firstTarget: (one.firstTarget ?? 0) + (other.firstTarget ?? 0),
  };
}

function toFigure(thresholds: Thresholds, { executed, target, firstTarget }: Sums): Figure {
  return figureOf(executed, target ?? null, firstTarget ?? null, thresholds);
}

function earlier(one: Month, other: Month): Month {
  return one < other ? one : other;
}
