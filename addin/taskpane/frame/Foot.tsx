import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Activity } from "../../sync/session.ts";
import { Moment } from "../parts/Moment.tsx";
import { useNow } from "../session/use-now.ts";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { formatUntil } from "../text/moments.ts";
import { announcement, footState, type FootAct, type FootState } from "../text/state-sentence.ts";
import { UndoLast, useLastSending } from "../sendings/UndoLast.tsx";
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
  /** Hides what a line begins with: the dot before its first part. */
  clip: { flex: "1 1 0", minWidth: 0, overflow: "hidden" },
  parts: { display: "flex", flexWrap: "wrap", marginLeft: `calc(-1 * ${tokens.spacingHorizontalL})` },
  part: {
    position: "relative",
    paddingLeft: tokens.spacingHorizontalL,
    fontVariantNumeric: "tabular-nums",
    "::before": { content: "'·'", position: "absolute", left: tokens.spacingHorizontalSNudge },
  },
  /** Forced colours of bar and track may look the same: the track is hollow there. */
  progress: {
    "@media (forced-colors: active)": { backgroundColor: "Canvas", outline: "1px solid CanvasText" },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface FootProps {
  /** The view has a primary act of its own. */
  readonly quiet: boolean;
  readonly onSignIn: () => void;
}

/** Always in sight: whether the work is safe, and the next thing to do. */
export function Foot({ quiet, onSignIn }: FootProps) {
  const styles = useStyles();
  const state = usePane();
  const foot = footState(state);
  return (
    <footer className={styles.foot}>
      {foot.tone === "working" && <Progress activity={state.activity} sentence={foot.sentence} />}
      <div className={styles.line}>
        <FootIcon tone={foot.tone} />
        <Sentence foot={foot} />
        <FootButton foot={foot} quiet={quiet} onSignIn={onSignIn} />
      </div>
      <Announcer text={announcement(state)} />
    </footer>
  );
}

/** The sentence in its parts, with a dot between those that share a line. */
function Sentence({ foot: { tone, sentence, moment, next } }: { readonly foot: FootState }) {
  const styles = useStyles();
  const lastSending = useLastSending();
  return (
    <div className={styles.clip}>
      <div className={styles.parts}>
        {sentence.split(" · ").map((part) => (
          <span key={part} className={styles.part}>
            {part}
          </span>
        ))}
        {moment !== null && (
          <span className={mergeClasses(styles.part, styles.quiet)}>
            <Moment at={moment} />
          </span>
        )}
        {next !== undefined && (
          <span className={mergeClasses(styles.part, styles.quiet)}>
            <NextTry at={next} />
          </span>
        )}
        {tone === "saved" && lastSending && (
          <span className={styles.part}>
            <UndoLast sending={lastSending} />
          </span>
        )}
      </div>
    </div>
  );
}

function NextTry({ at }: { readonly at: string }) {
  return <>reintenta {formatUntil(at, useNow())}</>;
}

function Progress({ activity, sentence }: { readonly activity: Activity; readonly sentence: string }) {
  const styles = useStyles();
  const known = activity.kind === "working" && activity.total > 0;
  return (
    <ProgressBar
      className={styles.progress}
      aria-label={sentence}
      {...(known ? { value: activity.done, max: activity.total } : {})}
    />
  );
}

function FootButton({ foot, quiet, onSignIn }: FootProps & { readonly foot: FootState }) {
  const { run, commands } = useActs();
  if (foot.act === "none") return null;
  const acts: Readonly<Record<Exclude<FootAct, "none">, () => void>> = {
    synchronise: () => void run((session) => session.synchronise()),
    receive: () => void run((session) => session.receive()),
    "refresh-tables": () => void run((session) => session.refreshTables()),
    "sign-in": onSignIn,
    cancel: () => commands.cancel(),
  };
  return (
    <Button appearance={quiet || foot.act === "cancel" ? "secondary" : "primary"} onClick={acts[foot.act]}>
      {foot.actLabel}
    </Button>
  );
}
