import type { ShownAttachment } from "../../../sync/attachments-session.ts";
import { useFocusWithin } from "../../parts/use-focus.ts";
import { useActs } from "../../session/SessionProvider.tsx";
import { attachmentsText as text } from "../../text/attachments-text.ts";
import { ReasonForm } from "../ReasonForm.tsx";

interface RemoveFormProps {
  readonly attachment: ShownAttachment;
  readonly onDone: () => void;
}

/** Asks why a file is taken away; the service keeps it, and keeps the reason. */
export function RemoveForm({ attachment: { id, name }, onDone }: RemoveFormProps) {
  const { run } = useActs();
  const element = useFocusWithin<HTMLDivElement>("input");
  const remove = async (reason: string) => {
    const outcome = await run((commands) => commands.removeAttachment(id, reason));
    if (outcome.ok) onDone();
  };
  return (
    <div ref={element}>
      <ReasonForm
        label={text.reason(name)}
        main={{ label: text.confirm, onGive: (reason) => void remove(reason) }}
        onCancel={onDone}
      />
    </div>
  );
}
