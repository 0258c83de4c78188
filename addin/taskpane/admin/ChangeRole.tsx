import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import type { Role } from "../../../shared/model/role.ts";
import { Hush } from "../parts/Hush.tsx";
import { ReasonForm } from "../review/ReasonForm.tsx";
import { peopleText } from "../text/people-text.ts";
import { PersonActBar, usePersonAct } from "./person-act.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  act: { alignSelf: "flex-start" },
});

/** Gives somebody another role, with a reason; says what follows from it. */
export function ChangeRole({ person }: { readonly person: StaffMember }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<Role>(person.role);
  const act = usePersonAct();
  if (!open) {
    return (
      <Button className={styles.act} size="small" onClick={() => setOpen(true)}>
        {peopleText.changeRole}
      </Button>
    );
  }
  const save = async (reason: string) => {
    if (await act.run((commands) => commands.changeRole(person.id, role, reason))) setOpen(false);
  };
  return (
    <div className={styles.box}>
      <Field label={peopleText.newRole}>
        <RoleSelect value={role} onChoose={setRole} />
      </Field>
      <Hush>{peopleText.roleEffect}</Hush>
      <PersonActBar result={act.result} />
      <ReasonForm
        label={peopleText.roleWhy}
        shortest={5}
        main={{ label: peopleText.save, onGive: (reason) => void save(reason) }}
        onCancel={() => setOpen(false)}
      />
    </div>
  );
}
