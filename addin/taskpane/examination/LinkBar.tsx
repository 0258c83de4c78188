import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ExaminedTable } from "../../sync/familiar-session.ts";
import { StickyBar } from "../parts/StickyBar.tsx";
import { examinationText, recordText } from "../text/examination-text.ts";
import { missingAnswers } from "./answers.ts";

const useStyles = makeStyles({
  missing: { color: tokens.colorStatusWarningForeground3 },
});

interface LinkBarProps {
  readonly table: ExaminedTable;
  readonly onLink: () => void;
}

/** The act that the examination leads to, once nothing is left to be answered. */
export function LinkBar({ table, onLink }: LinkBarProps) {
  const styles = useStyles();
  const missing = missingAnswers(table);
  return (
    <StickyBar>
      <output className={missing > 0 ? styles.missing : undefined}>
        {missing > 0
          ? examinationText.missing(missing)
          : recordText[table.proposal.layout].all(table.counts.rows)}
      </output>
      <Button appearance="primary" disabledFocusable={missing > 0} onClick={() => missing > 0 || onLink()}>
        {examinationText.link}
      </Button>
    </StickyBar>
  );
}
