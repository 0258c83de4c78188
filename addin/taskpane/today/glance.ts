import type { IndicatorAnswer } from "../../../shared/contract.ts";
import type { FigureState } from "../../../shared/model/figure.ts";

export type MonthAnswer = IndicatorAnswer["months"][number];
export type FigureAnswer = NonNullable<MonthAnswer["company"]>;

/** How a figure looks: its state, or the pace while the month runs. */
export type Look = FigureState | "on-pace" | "behind-pace";

/** The figure that stands for a month: the company's, or one's own for whoever sees only that. */
export function mainFigure({ company, advisors }: MonthAnswer): FigureAnswer | null {
  return company ?? advisors[0]?.figure ?? null;
}

/** A month that is not over is judged by its pace until it reaches the target. */
export function lookOf(month: MonthAnswer, figure: FigureAnswer): Look {
  const { provisional, expected } = month;
  if (!provisional || expected === null || figure.state === "met" || figure.target === null)
    return figure.state;
  return figure.executed >= expected ? "on-pace" : "behind-pace";
}

/** The month that *Hoy* speaks of, the last one of the answer. */
export const latestMonth = (answer: IndicatorAnswer): MonthAnswer | undefined => answer.months.at(-1);
