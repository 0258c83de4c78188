import type { StaffMember } from "../../../shared/contract/people.ts";
import { Notice } from "../parts/Notice.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { formatInstant } from "../text/moments.ts";
import { peopleText } from "../text/people-text.ts";

interface LockedProps {
  readonly person: StaffMember;
  readonly until: string;
}

/** Somebody cannot sign in for a while: until when, and the way out. */
export function Locked({ person, until }: LockedProps) {
  const { run } = useActs();
  return (
    <Notice
      sentence={`${peopleText.locked}. ${peopleText.lockedUntil} ${formatInstant(until)}`}
      acts={[
        {
          label: peopleText.unlock,
          onAct: () => void run((commands) => commands.unlock(person.id)),
        },
      ]}
    />
  );
}
