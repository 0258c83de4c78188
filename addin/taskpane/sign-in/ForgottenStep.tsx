import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { ActLink } from "../parts/ActLink.tsx";
import { Bar } from "../parts/Bar.tsx";
import { missing } from "../parts/missing.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { accountText } from "../text/account-text.ts";
import { es } from "../text/es.ts";
import { StepForm } from "./StepForm.tsx";

const text = accountText.forgot;

interface ForgottenStepProps {
  readonly email: string;
  readonly onCode: () => void;
  readonly onBack: () => void;
}

/** Asks for a code by e-mail, or says who gives one where no e-mail is sent. */
export function ForgottenStep({ email: known, onCode, onBack }: ForgottenStepProps) {
  const { run } = useActs();
  const [email, setEmail] = useState(known);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [mustAsk, setMustAsk] = useState(false);

  const submit = async () => {
    setAsked(true);
    if (email.trim() === "") return;
    setBusy(true);
    const outcome = await run((commands) => commands.forgotPassword(email.trim()));
    setBusy(false);
    if (!outcome.ok) return;
    if (outcome.value === "sent") onCode();
    else setMustAsk(true);
  };

  return (
    <StepForm
      title={text.title}
      hint={text.hint}
      first="email"
      submit={busy ? text.busy : text.submit}
      busy={busy}
      onSubmit={submit}
      onBack={onBack}
    >
      {mustAsk && <Bar sentence={text.askAdministrator} intent="info" />}
      <Field label={es.signIn.email} {...missing(asked && email.trim() === "", es.signIn.needEmail)}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={(_, { value }) => setEmail(value)}
        />
      </Field>
      <ActLink text={text.haveCode} onAct={onCode} />
    </StepForm>
  );
}
