import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Months } from "../../../shared/model/result.ts";
import type { Month } from "../../../shared/model/value.ts";
import { choiceOf } from "../parts/choice-of.ts";
import { es } from "../text/es.ts";
import { MonthPicker } from "./MonthPicker.tsx";
import { longestPeriod, monthsOf, periodPresets, periodProblem, type PeriodPreset } from "./periods.ts";

interface PeriodChoiceProps {
  readonly current: Month;
  readonly months: Months;
  readonly onChoose: (months: Months) => void;
}

/** The period of a table: one of the usual ones, or any from a month to a month. */
export function PeriodChoice({ current, months, onChoose }: PeriodChoiceProps) {
  const [preset, setPreset] = useState<PeriodPreset>("this-year");
  const choose = (value: string) => {
    const chosen = choiceOf(periodPresets, value, "other");
    setPreset(chosen);
    if (chosen !== "other") onChoose(monthsOf(chosen, current));
  };
  const problem = periodProblem(months);
  return (
    <>
      <Field label={es.tables.period}>
        <Select value={preset} onChange={(_, { value }) => choose(value)}>
          {periodPresets.map((one) => (
            <option key={one} value={one}>
              {es.tables.presets[one]}
            </option>
          ))}
        </Select>
      </Field>
      {preset === "other" && (
        <>
          <MonthPicker
            label={es.tables.from}
            month={months.first}
            current={current}
            onPick={(first) => onChoose({ ...months, first })}
          />
          <MonthPicker
            label={es.tables.to}
            month={months.last}
            current={current}
            problem={problem && problemText[problem]}
            onPick={(last) => onChoose({ ...months, last })}
          />
        </>
      )}
    </>
  );
}

const problemText: Readonly<Record<NonNullable<ReturnType<typeof periodProblem>>, string>> = {
  backwards: es.tables.backwards,
  "too-long": es.tables.tooLong(longestPeriod),
};
