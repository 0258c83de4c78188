import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { LoadTable } from "../../sync/familiar-session.ts";
import { missingAnswers } from "../examination/answers.ts";
import { Empty } from "../parts/Empty.tsx";
import { Hush } from "../parts/Hush.tsx";
import { StickyBar } from "../parts/StickyBar.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { loadText } from "../text/load-text.ts";
import { LeftOut } from "./LeftOut.tsx";
import { rowsToSend, sumOf } from "./load-counts.ts";
import { ReportTable } from "./ReportTable.tsx";

const useStyles = makeStyles({
  line: { margin: 0 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
});

interface LoadReportProps {
  readonly tables: readonly LoadTable[];
  readonly leftOut: readonly string[];
}

/** What the workbook holds, sheet by sheet; nothing was changed yet. */
export function LoadReport({ tables, leftOut }: LoadReportProps) {
  const styles = useStyles();
  const { run } = useActs();
  const [left, setLeft] = useState<readonly number[]>([]);
  if (tables.length === 0)
    return (
      <>
        <Empty line={loadText.none} />
        <LeftOut worksheets={leftOut} />
      </>
    );
  const chosen = tables.flatMap((one, at) =>
    missingAnswers(one.table) > 0 || left.includes(at) ? [] : [{ ...one, at }],
  );
  const toggle = (at: number) =>
    setLeft(left.includes(at) ? left.filter((one) => one !== at) : [...left, at]);
  const load = () => void run((commands) => commands.startLoad(chosen.map(({ at }) => at)));
  return (
    <>
      <p className={styles.line}>{loadText.report}</p>
      <ul className={styles.list}>
        {tables.map((one, at) => (
          <ReportTable
            key={`${one.worksheetId} ${one.table.proposal.data.top}`}
            table={one}
            included={!left.includes(at)}
            onToggle={() => toggle(at)}
          />
        ))}
      </ul>
      <Hush>
        {loadText.wrongStay} {loadText.safe}
      </Hush>
      <LeftOut worksheets={leftOut} />
      <StickyBar>
        <output>
          {chosen.length === 0
            ? loadText.nothingChosen
            : loadText.chosen(chosen.length, sumOf(chosen, rowsToSend))}
        </output>
        <Button
          appearance="primary"
          disabledFocusable={chosen.length === 0}
          onClick={() => chosen.length === 0 || load()}
        >
          {loadText.load}
        </Button>
      </StickyBar>
    </>
  );
}
