import { makeStyles, tokens } from "@fluentui/react-components";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { Hush } from "../parts/Hush.tsx";
import { ReasonForm } from "../review/ReasonForm.tsx";
import { peopleText } from "../text/people-text.ts";
import { PersonActBar, usePersonAct } from "./person-act.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

interface StandingProps {
  readonly person: StaffMember;
  readonly onDone: () => void;
}

/** What the administrator may make of somebody's account: end it, or open it again. */
export const standingAct = ({ state }: StaffMember): string =>
  state === "inactive" ? peopleText.reactivate : peopleText.deactivate;

/** Somebody leaves, or comes back: with a reason, and what follows from it. */
export function Standing({ person, onDone }: StandingProps) {
  const styles = useStyles();
  const act = usePersonAct();
  const next = person.state === "inactive" ? "active" : "inactive";
  const change = async (reason: string) => {
    if (await act.run((commands) => commands.changeState(person.id, next, reason))) onDone();
  };
  return (
    <div className={styles.box}>
      {next === "inactive" && <Hush>{peopleText.deactivateEffect}</Hush>}
      <PersonActBar result={act.result} />
      <ReasonForm
        label={peopleText.why}
        main={{ label: standingAct(person), onGive: (reason) => void change(reason) }}
        onCancel={onDone}
      />
    </div>
  );
}
