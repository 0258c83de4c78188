import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { Hush } from "../parts/Hush.tsx";
import { ReasonForm } from "../review/ReasonForm.tsx";
import { peopleText } from "../text/people-text.ts";
import { PersonActBar, usePersonAct } from "./person-act.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  act: { alignSelf: "flex-start" },
});

/** Somebody leaves, or comes back: with a reason, and what follows from it. */
export function Standing({ person }: { readonly person: StaffMember }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const act = usePersonAct();
  const next = person.state === "inactive" ? "active" : "inactive";
  const label = next === "active" ? peopleText.reactivate : peopleText.deactivate;
  if (!open) {
    return (
      <Button className={styles.act} size="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  }
  const change = async (reason: string) => {
    if (await act.run((commands) => commands.changeState(person.id, next, reason))) setOpen(false);
  };
  return (
    <div className={styles.box}>
      {next === "inactive" && <Hush>{peopleText.deactivateEffect}</Hush>}
      <PersonActBar result={act.result} />
      <ReasonForm
        label={peopleText.why}
        shortest={5}
        main={{ label, onGive: (reason) => void change(reason) }}
        onCancel={() => setOpen(false)}
      />
    </div>
  );
}
