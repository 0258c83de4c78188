import { makeStyles, tokens } from "@fluentui/react-components";
import type { StaffMember } from "../../../shared/contract/people.ts";
import type { PersonState } from "../../../shared/model/person-state.ts";
import { Title } from "../parts/Title.tsx";
import { peopleText } from "../text/people-text.ts";
import { StaffLine } from "./StaffLine.tsx";
import { WaitingCard } from "./WaitingCard.tsx";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  head: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  lines: { margin: 0, padding: 0, listStyleType: "none" },
});

interface StaffGroupProps {
  readonly state: PersonState;
  readonly people: readonly StaffMember[];
  /** Those whom a newcomer may turn out to be. */
  readonly known: readonly StaffMember[];
  readonly onOpen: (id: string) => void;
}

/** The people in one state; nothing where there are none. */
export function StaffGroup({ state, people, known, onOpen }: StaffGroupProps) {
  const styles = useStyles();
  if (people.length === 0) return null;
  return (
    <section className={styles.group}>
      <div className={styles.head}>
        <Title level={3}>{peopleText.groups[state]}</Title>
        <span className={styles.count}>{peopleText.count(people.length)}</span>
      </div>
      {state === "waiting" ? (
        people.map((person) => <WaitingCard key={person.id} person={person} known={known} />)
      ) : (
        <ul className={styles.lines}>
          {people.map((person) => (
            <li key={person.id}>
              <StaffLine person={person} onOpen={() => onOpen(person.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
