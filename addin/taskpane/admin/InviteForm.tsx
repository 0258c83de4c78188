import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { Role } from "../../../shared/model/role.ts";
import type { Invited } from "../../../shared/contract/invitations.ts";
import { BackButton } from "../parts/BackButton.tsx";
import { Buttons } from "../parts/Buttons.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { peopleText } from "../text/people-text.ts";
import { Invitation } from "./Invitation.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

const shortestName = 3;
const looksLikeMail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

interface InviteFormProps {
  readonly sendsMail: boolean;
  readonly onBack: () => void;
}

/** Asks whom to invite; then shows the invitation, where it has to be handed over. */
export function InviteForm({ sendsMail, onBack }: InviteFormProps) {
  const styles = useStyles();
  const { run } = useActs();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("advisor");
  const [asked, setAsked] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  const mistakes = mistakesOf(name, email, invited, asked);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    setInvited(null);
    if (name.trim().length < shortestName || !looksLikeMail.test(email.trim())) return;
    const outcome = await run((commands) =>
      commands.invite({ name: name.trim(), email: email.trim(), role }),
    );
    if (outcome.ok) setInvited(outcome.value);
  };
  return (
    <Page>
      <BackButton text={peopleText.back} onBack={onBack} />
      <Title level={2}>{peopleText.inviteTitle}</Title>
      {invited?.result === "invited" ? (
        <Invitation invited={invited} />
      ) : (
        <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
          <Field label={peopleText.name} hint={peopleText.nameHint} {...said(mistakes.name)}>
            <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label={peopleText.email} {...said(mistakes.email)}>
            <Input type="email" value={email} maxLength={120} onChange={(_, { value }) => setEmail(value)} />
          </Field>
          <Field label={peopleText.role}>
            <RoleSelect value={role} onChoose={setRole} />
          </Field>
          <Buttons>
            <Button type="submit" appearance="primary">
              {sendsMail ? peopleText.send : peopleText.inviteTitle}
            </Button>
            <Button appearance="subtle" onClick={onBack}>
              {peopleText.cancel}
            </Button>
          </Buttons>
        </form>
      )}
    </Page>
  );
}

function mistakesOf(name: string, email: string, invited: Invited | null, asked: boolean) {
  const taken = invited?.result;
  return {
    name:
      taken === "name-taken"
        ? peopleText.results["name-taken"]
        : asked && name.trim().length < shortestName
          ? peopleText.needName
          : undefined,
    email:
      taken === "email-taken"
        ? peopleText.emailTaken
        : asked && !looksLikeMail.test(email.trim())
          ? peopleText.needEmail
          : undefined,
  };
}

const said = (sentence: string | undefined) =>
  sentence === undefined ? {} : { validationMessage: sentence };
