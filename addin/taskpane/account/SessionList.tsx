import { makeStyles, tokens } from "@fluentui/react-components";
import type { OpenSession } from "../../../shared/contract/sign-in.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { accountText } from "../text/account-text.ts";

const text = accountText.sessions;

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

interface SessionListProps {
  readonly sessions: readonly OpenSession[];
  readonly onEnd: (session: OpenSession) => void;
}

/** Where somebody is signed in, and the act that ends it anywhere but here. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.line}>
          <Session session={session} onEnd={() => onEnd(session)} />
        </li>
      ))}
    </ul>
  );
}

function Session({
  session: { device, address, usedAt, isThis },
  onEnd,
}: {
  readonly session: OpenSession;
  readonly onEnd: () => void;
}) {
  const name = device === "" ? text.unknownDevice : device;
  return (
    <>
      <div>
        {name}
        <Hush>
          {isThis ? text.thisOne : <Moment at={usedAt} />} · {address}
        </Hush>
      </div>
      {!isThis && <ActLink text={text.end} label={text.endOf(name, address)} onAct={onEnd} />}
    </>
  );
}
