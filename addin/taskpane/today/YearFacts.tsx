import { monthLabel, periodLabel } from "../../../shared/colombia/months.ts";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import type { Unit } from "../../../shared/model/indicator.ts";
import { Facts } from "../parts/Facts.tsx";
import { Title } from "../parts/Title.tsx";
import { joinWords } from "../text/condition.ts";
import { es } from "../text/es.ts";
import { formatAmount, formatPercent } from "../text/numbers.ts";

interface YearFactsProps {
  readonly unit: Unit;
  readonly year: NonNullable<IndicatorAnswer["yearToDate"]>;
}

/** The year to date: what was done over the targets, and the months that are in neither sum. */
export function YearFacts({ unit, year: { figure, first, last, withoutTarget } }: YearFactsProps) {
  const { percent, executed, target } = figure;
  return (
    <section>
      <Title level={3}>{es.today.yearToDate(last.slice(0, 4))}</Title>
      <Facts
        facts={[
          {
            name: periodLabel({ first, last }),
            value: percent === null ? es.today.noTarget : formatPercent(percent),
          },
          { name: es.detail.executed, value: formatAmount(unit, executed) },
          ...(target === null ? [] : [{ name: es.detail.target, value: formatAmount(unit, target) }]),
        ]}
      />
      {withoutTarget.length > 0 && es.detail.withoutTarget(joinWords(withoutTarget.map(monthLabel), "y"))}
    </section>
  );
}
