import { makeStyles, tokens } from "@fluentui/react-components";
import type { CommandFailure } from "../../sync/session.ts";
import { Bar } from "../parts/Bar.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { failureText } from "../text/failure-sentences.ts";
import { reloadPane } from "./reload-pane.ts";

const useStyles = makeStyles({
  around: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0` },
});

interface FailureBarProps {
  readonly failure: CommandFailure;
  readonly onSignIn: () => void;
}

/** Why a command stopped, whoever gave it, with the way out. */
export function FailureBar({ failure, onSignIn }: FailureBarProps) {
  const { commands } = useActs();
  const { canRetry } = usePane();
  const { sentence, wayOut } = failureText(failure);
  const acts = {
    retry: canRetry ? () => void commands.retry() : undefined,
    "sign-in": onSignIn,
    reload: reloadPane,
    none: undefined,
  };
  const onAct = acts[wayOut];
  return (
    <div className={useStyles().around}>
      <Bar
        sentence={sentence}
        intent={failure.code === "cancelled" ? "info" : "warning"}
        act={onAct && { label: es.wayOut[wayOut], onAct }}
        onDismiss={() => commands.dismissFailure()}
      />
    </div>
  );
}
