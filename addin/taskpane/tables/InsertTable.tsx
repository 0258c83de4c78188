import { Button, Field, Radio, RadioGroup, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { monthOf } from "../../../shared/colombia/day.ts";
import type { TableDefinition } from "../../../shared/model/table.ts";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { MonthPicker } from "./MonthPicker.tsx";
import { longestPeriod, monthsOf, periodPresets, periodProblem, type PeriodPreset } from "./periods.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  insert: { alignSelf: "flex-start" },
});

/** Chooses a computed table and its period, and inserts it. */
export function InsertTable({ offered }: { readonly offered: readonly TableDefinition[] }) {
  const styles = useStyles();
  const titleId = useId();
  const { run } = useActs();
  const current = monthOf(useReadingContext().today);
  const [table, setTable] = useState(offered[0]?.id ?? "");
  const [preset, setPreset] = useState<PeriodPreset>("this-year");
  const [chosen, setChosen] = useState(() =>
    monthsOf("this-year", current, { first: current, last: current }),
  );
  const months = monthsOf(preset, current, chosen);
  const problem = periodProblem(months);
  const choosePreset = (value: string) => {
    setChosen(months);
    setPreset(periodPresets.find((one) => one === value) ?? "this-year");
  };
  return (
    <section className={styles.form} aria-labelledby={titleId}>
      <Title level={2} id={titleId}>
        {es.tables.insertTitle}
      </Title>
      <RadioGroup aria-label={es.tables.table} value={table} onChange={(_, { value }) => setTable(value)}>
        {offered.map(({ id, label, purpose }) => (
          <Radio
            key={id}
            value={id}
            label={
              <>
                {label}
                <Hush>{purpose}</Hush>
              </>
            }
          />
        ))}
      </RadioGroup>
      <Field label={es.tables.period}>
        <Select value={preset} onChange={(_, { value }) => choosePreset(value)}>
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
            onPick={(first) => setChosen({ ...chosen, first })}
          />
          <MonthPicker
            label={es.tables.to}
            month={months.last}
            current={current}
            {...(problem ? { problem: problemText[problem] } : {})}
            onPick={(last) => setChosen({ ...chosen, last })}
          />
        </>
      )}
      <Button
        className={styles.insert}
        disabled={problem !== undefined}
        onClick={() => void run((commands) => commands.insertTable(table, months))}
      >
        {es.tables.insert}
      </Button>
    </section>
  );
}

const problemText: Readonly<Record<NonNullable<ReturnType<typeof periodProblem>>, string>> = {
  backwards: es.tables.backwards,
  "too-long": es.tables.tooLong(longestPeriod),
};
