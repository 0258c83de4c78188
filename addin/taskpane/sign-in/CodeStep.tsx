import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { ActLink } from "../parts/ActLink.tsx";
import { Bar } from "../parts/Bar.tsx";
import { missing } from "../parts/missing.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { accountText } from "../text/account-text.ts";
import { es } from "../text/es.ts";
import { StepForm } from "./StepForm.tsx";

const text = accountText.code;

interface CodeStepProps {
  readonly challenge: string;
  readonly sentTo: string;
  readonly onBack: () => void;
}

/** The second step of signing in, where the company asks for a code by e-mail. */
export function CodeStep({ challenge, sentTo, onBack }: CodeStepProps) {
  const { run } = useActs();
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState<{ readonly sentence: string; readonly intent: "info" | "warning" }>();
  const isWhole = /^\d{6}$/.test(code);

  const submit = async () => {
    setAsked(true);
    if (!isWhole) return;
    setBusy(true);
    const outcome = await run((commands) => commands.signInCode(challenge, code));
    setBusy(false);
    setAsked(false);
    if (!outcome.ok || outcome.value.result === "signed-in") return;
    const { value } = outcome;
    setCode("");
    setNews({
      sentence: value.result === "expired" || value.left === 0 ? text.expired : text.wrong(value.left),
      intent: "warning",
    });
  };
  const sendAgain = async () => {
    const outcome = await run((commands) => commands.anotherCode(challenge));
    if (!outcome.ok) return;
    setNews(
      outcome.value === "sent"
        ? { sentence: text.sentAgain, intent: "info" }
        : { sentence: text.expired, intent: "warning" },
    );
  };

  return (
    <StepForm
      title={text.title}
      hint={text.sentTo(sentTo)}
      first="code"
      submit={busy ? es.signIn.busy : text.submit}
      busy={busy}
      onSubmit={submit}
      onBack={onBack}
    >
      {news && <Bar {...news} />}
      <Field label={text.label} {...missing(asked && !isWhole, text.need)}>
        <Input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(_, { value }) => setCode(value.replaceAll(/\D/g, ""))}
        />
      </Field>
      <ActLink text={text.again} onAct={() => void sendAgain()} />
    </StepForm>
  );
}
