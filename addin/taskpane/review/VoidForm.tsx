import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { VanishedRow } from "../../sync/session.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { Hush } from "../parts/Hush.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { leftText } from "../text/status-text.ts";

/** What the service takes as a reason (`voidSchema`), in characters. */
const reasonLength = { min: 5, max: 300 };

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

interface VoidFormProps {
  readonly rows: readonly VanishedRow[];
  readonly onDone: () => void;
}

/** Asks why rows are voided; nothing is erased, they stop counting. */
export function VoidForm({ rows, onDone }: VoidFormProps) {
  const styles = useStyles();
  const { run } = useActs();
  const [reason, setReason] = useState("");
  const form = useFocusWithin<HTMLFormElement>("input");
  const [asked, setAsked] = useState(false);
  const [told, setTold] = useState("");
  const tooShort = reason.trim().length < reasonLength.min;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (tooShort) return;
    const outcome = await run((commands) => commands.voidVanished(rows, reason.trim()));
    if (!outcome.ok) return;
    const left = leftText(outcome.value);
    if (left === "") onDone();
    else setTold(left);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
      {rows.length === 1 && <Hush>{rows[0]?.label}</Hush>}
      <Field
        label={es.vanished.reason}
        {...(asked && tooShort ? { validationMessage: es.vanished.tooShort } : {})}
      >
        <Input maxLength={reasonLength.max} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <output>{told !== "" && <Hush>{told}</Hush>}</output>
      <Buttons>
        <Button type="submit" size="small">
          {es.vanished.confirm(rows.length)}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {es.vanished.cancel}
        </Button>
      </Buttons>
    </form>
  );
}
