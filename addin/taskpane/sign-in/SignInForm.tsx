import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { missing } from "../parts/missing.ts";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { isOfDirectory } from "./DirectorySignIn.tsx";
import { Refusal } from "./Refusal.tsx";
import type { Step } from "./steps.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

/** Of a form that is not where somebody begins. */
const nowhere = "[name=none]";

interface SignInFormProps {
  readonly email: string;
  /** Another way of signing in is the usual one, and stands above. */
  readonly isSecond: boolean;
  readonly onStep: (step: Step) => void;
}

/** E-mail and password. The password is forgotten when the session refuses it. */
export function SignInForm({ email: known, isSecond, onStep }: SignInFormProps) {
  const styles = useStyles();
  const { commands } = useActs();
  const { failure } = usePane();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const seconds = useSecondsLeft(failure);
  const first = known === "" ? "[name=email]" : "[name=password]";
  const form = useFocusWithin<HTMLFormElement>(isSecond ? nowhere : first);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (email.trim() === "" || password === "" || busy || seconds > 0) return;
    setBusy(true);
    const outcome = await commands.signIn(email.trim(), password);
    setBusy(false);
    if (!outcome.ok) setPassword("");
    else if (outcome.value.result === "code-needed") onStep({ ...outcome.value, at: "code" });
    setAsked(false);
  };

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {failure && !isOfDirectory(failure) && <Refusal failure={failure} seconds={seconds} />}
      <Field label={es.signIn.email} {...missing(asked && email.trim() === "", es.signIn.needEmail)}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={(_, { value }) => setEmail(value)}
        />
      </Field>
      <Field label={es.signIn.password} {...missing(asked && password === "", es.signIn.needPassword)}>
        <Input
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(_, { value }) => setPassword(value)}
        />
      </Field>
      <Button
        type="submit"
        appearance={isSecond ? "secondary" : "primary"}
        disabledFocusable={busy || seconds > 0}
      >
        {busy ? es.signIn.busy : es.signIn.submit}
      </Button>
    </form>
  );
}
