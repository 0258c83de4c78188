import { Button, Input, makeStyles, tokens, type FieldControlProps } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { examinationText } from "../text/examination-text.ts";

const useStyles = makeStyles({
  form: { display: "flex", minWidth: 0, columnGap: tokens.spacingHorizontalS },
  input: { flex: "1 1 0", minWidth: 0 },
});

interface TypedAnswerProps {
  /** What ties the control to its label. */
  readonly field: FieldControlProps;
  readonly start: string;
  readonly onGive: (typed: string) => void;
}

/** An answer that is typed and given with Enter. */
export function TypedAnswer({ field, start, onGive }: TypedAnswerProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(start);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onGive(typed);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Input {...field} className={styles.input} value={typed} onChange={(_, { value }) => setTyped(value)} />
      <Button type="submit">{examinationText.answer}</Button>
    </form>
  );
}
