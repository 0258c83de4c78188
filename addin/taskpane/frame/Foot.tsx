import { Button, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import type { Activity } from "../../sync/session.ts";
import { Moment } from "../parts/Moment.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { announcement, footState, type FootAct, type FootState } from "../text/state-sentence.ts";
import { Announcer } from "./Announcer.tsx";
import { FootIcon } from "./FootIcon.tsx";

const useStyles = makeStyles({
  foot: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  line: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "40px",
  },
  sentence: { flex: "1 1 0", minWidth: 0, fontVariantNumeric: "tabular-nums" },
  part: { display: "inline-block" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Always in sight: whether the work is safe, and the next thing to do. */
export function Foot({ onSignIn }: { readonly onSignIn: () => void }) {
  const styles = useStyles();
  const state = usePane();
  const foot = footState(state);
  return (
    <footer className={styles.foot}>
      {foot.tone === "working" && <Progress activity={state.activity} sentence={foot.sentence} />}
      <div className={styles.line}>
        <FootIcon tone={foot.tone} />
        <Sentence foot={foot} />
        <FootButton foot={foot} onSignIn={onSignIn} />
      </div>
      <Announcer text={announcement(state)} />
    </footer>
  );
}

/** The sentence, which breaks between its parts where it must. */
function Sentence({ foot: { sentence, moment } }: { readonly foot: FootState }) {
  const styles = useStyles();
  const parts = sentence.split(separator);
  return (
    <span className={styles.sentence}>
      {parts.map((part, place) => (
        <Fragment key={part}>
          {place > 0 && separator}
          <span className={styles.part}>{part}</span>
        </Fragment>
      ))}
      {moment !== null && (
        <>
          {separator}
          <span className={`${styles.part} ${styles.quiet}`}>
            <Moment at={moment} />
          </span>
        </>
      )}
    </span>
  );
}

const separator = " · ";

function Progress({ activity, sentence }: { readonly activity: Activity; readonly sentence: string }) {
  const known = activity.kind === "working" && activity.total > 0;
  return (
    <ProgressBar aria-label={sentence} {...(known ? { value: activity.done, max: activity.total } : {})} />
  );
}

function FootButton({ foot, onSignIn }: { readonly foot: FootState; readonly onSignIn: () => void }) {
  const { run, commands } = useActs();
  if (foot.act === "none") return null;
  const acts: Readonly<Record<Exclude<FootAct, "none">, () => void>> = {
    synchronise: () => void run((session) => session.synchronise()),
    "refresh-tables": () => void run((session) => session.refreshTables()),
    "sign-in": onSignIn,
    cancel: () => commands.cancel(),
  };
  return (
    <Button appearance={foot.act === "cancel" ? "secondary" : "primary"} onClick={acts[foot.act]}>
      {foot.actLabel}
    </Button>
  );
}
