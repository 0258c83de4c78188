import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Unit } from "../../../shared/model/indicator.ts";
import { Title } from "../parts/Title.tsx";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { formatAmount, formatPercent } from "../text/numbers.ts";
import { useFigureColors } from "./figure-colors.ts";
import { lookOf, type MonthAnswer } from "./glance.ts";

type AdvisorAnswer = MonthAnswer["advisors"][number];

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalS },
  line: { display: "flex", columnGap: tokens.spacingHorizontalM, fontVariantNumeric: "tabular-nums" },
  name: { flex: "1 1 0", minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  percent: { minWidth: "56px", textAlign: "end", color: tokens.colorNeutralForeground3 },
  track: {
    height: "4px",
    backgroundColor: tokens.colorNeutralStroke3,
    borderRadius: tokens.borderRadiusCircular,
  },
  bar: { height: "100%", borderRadius: tokens.borderRadiusCircular },
});

/** What each advisor did in a month, the most first; the shares add up to the total. */
export function AdvisorBars({ unit, month }: { readonly unit: Unit; readonly month: MonthAnswer }) {
  const styles = useStyles();
  const titleId = useId();
  const { people } = useReadingContext();
  if (!month.company) return null;
  const shares = month.advisors.toSorted((one, other) => other.figure.executed - one.figure.executed);
  const most = Math.max(0, ...shares.map(({ figure }) => figure.executed));
  const nameOf = ({ advisor }: AdvisorAnswer) =>
    advisor === null ? es.detail.nobody : people.nameOf(advisor);
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Title level={3} id={titleId}>
        {es.detail.byAdvisor}
      </Title>
      {shares.length === 0 && es.detail.noAdvisors}
      <ul className={styles.list}>
        {shares.map((share) => (
          <li key={share.advisor ?? ""}>
            <Share name={nameOf(share)} share={share} month={month} most={most} unit={unit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ShareProps {
  readonly name: string;
  readonly share: AdvisorAnswer;
  readonly month: MonthAnswer;
  /** What fills the whole bar. */
  readonly most: number;
  readonly unit: Unit;
}

function Share({ name, share: { figure }, month, most, unit }: ShareProps) {
  const styles = useStyles();
  const colors = useFigureColors();
  const width = most === 0 ? 0 : Math.max(0, figure.executed / most) * 100;
  // The pace is known for the whole only; a single advisor's month that is not over is not judged.
  const look = month.provisional && figure.state !== "met" ? "no-target" : lookOf(month, figure);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span>{formatAmount(unit, figure.executed)}</span>
        <span className={styles.percent}>
          {figure.percent === null ? es.today.noTarget : formatPercent(figure.percent)}
        </span>
      </div>
      <div className={styles.track} aria-hidden>
        <div className={mergeClasses(styles.bar, colors[look])} style={{ width: `${width}%` }} />
      </div>
    </>
  );
}
