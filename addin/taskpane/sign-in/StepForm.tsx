import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode, SubmitEvent } from "react";
import { usePane } from "../session/SessionProvider.tsx";
import { BackButton } from "../parts/BackButton.tsx";
import { Title } from "../parts/Title.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { accountText } from "../text/account-text.ts";
import { Refusal } from "./Refusal.tsx";
import { useSecondsLeft } from "./use-seconds-left.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface StepFormProps {
  readonly title: string;
  readonly hint: string;
  /** The field where somebody begins. */
  readonly first: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: () => Promise<void>;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A step of coming in beside e-mail and password: what is asked, its fields, the act, and the way back. */
export function StepForm({ title, hint, first, submit, busy, onSubmit, onBack, children }: StepFormProps) {
  const styles = useStyles();
  const { failure } = usePane();
  const seconds = useSecondsLeft(failure);
  const form = useFocusWithin<HTMLFormElement>(`[name=${first}]`);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy && seconds === 0) void onSubmit();
  };
  return (
    <>
      <BackButton text={accountText.back} onBack={onBack} />
      <form ref={form} className={styles.form} noValidate onSubmit={send}>
        <div>
          <Title level={2}>{title}</Title>
          <p className={styles.hint}>{hint}</p>
        </div>
        {failure && <Refusal failure={failure} seconds={seconds} />}
        {children}
        <Button type="submit" appearance="primary" disabledFocusable={busy || seconds > 0}>
          {submit}
        </Button>
      </form>
    </>
  );
}
