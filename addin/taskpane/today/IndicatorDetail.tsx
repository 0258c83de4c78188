import { Button, makeStyles, typographyStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useState } from "react";
import { monthLabel } from "../../../shared/colombia/months.ts";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import { BackButton } from "../parts/BackButton.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { indicatorById } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { formatPercent } from "../text/numbers.ts";
import { AdvisorBars } from "./AdvisorBars.tsx";
import { Calculation } from "./Calculation.tsx";
import { FigureFacts } from "./FigureFacts.tsx";
import { lookOf, mainFigure, type MonthAnswer } from "./glance.ts";
import { LookLabel } from "./LookLabel.tsx";
import { TargetBar } from "./TargetBar.tsx";
import { YearFacts } from "./YearFacts.tsx";

const useStyles = makeStyles({
  month: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  result: { ...typographyStyles.title3, fontVariantNumeric: "tabular-nums" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", justifyContent: "space-between" },
});

interface IndicatorDetailProps {
  readonly answer: IndicatorAnswer;
  /** The month to begin with. */
  readonly start: string;
  readonly onBack: () => void;
}

/** Where a number comes from: the figures of its month, by advisor, the formula and what it counts. */
export function IndicatorDetail({ answer, start, onBack }: IndicatorDetailProps) {
  const styles = useStyles();
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      answer.months.findIndex(({ month }) => month === start),
    ),
  );
  const indicator = indicatorById(answer.indicator);
  const month = answer.months[place];
  if (!month) return null;
  return (
    <Page>
      <BackButton text={es.detail.back} onBack={onBack} />
      <Title level={2}>{indicator?.label ?? answer.indicator}</Title>
      <div className={styles.month}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={es.detail.previous}
          disabledFocusable={place === 0}
          onClick={() => setPlace(Math.max(0, place - 1))}
        />
        <span aria-live="polite">
          {monthLabel(month.month)}
          {month.provisional && ` · ${es.today.provisional}`}
        </span>
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={es.detail.next}
          disabledFocusable={place === answer.months.length - 1}
          onClick={() => setPlace(Math.min(answer.months.length - 1, place + 1))}
        />
      </div>
      <Result month={month} />
      <FigureFacts unit={answer.unit} month={month} />
      <AdvisorBars unit={answer.unit} month={month} />
      {answer.yearToDate && <YearFacts unit={answer.unit} year={answer.yearToDate} />}
      {indicator && <Calculation indicator={indicator} answer={answer} />}
    </Page>
  );
}

function Result({ month }: { readonly month: MonthAnswer }) {
  const styles = useStyles();
  const figure = mainFigure(month);
  if (!figure) return null;
  const look = lookOf(month, figure);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.result}>
          {figure.percent === null ? es.today.noTarget : formatPercent(figure.percent)}
        </span>
        {figure.target !== null && <LookLabel look={look} />}
      </div>
      <TargetBar figure={figure} look={look} expected={month.expected} />
    </>
  );
}
