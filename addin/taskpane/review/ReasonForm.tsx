import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { reasonLength } from "../../../shared/contract/fields.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { reasonText } from "../text/reason-text.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

/** Something that is done with a reason. */
export interface ReasonAct {
  readonly label: string;
  readonly onGive: (reason: string) => void;
}

interface ReasonFormProps {
  readonly label: string;
  /** Letters that a reason has at least; what the service asks for unless given. */
  readonly shortest?: number;
  /** What Enter does. */
  readonly main: ReasonAct;
  readonly other?: ReasonAct | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** Asks for a reason in place; nothing is done without one. */
export function ReasonForm({ label, shortest = reasonLength.min, main, other, onCancel }: ReasonFormProps) {
  const styles = useStyles();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const give = ({ onGive }: ReasonAct) => {
    const text = reason.trim();
    setMissing(text.length < shortest);
    if (text.length >= shortest) onGive(text);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    give(main);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={label} {...(missing ? { validationMessage: reasonText.missing(shortest) } : {})}>
        <Input value={reason} maxLength={reasonLength.max} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Buttons>
        <Button type="submit" size="small">
          {main.label}
        </Button>
        {other && (
          <Button size="small" onClick={() => give(other)}>
            {other.label}
          </Button>
        )}
        {onCancel && (
          <Button size="small" appearance="subtle" onClick={onCancel}>
            {reasonText.cancel}
          </Button>
        )}
      </Buttons>
    </form>
  );
}
