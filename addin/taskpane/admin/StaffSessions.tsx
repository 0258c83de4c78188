import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { peopleText } from "../text/people-text.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  line: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalM,
  },
});

/** Where somebody is signed in, and the act that ends it. */
export function StaffSessions({ person }: { readonly person: StaffMember }) {
  const styles = useStyles();
  const { staffSessions } = usePane();
  const { commands, run } = useActs();
  useEffect(() => void commands.loadStaffSessions(person.id), [commands, person.id]);
  const sessions = staffSessions?.person === person.id ? staffSessions.sessions : null;
  if (sessions === null) return null;
  return (
    <section>
      <Title level={3}>{peopleText.sessions}</Title>
      {sessions.length === 0 && <Hush>{peopleText.noSessions}</Hush>}
      <ul className={styles.list}>
        {sessions.map(({ id, device, address, usedAt }) => (
          <li key={id} className={styles.line}>
            <div>
              {device}
              <Hush>
                {address} · <Moment at={usedAt} />
              </Hush>
            </div>
            <ActLink
              text={peopleText.end}
              label={peopleText.endOf(device)}
              onAct={() => void run((session) => session.endStaffSession(person.id, id))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
