import {
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
  useArrowNavigationGroup,
} from "@fluentui/react-components";
import { monthLabel } from "../../../shared/colombia/months.ts";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import { es } from "../text/es.ts";
import { formatPercent } from "../text/numbers.ts";
import { useFigureColors } from "./figure-colors.ts";
import { lookOf, mainFigure, type MonthAnswer } from "./glance.ts";

const useStyles = makeStyles({
  chart: { position: "relative", height: "56px" },
  months: {
    display: "flex",
    height: "100%",
    columnGap: tokens.spacingHorizontalXXS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  month: { flex: "1 1 0", minWidth: 0 },
  column: {
    width: "100%",
    height: "100%",
    padding: 0,
    border: "none",
    display: "flex",
    alignItems: "flex-end",
    backgroundColor: "transparent",
    borderRadius: tokens.borderRadiusSmall,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  bar: {
    width: "100%",
    minHeight: "4px",
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
  },
  provisional: { opacity: 0.6 },
  target: {
    position: "absolute",
    left: 0,
    right: 0,
    height: 0,
    borderTop: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    pointerEvents: "none",
  },
  ends: { display: "flex", justifyContent: "space-between", color: tokens.colorNeutralForeground3 },
});

interface MonthColumnsProps {
  readonly answer: IndicatorAnswer;
  readonly label: string;
  readonly onOpen: (month: string) => void;
}

/** The last months as columns against the line of the target; each opens its explanation. Arrows move along. */
export function MonthColumns({ answer, label, onOpen }: MonthColumnsProps) {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: "horizontal", memorizeCurrent: true });
  const { months } = answer;
  const top = Math.max(100, ...months.map((month) => mainFigure(month)?.percent ?? 0));
  const [first, last] = [months[0], months.at(-1)];
  return (
    <div>
      <div className={styles.chart}>
        <ul className={styles.months} aria-label={`${label}: ${es.today.history}`} {...arrows}>
          {months.map((month) => (
            <li key={month.month} className={styles.month}>
              <Column month={month} top={top} onOpen={() => onOpen(month.month)} />
            </li>
          ))}
        </ul>
        <div className={styles.target} style={{ bottom: `${(100 / top) * 100}%` }} />
      </div>
      <div className={styles.ends} aria-hidden>
        <span>{first && shortMonth(first.month)}</span>
        <span>{last && shortMonth(last.month)}</span>
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly month: MonthAnswer;
  /** The percentage that reaches the top. */
  readonly top: number;
  readonly onOpen: () => void;
}

function Column({ month, top, onOpen }: ColumnProps) {
  const styles = useStyles();
  const colors = useFigureColors();
  const figure = mainFigure(month);
  const percent = figure?.percent ?? null;
  const text = columnText(month, percent);
  const look = figure ? lookOf(month, figure) : "no-target";
  return (
    <Tooltip content={text} relationship="inaccessible">
      <button type="button" className={styles.column} aria-label={text} onClick={onOpen}>
        <span
          className={mergeClasses(styles.bar, colors[look], month.provisional && styles.provisional)}
          style={{ height: `${(Math.max(0, percent ?? 0) / top) * 100}%` }}
        />
      </button>
    </Tooltip>
  );
}

function columnText({ month, provisional }: MonthAnswer, percent: number | null): string {
  const result = percent === null ? es.today.noTarget : formatPercent(percent);
  return `${monthLabel(month)}: ${result}${provisional ? ` · ${es.today.provisional}` : ""}`;
}

/** `Mar 2026`. */
const shortMonth = (month: string): string => {
  const [name = "", year = ""] = monthLabel(month).split(" ");
  return `${name.slice(0, 3)} ${year}`;
};
