import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { Bar } from "../parts/Bar.tsx";
import { missing } from "../parts/missing.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { accountText } from "../text/account-text.ts";
import { useChosenPassword } from "./PasswordFields.tsx";
import { StepForm } from "./StepForm.tsx";

const text = accountText.newPassword;

interface NewPasswordStepProps {
  /** What gave the code. */
  readonly by: "invitation" | "forgotten";
  readonly onBack: () => void;
}

/** Setting one's password with a code, and coming in with it. */
export function NewPasswordStep({ by, onBack }: NewPasswordStepProps) {
  const { run } = useActs();
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [isUnknown, setUnknown] = useState(false);
  const password = useChosenPassword();

  const submit = async () => {
    setAsked(true);
    const isReady = password.check();
    if (!isReady || code.trim() === "") return;
    setBusy(true);
    const outcome = await run((commands) => commands.setPassword(code.trim(), password.value));
    setBusy(false);
    setUnknown(outcome.ok && outcome.value.result === "unknown-code");
    if (outcome.ok && outcome.value.result === "weak") password.refuse(outcome.value.why);
  };

  return (
    <StepForm
      title={by === "invitation" ? text.invitation : text.forgotten}
      hint={by === "invitation" ? text.invitationHint : text.forgottenHint}
      first="code"
      submit={busy ? text.busy : text.submit}
      busy={busy}
      onSubmit={submit}
      onBack={onBack}
    >
      {isUnknown && <Bar sentence={text.unknownCode} intent="warning" />}
      <Field label={text.code} {...missing(asked && code.trim() === "", text.needCode)}>
        <Input
          name="code"
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(_, { value }) => setCode(value)}
        />
      </Field>
      {password.fields}
    </StepForm>
  );
}
