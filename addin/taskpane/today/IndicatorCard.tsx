import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import { Card } from "../parts/Card.tsx";
import { indicatorById } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { executedInWords } from "../text/indicator-text.ts";
import { formatAmount, formatPercent } from "../text/numbers.ts";
import { FigureHead } from "./FigureHead.tsx";
import { latestMonth, lookOf, mainFigure, type FigureAnswer, type MonthAnswer } from "./glance.ts";
import { LookLabel } from "./LookLabel.tsx";
import { MonthColumns } from "./MonthColumns.tsx";
import { TargetBar } from "./TargetBar.tsx";

const useStyles = makeStyles({
  words: { fontVariantNumeric: "tabular-nums" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    justifyContent: "space-between",
  },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
});

interface IndicatorCardProps {
  readonly answer: IndicatorAnswer;
  readonly focused: boolean;
  readonly onOpen: (month: string) => void;
}

/** One indicator: where the month stands, against what, and how the last months went. */
export function IndicatorCard({ answer, focused, onOpen }: IndicatorCardProps) {
  const titleId = useId();
  const month = latestMonth(answer);
  const figure = month && mainFigure(month);
  const label = indicatorById(answer.indicator)?.shortLabel ?? answer.indicator;
  if (!month || !figure) return null;
  return (
    <Card labelledBy={titleId}>
      <FigureHead
        titleId={titleId}
        label={label}
        result={figure.percent === null ? es.today.noTarget : formatPercent(figure.percent)}
        focused={focused}
        onOpen={() => onOpen(month.month)}
      />
      <TargetBar figure={figure} look={lookOf(month, figure)} expected={month.expected} />
      <Words answer={answer} month={month} figure={figure} />
      {answer.months.length > 1 && <MonthColumns answer={answer} label={label} onOpen={onOpen} />}
    </Card>
  );
}

interface WordsProps {
  readonly answer: IndicatorAnswer;
  readonly month: MonthAnswer;
  readonly figure: FigureAnswer;
}

function Words({ answer: { unit, yearToDate }, month, figure }: WordsProps) {
  const styles = useStyles();
  const year = yearToDate?.figure.percent ?? null;
  return (
    <div className={styles.words}>
      {executedInWords(unit, figure.executed, figure.target)}
      <div className={styles.line}>
        {month.expected !== null && (
          <span className={styles.quiet}>{es.today.expectedToday(formatAmount(unit, month.expected))}</span>
        )}
        {figure.target !== null && <LookLabel look={lookOf(month, figure)} />}
      </div>
      {figure.target === null && <p className={styles.quiet}>{es.today.noTargetWhy}</p>}
      {year !== null && (
        <span className={styles.quiet}>
          {es.today.yearToDate(month.month.slice(0, 4))}: {formatPercent(year)}
        </span>
      )}
    </div>
  );
}
