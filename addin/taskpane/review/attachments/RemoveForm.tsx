import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { ShownAttachment } from "../../../sync/attachments-session.ts";
import { Buttons } from "../../parts/Buttons.tsx";
import { useFocusWithin } from "../../parts/use-focus.ts";
import { useActs } from "../../session/SessionProvider.tsx";
import { attachmentsText as text } from "../../text/attachments-text.ts";

/** What the service takes as a reason (`removeAttachmentSchema`), in characters. */
const reasonLength = { min: 5, max: 300 };

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

interface RemoveFormProps {
  readonly attachment: ShownAttachment;
  readonly onDone: () => void;
}

/** Asks why a file is taken away; the service keeps it, and keeps the reason. */
export function RemoveForm({ attachment: { id, name }, onDone }: RemoveFormProps) {
  const styles = useStyles();
  const { run } = useActs();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const form = useFocusWithin<HTMLFormElement>("input");
  const tooShort = reason.trim().length < reasonLength.min;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (tooShort) return;
    const outcome = await run((commands) => commands.removeAttachment(id, reason.trim()));
    if (outcome.ok) onDone();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={text.reason(name)} {...(asked && tooShort ? { validationMessage: text.tooShort } : {})}>
        <Input maxLength={reasonLength.max} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Buttons>
        <Button type="submit" size="small">
          {text.confirm}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {text.cancel}
        </Button>
      </Buttons>
    </form>
  );
}
