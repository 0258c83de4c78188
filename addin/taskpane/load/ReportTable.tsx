import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { LoadTable } from "../../sync/familiar-session.ts";
import { missingAnswers } from "../examination/answers.ts";
import { Counts } from "../parts/Counts.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Notice } from "../parts/Notice.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { loadText } from "../text/load-text.ts";
import { countItems } from "./load-counts.ts";

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  // The box stands at the margin of the page, and what belongs to it below its label.
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  rest: { paddingLeft: "28px", display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

interface ReportTableProps {
  readonly table: LoadTable;
  readonly included: boolean;
  readonly onToggle: () => void;
}

/** A worksheet of the report: what it is, how its rows are, and whether it is loaded. */
export function ReportTable({ table, included, onToggle }: ReportTableProps) {
  const styles = useStyles();
  const { run, commands } = useActs();
  const missing = missingAnswers(table.table);
  const { worksheet, worksheetId } = table;
  const answer = async () => {
    commands.closeLoad();
    const gone = await run((session) => session.goTo({ worksheetId, worksheet, address: "A1" }));
    if (gone.ok) await run((session) => session.examine());
  };
  return (
    <li className={styles.item}>
      <Checkbox
        className={styles.box}
        checked={included && missing === 0}
        disabled={missing > 0}
        label={worksheet}
        onChange={onToggle}
      />
      <div className={styles.rest}>
        <Hush>{sheetLabel(table.table.proposal.record)}</Hush>
        <Counts counts={countItems(table)} />
        {missing > 0 && (
          <Notice
            sentence={loadText.asks(missing)}
            acts={[{ label: loadText.answer, onAct: () => void answer() }]}
          />
        )}
      </div>
    </li>
  );
}
