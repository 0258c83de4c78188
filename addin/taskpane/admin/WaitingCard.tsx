import { Button, Field } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import type { Role } from "../../../shared/model/role.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { Card } from "../parts/Card.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { peopleText } from "../text/people-text.ts";
import { PersonActBar, usePersonAct } from "./person-act.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

/** Somebody who came by the company's directory for the first time: let in with a role, or refused. */
export function WaitingCard({ person }: { readonly person: StaffMember }) {
  const id = useId();
  const [role, setRole] = useState<Role>("advisor");
  const act = usePersonAct();
  return (
    <Card labelledBy={id}>
      <div>
        <Title level={3} id={id}>
          {person.name}
        </Title>
        <Hush>{person.email}</Hush>
      </div>
      <Field label={peopleText.roleFor(person.name)}>
        <RoleSelect value={role} onChoose={setRole} />
      </Field>
      <PersonActBar result={act.result} />
      <Buttons>
        <Button
          size="small"
          aria-label={peopleText.approveAs(person.name)}
          onClick={() => void act.run((commands) => commands.decideWaiting(person.id, role))}
        >
          {peopleText.approve}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={peopleText.rejectOf(person.name)}
          onClick={() => void act.run((commands) => commands.decideWaiting(person.id, null))}
        >
          {peopleText.reject}
        </Button>
      </Buttons>
    </Card>
  );
}
