import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { Outcome } from "../../sync/session.ts";
import type { PasswordChanged } from "../../../shared/contract/sign-in.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Bar } from "../parts/Bar.tsx";
import { Buttons } from "../parts/Buttons.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { useChosenPassword } from "../sign-in/PasswordFields.tsx";
import { accountText } from "../text/account-text.ts";
import { failureText } from "../text/failure-sentences.ts";

const text = accountText.own;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

/** Another password for one's own account. */
export function ChangePassword() {
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  if (!isOpen)
    return (
      <div>
        {isChanged && <Bar sentence={text.changed} intent="info" />}
        <ActLink text={text.change} onAct={() => setOpen(true)} />
      </div>
    );
  const close = (changed: boolean) => {
    setChanged(changed);
    setOpen(false);
  };
  return <ChangeForm onClose={close} />;
}

function ChangeForm({ onClose }: { readonly onClose: (changed: boolean) => void }) {
  const styles = useStyles();
  const { run } = useActs();
  const [current, setCurrent] = useState("");
  const [currentMistake, setCurrentMistake] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const password = useChosenPassword();

  const hear = (outcome: Outcome<PasswordChanged>) => {
    setRefusal(outcome.ok ? undefined : failureText(outcome.failure).sentence);
    if (!outcome.ok) return;
    if (outcome.value.result === "changed") onClose(true);
    if (outcome.value.result === "wrong-password") setCurrentMistake(text.wrongCurrent);
    if (outcome.value.result === "weak") password.refuse(outcome.value.why);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setCurrentMistake(current === "" ? text.needCurrent : undefined);
    const isReady = password.check();
    if (!isReady || current === "" || busy) return;
    setBusy(true);
    const outcome = await run((commands) => commands.changePassword(current, password.value));
    setBusy(false);
    hear(outcome);
  };

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {refusal !== undefined && <Bar sentence={refusal} intent="warning" />}
      <Field
        label={text.current}
        {...(currentMistake === undefined ? {} : { validationMessage: currentMistake })}
      >
        <Input
          name="password"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(_, { value }) => setCurrent(value)}
        />
      </Field>
      {password.fields}
      <Buttons>
        <Button type="submit" disabledFocusable={busy}>
          {text.save}
        </Button>
        <Button appearance="subtle" onClick={() => onClose(false)}>
          {text.cancel}
        </Button>
      </Buttons>
    </form>
  );
}
