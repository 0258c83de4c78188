import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Invited, StaffMember } from "../../../shared/contract/people.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { Hush } from "../parts/Hush.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { formatInstant } from "../text/moments.ts";
import { peopleText } from "../text/people-text.ts";
import { Invitation } from "./Invitation.tsx";
import { PersonActBar, usePersonAct } from "./person-act.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

/** The invitation of somebody: made anew or withdrawn; whoever forgot their password gets one, too. */
export function PendingInvitation({ person }: { readonly person: StaffMember }) {
  const styles = useStyles();
  const { run } = useActs();
  const [invited, setInvited] = useState<Invited | null>(null);
  const act = usePersonAct();
  const isInvited = person.state === "invited";
  if (person.state !== "active" && !isInvited) return null;
  const again = async () => {
    const outcome = await run((commands) => commands.inviteAgain(person.id));
    if (outcome.ok) setInvited(outcome.value);
  };
  return (
    <div className={styles.box}>
      {isInvited && person.invitedUntil !== null && (
        <Hush>
          {peopleText.until} {formatInstant(person.invitedUntil)}
        </Hush>
      )}
      {invited && <Invitation invited={invited} />}
      <PersonActBar result={act.result} />
      <Buttons>
        <Button size="small" onClick={() => void again()}>
          {isInvited ? peopleText.again : peopleText.forgot}
        </Button>
        {isInvited && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => void act.run((commands) => commands.withdrawInvitation(person.id))}
          >
            {peopleText.withdraw}
          </Button>
        )}
      </Buttons>
      <Hush>{isInvited ? peopleText.againHint : peopleText.forgotHint}</Hush>
    </div>
  );
}
