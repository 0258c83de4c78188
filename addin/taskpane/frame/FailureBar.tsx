import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { CommandFailure } from "../../sync/session.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { failureText, type WayOut } from "../text/failure-sentences.ts";

const useStyles = makeStyles({
  around: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0` },
  text: { ...typographyStyles.body1, overflowWrap: "anywhere" },
});

interface FailureBarProps {
  readonly failure: CommandFailure;
  readonly onSignIn: () => void;
}

/** Why the last command stopped, with the way out. */
export function FailureBar({ failure, onSignIn }: FailureBarProps) {
  const styles = useStyles();
  const { commands, retry } = useActs();
  const { sentence, wayOut } = failureText(failure);
  const ways: Readonly<Record<Exclude<WayOut, "none">, () => void>> = {
    retry,
    "sign-in": onSignIn,
    reload: () => window.location.reload(),
  };
  return (
    <div className={styles.around}>
      <MessageBar layout="multiline" intent={failure.code === "cancelled" ? "info" : "warning"}>
        <MessageBarBody className={styles.text}>{sentence}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={es.dismiss}
              onClick={() => commands.dismissFailure()}
            />
          }
        >
          {wayOut !== "none" && (
            <Button size="medium" onClick={ways[wayOut]}>
              {es.wayOut[wayOut]}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
