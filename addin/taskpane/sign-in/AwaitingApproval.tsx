import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  sentence: { margin: 0 },
  first: { ...typographyStyles.body1Strong },
});

/** What somebody sees whom Microsoft knows and the administrator has not let in yet. */
export function AwaitingApproval() {
  const styles = useStyles();
  const { commands } = useActs();
  const [busy, setBusy] = useState(false);
  const body = useFocusWithin<HTMLDivElement>("button");
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    await commands.signInByDirectory();
    setBusy(false);
  };
  return (
    <div ref={body} className={styles.body}>
      <output className={styles.first}>{es.signIn.awaiting}</output>
      <p className={styles.sentence}>{es.signIn.awaitingNext}</p>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void ask()}>
        {busy ? es.signIn.asking : es.signIn.askAgain}
      </Button>
      <Button appearance="subtle" onClick={() => commands.dismissFailure()}>
        {es.signIn.otherAccount}
      </Button>
    </div>
  );
}
