import { makeStyles, tokens } from "@fluentui/react-components";
import { monthLabel } from "../../../shared/colombia/months.ts";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import { Title } from "../parts/Title.tsx";
import { es } from "../text/es.ts";
import { latestMonth } from "./glance.ts";
import { IndicatorCard } from "./IndicatorCard.tsx";
import type { Opened } from "./Today.tsx";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    justifyContent: "space-between",
  },
  scope: { color: tokens.colorNeutralForeground3 },
});

interface GlanceProps {
  readonly answers: readonly IndicatorAnswer[];
  /** The indicator whose explanation was just left. */
  readonly focusOn: string | null;
  readonly onOpen: (opened: Opened) => void;
}

/** The current month of every indicator that the person may see. */
export function Glance({ answers, focusOn, onOpen }: GlanceProps) {
  const styles = useStyles();
  const month = answers[0] && latestMonth(answers[0]);
  return (
    <>
      {month && (
        <div className={styles.head}>
          <Title level={2}>
            {monthLabel(month.month)}
            {month.provisional && ` · ${es.today.provisional}`}
          </Title>
          <span className={styles.scope}>{month.company ? es.today.company : es.today.own}</span>
        </div>
      )}
      {answers.map((answer) => (
        <IndicatorCard
          key={answer.indicator}
          answer={answer}
          focused={answer.indicator === focusOn}
          onOpen={(opened) => onOpen({ indicator: answer.indicator, month: opened })}
        />
      ))}
    </>
  );
}
