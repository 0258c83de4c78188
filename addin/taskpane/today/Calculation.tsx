import { makeStyles, tokens } from "@fluentui/react-components";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import type { Indicator } from "../../../shared/model/indicator.ts";
import { Title } from "../parts/Title.tsx";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { measureInWords, targetInWords } from "../text/indicator-text.ts";
import { formatInstant } from "../text/moments.ts";
import { formatPercent } from "../text/numbers.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface CalculationProps {
  readonly indicator: Indicator;
  readonly answer: IndicatorAnswer;
}

/** The formula as the quality system words it, what it counts, and as of when. */
export function Calculation({ indicator, answer }: CalculationProps) {
  const styles = useStyles();
  const context = useReadingContext();
  const { met, near } = answer.thresholds;
  return (
    <>
      <section className={styles.section}>
        <Title level={3}>{es.detail.calculation}</Title>
        <p className={styles.line}>{indicator.formula}</p>
        <p className={styles.line}>{es.detail.thresholds(formatPercent(met), formatPercent(near))}</p>
        <p className={styles.quiet}>{es.detail.version(answer.formulaVersion)}</p>
      </section>
      <section className={styles.section}>
        <Title level={3}>{es.detail.counts}</Title>
        <p className={styles.line}>{measureInWords(indicator, context)}</p>
        <p className={styles.line}>{targetInWords(indicator)}</p>
        <p className={styles.quiet}>{es.detail.asOf(formatInstant(answer.asOf.at))}</p>
      </section>
    </>
  );
}
