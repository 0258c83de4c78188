import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  typographyStyles,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { es } from "../text/es.ts";

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, overflowWrap: "anywhere" },
});

interface BarProps {
  readonly sentence: string;
  readonly intent: "info" | "warning";
  readonly act?: { readonly label: string; readonly onAct: () => void } | undefined;
  readonly onDismiss?: () => void;
}

/** Something that just happened, told above a view; screen readers hear it. */
export function Bar({ sentence, intent, act, onDismiss }: BarProps) {
  const styles = useStyles();
  return (
    // Fluent announces a bar once; another sentence is another bar.
    <MessageBar key={sentence} layout="multiline" intent={intent}>
      <MessageBarBody className={styles.text}>{sentence}</MessageBarBody>
      {(act ?? onDismiss) && (
        <MessageBarActions {...(onDismiss ? { containerAction: <Dismiss onDismiss={onDismiss} /> } : {})}>
          {act && (
            <Button size="medium" onClick={act.onAct}>
              {act.label}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function Dismiss({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <Button appearance="transparent" icon={<DismissRegular />} aria-label={es.dismiss} onClick={onDismiss} />
  );
}
