import { Button, Field, Radio, RadioGroup, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { monthOf } from "../../../shared/colombia/day.ts";
import type { TableDefinition } from "../../../shared/model/table.ts";
import { choiceOf } from "../parts/choice-of.ts";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { monthsOf, periodProblem } from "./periods.ts";

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
  const [where, setWhere] = useState<Where>("new-sheet");
  const [months, setMonths] = useState(() => monthsOf("this-year", current));
  return (
    <section className={styles.form} aria-labelledby={titleId}>
      <Title level={2} id={titleId}>
        {es.tables.insertTitle}
      </Title>
      <TableChoice offered={offered} chosen={table} onChoose={setTable} />
      <PeriodChoice current={current} months={months} onChoose={setMonths} />
      <Field label={es.tables.where}>
        <Select value={where} onChange={(_, { value }) => setWhere(choiceOf(places, value, "new-sheet"))}>
          {places.map((one) => (
            <option key={one} value={one}>
              {es.tables.places[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        className={styles.insert}
        disabled={periodProblem(months) !== undefined}
        onClick={() => void run((commands) => commands.insertTable(table, months, where))}
      >
        {es.tables.insert}
      </Button>
    </section>
  );
}

const places = ["new-sheet", "selection"] as const;
type Where = (typeof places)[number];

interface TableChoiceProps {
  readonly offered: readonly TableDefinition[];
  readonly chosen: string;
  readonly onChoose: (table: string) => void;
}

function TableChoice({ offered, chosen, onChoose }: TableChoiceProps) {
  return (
    <RadioGroup aria-label={es.tables.table} value={chosen} onChange={(_, { value }) => onChoose(value)}>
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
  );
}
