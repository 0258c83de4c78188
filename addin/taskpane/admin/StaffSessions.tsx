import { useEffect } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { SessionList } from "../account/SessionList.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { peopleText } from "../text/people-text.ts";

/** Where somebody is signed in, and the act that ends it. */
export function StaffSessions({ person }: { readonly person: StaffMember }) {
  const { staffSessions } = usePane();
  const { commands, run } = useActs();
  useEffect(() => void commands.loadStaffSessions(person.id), [commands, person.id]);
  const sessions = staffSessions?.person === person.id ? staffSessions.sessions : null;
  if (sessions === null) return null;
  return (
    <section>
      <Title level={3}>{peopleText.sessions}</Title>
      {sessions.length === 0 && <Hush>{peopleText.noSessions}</Hush>}
      <SessionList
        sessions={sessions}
        onEnd={({ id }) => void run((session) => session.endStaffSession(person.id, id))}
      />
    </section>
  );
}
