import { Field, makeStyles, tokens } from "@fluentui/react-components";
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
});

interface ChangeRoleProps {
  readonly person: StaffMember;
  readonly onDone: () => void;
}

/** Gives somebody another role, with a reason; says what follows from it. */
export function ChangeRole({ person, onDone }: ChangeRoleProps) {
  const styles = useStyles();
  const [role, setRole] = useState<Role>(person.role);
  const act = usePersonAct();
  const save = async (reason: string) => {
    if (await act.run((commands) => commands.changeRole(person.id, role, reason))) onDone();
  };
  return (
    <div className={styles.box}>
      <Field label={peopleText.newRole}>
        <RoleSelect value={role} onChoose={setRole} />
      </Field>
      <Hush>{peopleText.roleEffect}</Hush>
      <PersonActBar result={act.result} />
      <ReasonForm
        label={peopleText.why}
        main={{ label: peopleText.save, onGive: (reason) => void save(reason) }}
        onCancel={onDone}
      />
    </div>
  );
}
