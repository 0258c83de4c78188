import type { Unit } from "../../../shared/model/indicator.ts";
import { Facts, type Fact } from "../parts/Facts.tsx";
import { es } from "../text/es.ts";
import { formatAmount, formatPercent } from "../text/numbers.ts";
import { mainFigure, type FigureAnswer, type MonthAnswer } from "./glance.ts";

/** The figures of a month: what was done, against the current target and the first one, and the pace. */
export function FigureFacts({ unit, month }: { readonly unit: Unit; readonly month: MonthAnswer }) {
  const figure = mainFigure(month);
  if (!figure) return null;
  return (
    <>
      <Facts facts={factsOf(unit, month, figure)} />
      {month.provisional && <div>{es.detail.provisional}</div>}
      {figure.target === null && <div>{es.today.noTargetWhy}</div>}
    </>
  );
}

function factsOf(unit: Unit, { expected }: MonthAnswer, figure: FigureAnswer): readonly Fact[] {
  const amount = (value: number | null) => (value === null ? es.today.noTarget : formatAmount(unit, value));
  return [
    { name: es.detail.executed, value: amount(figure.executed) },
    { name: es.detail.target, value: amount(figure.target) },
    ...(expected === null ? [] : [{ name: es.detail.expected, value: amount(expected) }]),
    { name: es.detail.firstTarget, value: amount(figure.firstTarget) },
    ...(figure.firstPercent === null
      ? []
      : [{ name: es.detail.firstPercent, value: formatPercent(figure.firstPercent) }]),
  ];
}
