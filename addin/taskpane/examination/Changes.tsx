import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import type { ExaminedTable } from "../../sync/familiar-session.ts";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { changeSentence, examinationText } from "../text/examination-text.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
  },
});

/** What linking will do to the sheet, before anybody consents to it. */
export function Changes({ table: { proposal, changes } }: { readonly table: ExaminedTable }) {
  const styles = useStyles();
  const titleId = useId();
  const sentences = [tableSentence(proposal), ...changes.map(changeSentence), examinationText.stays];
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Title level={3} id={titleId}>
        {examinationText.changes}
      </Title>
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Hush>{examinationText.undo}</Hush>
    </section>
  );
}

function tableSentence({ layout, table }: Proposal): string {
  if (layout === "matrix") return examinationText.staysMatrix;
  return table === null ? examinationText.becomesTable : examinationText.staysTable;
}
