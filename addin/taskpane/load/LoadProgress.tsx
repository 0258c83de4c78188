import { Button, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import type { LoadTable } from "../../sync/familiar-session.ts";
import { Announcer } from "../frame/Announcer.tsx";
import { Buttons } from "../parts/Buttons.tsx";
import { Hush } from "../parts/Hush.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { loadText } from "../text/load-text.ts";
import { LoadStages } from "./LoadStages.tsx";
import { rowsToSend, sumOf } from "./load-counts.ts";

const useStyles = makeStyles({
  head: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  numbers: { fontVariantNumeric: "tabular-nums" },
  /** Forced colours of bar and track may look the same: the track is hollow there. */
  bar: { "@media (forced-colors: active)": { backgroundColor: "Canvas", outline: "1px solid CanvasText" } },
});

interface LoadProgressProps {
  readonly tables: readonly LoadTable[];
  readonly paused: boolean;
}

/** How far the load is, as a whole and sheet by sheet, and the ways to stop and to go on. */
export function LoadProgress({ tables, paused }: LoadProgressProps) {
  const styles = useStyles();
  const { run, commands } = useActs();
  const total = sumOf(tables, rowsToSend);
  const sent = sumOf(tables, (table) => table.sent);
  // Screen readers hear of each quarter, not of every row.
  const quarter = total > 0 ? Math.floor((sent / total) * 4) * 25 : 0;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.numbers}>{loadText.running(sent, total)}</div>
        <ProgressBar
          className={styles.bar}
          aria-label={loadText.progress}
          thickness="large"
          value={Math.min(sent, total)}
          max={Math.max(1, total)}
        />
        <Hush>
          {paused && `${loadText.paused} `}
          {loadText.safe}
        </Hush>
      </div>
      <Buttons>
        {paused ? (
          <Button
            appearance="primary"
            icon={<PlayRegular />}
            onClick={() => void run((session) => session.resumeLoad())}
          >
            {loadText.resume}
          </Button>
        ) : (
          <Button icon={<PauseRegular />} onClick={() => commands.pauseLoad()}>
            {loadText.pause}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => commands.closeLoad()}>
          {loadText.cancel}
        </Button>
      </Buttons>
      <LoadStages tables={tables} />
      <Announcer text={paused ? loadText.paused : loadText.announce(quarter)} />
    </>
  );
}
