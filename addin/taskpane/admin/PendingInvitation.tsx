import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { Bar } from "../parts/Bar.tsx";
import { Buttons } from "../parts/Buttons.tsx";
import { Hush } from "../parts/Hush.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { formatInstant } from "../text/moments.ts";
import { peopleText } from "../text/people-text.ts";
import { Invitation, type MadeInvitation } from "./Invitation.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

/** The invitation of somebody: made anew or withdrawn; whoever forgot their password gets one, too. */
export function PendingInvitation({ person }: { readonly person: StaffMember }) {
  const styles = useStyles();
  const { run } = useActs();
  const [invited, setInvited] = useState<MadeInvitation | null>(null);
  const [refused, setRefused] = useState(false);
  const isInvited = person.state === "invited";
  if (person.state !== "active" && !isInvited) return null;
  const again = async () => {
    const outcome = await run((commands) => commands.inviteAgain(person.id));
    if (!outcome.ok) return;
    setInvited(outcome.value.result === "invited" ? outcome.value : null);
    setRefused(outcome.value.result === "not-possible");
  };
  const withdraw = async () => {
    const outcome = await run((commands) => commands.withdrawInvitation(person.id));
    setRefused(outcome.ok && outcome.value.result === "not-possible");
  };
  return (
    <div className={styles.box}>
      {isInvited && person.invitedUntil !== null && (
        <Hush>
          {peopleText.until} {formatInstant(person.invitedUntil)}
        </Hush>
      )}
      {invited && <Invitation invited={invited} />}
      {refused && <Bar sentence={peopleText["not-possible"]} intent="warning" />}
      <Buttons>
        <Button size="small" onClick={() => void again()}>
          {isInvited ? peopleText.again : peopleText.forgot}
        </Button>
        {isInvited && (
          <Button size="small" appearance="subtle" onClick={() => void withdraw()}>
            {peopleText.withdraw}
          </Button>
        )}
      </Buttons>
      <Hush>{isInvited ? peopleText.againHint : peopleText.forgotHint}</Hush>
    </div>
  );
}
