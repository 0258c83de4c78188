import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { peopleText } from "../text/people-text.ts";
import { PersonActBar, usePersonAct } from "./person-act.tsx";

/** Letters that a name has at least (`changeNameSchema`). */
const shortestName = 3;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

interface ChangeNameProps {
  readonly person: StaffMember;
  readonly onDone: () => void;
}

/** Asks what somebody is called from now on. */
export function ChangeName({ person, onDone }: ChangeNameProps) {
  const styles = useStyles();
  const form = useFocusWithin<HTMLFormElement>("input");
  const [name, setName] = useState(person.name);
  const [asked, setAsked] = useState(false);
  const act = usePersonAct();
  const isShort = name.trim().length < shortestName;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isShort) return;
    if (await act.run((commands) => commands.changeName(person.id, name.trim()))) onDone();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field
        label={peopleText.newName}
        hint={peopleText.nameEffect}
        {...(asked && isShort ? { validationMessage: peopleText.needName } : {})}
      >
        <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
      </Field>
      <PersonActBar result={act.result} />
      <Buttons>
        <Button type="submit" size="small">
          {peopleText.save}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {peopleText.cancel}
        </Button>
      </Buttons>
    </form>
  );
}
