import type { IndicatorAnswer } from "../../../../shared/contract.ts";
import { addMonths, dayAt, monthOf } from "../../../../shared/colombia/day.ts";
import { figureOf } from "../../../../shared/model/figure.ts";
import { thresholdsOf, type Indicator } from "../../../../shared/model/indicator.ts";
import { regulatedExecution } from "../../../../shared/indicators/regulated-execution.ts";
import { unregulatedExecution } from "../../../../shared/indicators/unregulated-execution.ts";
import { advisors } from "./people.ts";

type Month = IndicatorAnswer["months"][number];

interface Series {
  readonly indicator: Indicator;
  /** Twelve months, the current one last. */
  readonly executed: readonly number[];
  readonly targets: readonly (number | null)[];
  /** The current month's target as first approved, where it was revised. */
  readonly firstTarget?: number;
  readonly expected: number | null;
  /** Whose view: everybody's figures, or one's own. */
  readonly own?: string;
}

/** How the whole splits among the advisors, and among them and nobody. */
const shares = [0.26, 0.22, 0.18, 0.14, 0.11, 0.06];

/** The answer of the service for twelve months up to the current one. */
export function answerOf(series: Series): IndicatorAnswer {
  const current = monthOf(dayAt(new Date()));
  const months = series.executed.map((_, place) =>
    monthAnswer(series, place, addMonths(current, place - 11)),
  );
  return {
    indicator: series.indicator.id,
    unit: series.indicator.unit,
    formulaVersion: series.indicator.formulaVersion,
    thresholds: thresholdsOf(series.indicator),
    months,
    yearToDate: series.own === undefined ? yearToDate(series, months, current) : null,
    asOf: { seq: 4_812, at: new Date(Date.now() - 90_000).toISOString() },
  };
}

function monthAnswer(
  { indicator, executed, targets, ...series }: Series,
  place: number,
  month: string,
): Month {
  const isCurrent = place === executed.length - 1;
  const done = executed[place] ?? 0;
  const target = targets[place] ?? null;
  const first = isCurrent ? (series.firstTarget ?? target) : target;
  const people = series.own === undefined ? [...advisors, null] : [series.own];
  return {
    month,
    provisional: isCurrent,
    expected: isCurrent ? series.expected : null,
    company: series.own === undefined ? figureOf(done, target, first, thresholdsOf(indicator)) : null,
    advisors: people.map((advisor, at) => ({
      advisor,
      figure: shareOf(indicator, series.own === undefined ? shares[at] : 1, { done, target, first, advisor }),
    })),
  };
}

interface Whole {
  readonly done: number;
  readonly target: number | null;
  readonly first: number | null;
  readonly advisor: string | null;
}

function shareOf(indicator: Indicator, share = 0.03, { done, target, first, advisor }: Whole) {
  const part = (value: number | null) =>
    value === null || advisor === null ? null : Math.max(1, Math.round(value / 6));
  return figureOf(
    share === 1 ? done : Math.round(done * share),
    share === 1 ? target : part(target),
    part(first),
    thresholdsOf(indicator),
  );
}

function yearToDate({ indicator }: Series, months: readonly Month[], current: string) {
  const ofYear = months.filter(({ month }) => month.startsWith(current.slice(0, 4)));
  const counted = ofYear.filter(({ company }) => company?.target !== null);
  const sum = (pick: "executed" | "target" | "firstTarget") =>
    counted.reduce((total, { company }) => total + (company?.[pick] ?? 0), 0);
  return {
    first: `${current.slice(0, 4)}-01`,
    last: current,
    provisional: true,
    figure: figureOf(sum("executed"), sum("target"), sum("firstTarget"), thresholdsOf(indicator)),
    withoutTarget: ofYear.filter(({ company }) => company?.target === null).map(({ month }) => month),
  };
}

const million = 1_000_000;
const sales = [118, 132, 141, 98, 150.4, 162, 139, 147.5, 171, 158, 166.2, 153.4].map(
  (value) => value * million,
);
const salesTargets = [140, 140, 140, 140, 145, 145, 145, 150, 150, 150, 150, 150].map(
  (value) => value * million,
);

/** A month under way: behind the pace in one market, ahead of the whole target in the other. */
export const ordinaryGlance = (): IndicatorAnswer[] => [
  answerOf({
    indicator: regulatedExecution,
    executed: [31, 38, 42, 29, 40, 37, 44, 39, 36, 41, 43, 35],
    targets: [40, 40, 40, 40, 40, null, 42, 42, 42, 42, 42, 40],
    firstTarget: 36,
    expected: 38.2,
  }),
  answerOf({
    indicator: unregulatedExecution,
    executed: sales,
    targets: salesTargets,
    expected: 119 * million,
  }),
];

/** The current month has no target in one market. */
export const glanceWithoutTarget = (): IndicatorAnswer[] => [
  answerOf({
    indicator: regulatedExecution,
    executed: [31, 38, 42, 29, 40, 37, 44, 39, 36, 41, 43, 35],
    targets: [40, 40, 40, 40, 40, null, 42, 42, 42, 42, 42, null],
    expected: null,
  }),
  answerOf({
    indicator: unregulatedExecution,
    executed: sales,
    targets: salesTargets,
    expected: 119 * million,
  }),
];

/** What an advisor sees: their own. */
export const ownGlance = (advisor: string): IndicatorAnswer[] => [
  answerOf({
    indicator: regulatedExecution,
    executed: [6, 8, 7, 5, 9, 8, 10, 7, 6, 9, 8, 6],
    targets: [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7],
    expected: 5.4,
    own: advisor,
  }),
  answerOf({
    indicator: unregulatedExecution,
    executed: sales.map((value) => Math.round(value / 5)),
    targets: salesTargets.map((value) => value / 6),
    expected: 20 * million,
    own: advisor,
  }),
];
