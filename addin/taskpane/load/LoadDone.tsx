import { Button, makeStyles } from "@fluentui/react-components";
import type { LoadTable } from "../../sync/familiar-session.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { loadText } from "../text/load-text.ts";
import { LeftOut } from "./LeftOut.tsx";
import { LoadStages } from "./LoadStages.tsx";
import { sumOf } from "./load-counts.ts";

const useStyles = makeStyles({ line: { display: "block" } });

interface LoadDoneProps {
  readonly tables: readonly LoadTable[];
  readonly leftOut: readonly string[];
}

/** What the load did, and what is left for a person. */
export function LoadDone({ tables, leftOut }: LoadDoneProps) {
  const styles = useStyles();
  const { commands } = useActs();
  const wrong = sumOf(tables, ({ stage, table }) => (stage === "done" ? table.counts.wrong : 0));
  const failed = tables.filter(({ stage }) => stage === "failed").length;
  return (
    <>
      <output>
        <span className={styles.line}>{loadText.done(sumOf(tables, ({ sent }) => sent))}</span>
        {wrong > 0 && <span className={styles.line}>{loadText.doneWrong(wrong)}</span>}
        {failed > 0 && <span className={styles.line}>{loadText.doneFailed(failed)}</span>}
      </output>
      <LoadStages tables={tables} />
      <LeftOut worksheets={leftOut} />
      <Buttons>
        <Button appearance="primary" onClick={() => commands.closeLoad()}>
          {loadText.close}
        </Button>
      </Buttons>
    </>
  );
}
