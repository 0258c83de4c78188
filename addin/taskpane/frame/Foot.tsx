import { Button, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
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
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingVerticalS,
  },
  bar: { flex: "1 0 100%" },
  state: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  sentence: { fontVariantNumeric: "tabular-nums" },
  act: { marginLeft: "auto" },
});

/** Always in sight: whether the work is safe, and the next thing to do. */
export function Foot({ onSignIn }: { readonly onSignIn: () => void }) {
  const styles = useStyles();
  const state = usePane();
  const foot = footState(state);
  return (
    <footer className={styles.foot}>
      {foot.tone === "working" && <Progress activity={state.activity} sentence={foot.sentence} />}
      <div className={styles.state}>
        <FootIcon tone={foot.tone} />
        <span className={styles.sentence}>
          {foot.sentence}
          {foot.moment !== null && (
            <>
              {" · "}
              <Moment at={foot.moment} />
            </>
          )}
        </span>
      </div>
      <FootButton foot={foot} onSignIn={onSignIn} />
      <Announcer text={announcement(state)} />
    </footer>
  );
}

function Progress({ activity, sentence }: { readonly activity: Activity; readonly sentence: string }) {
  const { bar } = useStyles();
  const known = activity.kind === "working" && activity.total > 0;
  return (
    <ProgressBar
      className={bar}
      aria-label={sentence}
      {...(known ? { value: activity.done, max: activity.total } : {})}
    />
  );
}

function FootButton({ foot, onSignIn }: { readonly foot: FootState; readonly onSignIn: () => void }) {
  const styles = useStyles();
  const { run, commands } = useActs();
  if (foot.act === "none") return null;
  const acts: Readonly<Record<Exclude<FootAct, "none">, () => void>> = {
    synchronise: () => void run((session) => session.synchronise()),
    "refresh-tables": () => void run((session) => session.refreshTables()),
    "sign-in": onSignIn,
    cancel: () => commands.cancel(),
  };
  return (
    <Button
      className={styles.act}
      appearance={foot.act === "cancel" ? "secondary" : "primary"}
      onClick={acts[foot.act]}
    >
      {foot.actLabel}
    </Button>
  );
}
