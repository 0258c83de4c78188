import type { StaffMember } from "../../../shared/contract/people.ts";
import { roleLabels } from "../../../shared/model/role.ts";
import { BackButton } from "../parts/BackButton.tsx";
import { Facts } from "../parts/Facts.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { formatInstant } from "../text/moments.ts";
import { peopleText } from "../text/people-text.ts";
import { Locked } from "./Locked.tsx";
import { PersonActs } from "./PersonActs.tsx";
import { PendingInvitation } from "./PendingInvitation.tsx";
import { StaffSessions } from "./StaffSessions.tsx";

interface PersonDetailProps {
  readonly person: StaffMember;
  readonly onBack: () => void;
}

/** One person: who they are, and all that the administrator may do about their account. */
export function PersonDetail({ person, onBack }: PersonDetailProps) {
  const seen = person.lastSeen === null ? peopleText.neverSeen : formatInstant(person.lastSeen);
  return (
    <Page>
      <BackButton text={peopleText.back} onBack={onBack} />
      <div>
        <Title level={2}>{person.name}</Title>
        <Hush>{person.email}</Hush>
      </div>
      <Facts
        facts={[
          { name: peopleText.role, value: roleLabels[person.role] },
          { name: peopleText.lastSeen, value: seen },
        ]}
      />
      <Hush>{peopleText.states[person.state]}</Hush>
      {person.lockedUntil !== null && <Locked person={person} until={person.lockedUntil} />}
      <PersonActs person={person} />
      <PendingInvitation person={person} />
      {person.state === "active" && <StaffSessions person={person} />}
    </Page>
  );
}
