import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { ExaminedTable } from "../../sync/familiar-session.ts";
import { Counts, type CountItem } from "../parts/Counts.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { examinationText, recordText } from "../text/examination-text.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

/** How many rows are good, how many will be, and how many are not. */
export function RowCounts({ table: { counts, proposal } }: { readonly table: ExaminedTable }) {
  const styles = useStyles();
  const titleId = useId();
  const texts = examinationText.counts;
  const { all, good, wrongStay } = recordText[proposal.layout];
  const items: readonly (CountItem & { readonly count: number })[] = [
    { count: counts.good, text: good(counts.good), tone: "good" },
    { count: counts.repairable, text: texts.repairable(counts.repairable), tone: "waiting" },
    { count: counts.wrong, text: texts.wrong(counts.wrong), tone: "wrong" },
    { count: counts.apart, text: texts.apart(counts.apart), tone: "plain" },
  ];
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Title level={3} id={titleId}>
        {all(counts.rows)}
      </Title>
      <Counts counts={items.filter(({ count }) => count > 0)} />
      {counts.wrong > 0 && <Hush>{wrongStay}</Hush>}
    </section>
  );
}
