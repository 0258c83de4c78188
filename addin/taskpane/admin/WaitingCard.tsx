import { Button, Field } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import type { Role } from "../../../shared/model/role.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { Card } from "../parts/Card.tsx";
import { FitSelect } from "../parts/FitSelect.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { peopleText } from "../text/people-text.ts";
import { PersonActBar, usePersonAct } from "./person-act.tsx";
import { Rejection } from "./Rejection.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

interface WaitingCardProps {
  readonly person: StaffMember;
  /** Those whom the newcomer may turn out to be. */
  readonly known: readonly StaffMember[];
}

/** Somebody who came by the company's directory for the first time: let in with a role, joined to an account, or refused. */
export function WaitingCard({ person, known }: WaitingCardProps) {
  const id = useId();
  const [role, setRole] = useState<Role>("advisor");
  const [as, setAs] = useState("");
  const [rejecting, setRejecting] = useState(false);
  const act = usePersonAct();
  const decision = as === "" ? ({ is: "approved", role } as const) : ({ is: "known", as } as const);
  return (
    <Card labelledBy={id}>
      <div>
        <Title level={3} id={id}>
          {person.name}
        </Title>
        <Hush>{person.email}</Hush>
      </div>
      <Field label={peopleText.isKnown}>
        <FitSelect value={as} onChange={(_, { value }) => setAs(value)}>
          <option value="">{peopleText.isNew}</option>
          {known.map(({ id: other, name }) => (
            <option key={other} value={other}>
              {name}
            </option>
          ))}
        </FitSelect>
      </Field>
      {as === "" && (
        <Field label={peopleText.roleFor(person.name)}>
          <RoleSelect value={role} onChoose={setRole} />
        </Field>
      )}
      <PersonActBar result={act.result} />
      {rejecting ? (
        <Rejection
          name={person.name}
          onReject={() => void act.run((commands) => commands.decideWaiting(person.id, { is: "rejected" }))}
          onCancel={() => setRejecting(false)}
        />
      ) : (
        <Buttons>
          <Button
            size="small"
            aria-label={as === "" ? peopleText.approveAs(person.name) : undefined}
            onClick={() => void act.run((commands) => commands.decideWaiting(person.id, decision))}
          >
            {as === "" ? peopleText.approve : peopleText.join}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={peopleText.rejectOf(person.name)}
            onClick={() => setRejecting(true)}
          >
            {peopleText.reject}
          </Button>
        </Buttons>
      )}
    </Card>
  );
}
