import { Button, Divider, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CommandFailure } from "../../sync/session.ts";
import { Bar } from "../parts/Bar.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { failureText } from "../text/failure-sentences.ts";

const useStyles = makeStyles({
  ways: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  or: { ...typographyStyles.body1 },
});

/** Signing in with the company's Microsoft account; the form of e-mail and password comes below it. */
export function DirectorySignIn() {
  const styles = useStyles();
  const { commands } = useActs();
  const { failure } = usePane();
  const [busy, setBusy] = useState(false);
  const ways = useFocusWithin<HTMLDivElement>("button");
  const enter = async () => {
    if (busy) return;
    setBusy(true);
    await commands.signInByDirectory();
    setBusy(false);
  };
  return (
    <div ref={ways} className={styles.ways}>
      {failure && isOfDirectory(failure) && (
        <Bar sentence={failureText(failure).sentence} intent="warning" act={undefined} />
      )}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void enter()}>
        {busy ? es.signIn.busy : es.signIn.microsoft}
      </Button>
      <Divider className={styles.or}>{es.signIn.orByEmail}</Divider>
    </div>
  );
}

const codes: ReadonlySet<CommandFailure["code"]> = new Set([
  "not-admitted",
  "sign-in-closed",
  "sign-in-blocked",
  "directory-refused",
]);

/** What is said beside the button of Microsoft, and not beside the form. */
export const isOfDirectory = ({ code }: CommandFailure): boolean => codes.has(code);
