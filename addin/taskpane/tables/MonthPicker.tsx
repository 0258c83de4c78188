import { Select, makeStyles, tokens } from "@fluentui/react-components";
import { monthNames } from "../../../shared/colombia/months.ts";
import type { Month } from "../../../shared/model/value.ts";
import { es } from "../text/es.ts";

/** How far back months are offered, in years. */
const yearsBack = 10;

const useStyles = makeStyles({
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  label: { padding: 0, marginBottom: tokens.spacingVerticalXS },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    columnGap: tokens.spacingHorizontalS,
  },
  problem: { display: "block", color: tokens.colorStatusDangerForeground1 },
});

interface MonthPickerProps {
  readonly label: string;
  readonly month: Month;
  /** The current month; its year and the next are offered too. */
  readonly current: Month;
  readonly problem?: string | undefined;
  readonly onPick: (month: Month) => void;
}

/** A month and a year. Not the browser's own month field, which Excel for Mac lacks. */
export function MonthPicker({ label, month, current, problem, onPick }: MonthPickerProps) {
  const styles = useStyles();
  const [year = "", number = ""] = month.split("-");
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.pair}>
        <Select
          aria-label={`${label}: ${es.tables.month}`}
          value={number}
          onChange={(_, { value }) => onPick(`${year}-${value}`)}
        >
          {monthNames.map((name, place) => (
            <option key={name} value={String(place + 1).padStart(2, "0")}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          aria-label={`${label}: ${es.tables.year}`}
          value={year}
          onChange={(_, { value }) => onPick(`${value}-${number}`)}
        >
          {yearsAround(current).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </div>
      <output className={styles.problem}>{problem}</output>
    </fieldset>
  );
}

function yearsAround(current: Month): readonly string[] {
  const last = Number(current.slice(0, 4)) + 1;
  return Array.from({ length: yearsBack + 2 }, (_, place) => String(last - place));
}
