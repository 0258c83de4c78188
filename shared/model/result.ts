import type { Directory } from "./directory.ts";
import type { Figure, Thresholds } from "./figure.ts";
import type { Indicator, Unit } from "./indicator.ts";
import type { Listing, Measure } from "./measure.ts";
import type { Day, Month, Row } from "./value.ts";

/** Months from the first to the last, both included. */
export interface Months {
  readonly first: Month;
  readonly last: Month;
}

/** One advisor's share; `advisor` is null for rows that name nobody, so that shares add up to the total. */
export interface AdvisorFigure {
  readonly advisor: string | null;
  readonly figure: Figure;
}

/** An indicator in one month. */
export interface MonthResult {
  readonly month: Month;
  /** The month is not over: it divides by the whole month's target. */
  readonly provisional: boolean;
  /** What the target asks for by the business days elapsed; null but in the current month with a target. */
  readonly expected: number | null;
  /** The company's figure; null for whoever sees their own only. */
  readonly company: Figure | null;
  readonly advisors: readonly AdvisorFigure[];
}

/** Σ executed over Σ target since January; months without a target are in neither sum, and listed. */
export interface YearToDate {
  readonly first: Month;
  readonly last: Month;
  readonly provisional: boolean;
  readonly figure: Figure;
  readonly withoutTarget: readonly Month[];
}

/** An indicator over a period, as of a moment of the history. */
export interface IndicatorResult {
  readonly indicator: string;
  readonly unit: Unit;
  readonly formulaVersion: number;
  /** The percentages that the states of the figures go by. */
  readonly thresholds: Thresholds;
  readonly months: readonly MonthResult[];
  /** Null for whoever sees their own figures only. */
  readonly yearToDate: YearToDate | null;
}

/** A measure's value for one month and advisor; months and advisors without rows are absent. */
export interface MeasuredValue {
  readonly month: Month;
  readonly advisor: string | null;
  readonly value: number;
}

/** Where computed tables draw their figures from; it already sees only what the person may see. */
export interface FigureSource {
  readonly people: Directory;
  /** The day that figures are as of. */
  readonly today: Day;
  measure(measure: Measure, months: Months): Promise<readonly MeasuredValue[]>;
  indicator(indicator: Indicator, months: Months): Promise<IndicatorResult>;
  /** The rows that count, in the order in which they were first written; none where a column of them is hidden. */
  list(listing: Listing): Promise<readonly Row[]>;
}
