import type { CellIssue } from "../../sync/session.ts";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { reasonText } from "../text/reason-text.ts";
import { ReasonForm } from "./ReasonForm.tsx";

interface AcceptWarningProps {
  readonly item: CellIssue;
  readonly onDone: () => void;
}

/** Asks why what a warning is about may stay as it is; the reason is kept with the row. */
export function AcceptWarning({ item, onDone }: AcceptWarningProps) {
  const { run } = useActs();
  const element = useFocusWithin<HTMLDivElement>("input");
  const accept = async (reason: string) => {
    const outcome = await run((commands) => commands.acceptWarning(item, reason));
    if (outcome.ok) onDone();
  };
  return (
    <div ref={element}>
      <ReasonForm
        label={reasonText.acceptWhy}
        main={{ label: reasonText.acceptSave, onGive: (reason) => void accept(reason) }}
        onCancel={onDone}
      />
    </div>
  );
}
