import { makeStyles, tokens } from "@fluentui/react-components";
import type { RefusedAccount } from "../../../shared/contract/people.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { Title } from "../parts/Title.tsx";
import { peopleText } from "../text/people-text.ts";
import { PersonActBar, usePersonAct } from "./person-act.tsx";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  head: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  lines: { margin: 0, padding: 0, listStyleType: "none" },
  line: { padding: `${tokens.spacingVerticalS} 0`, overflowWrap: "anywhere" },
});

/** The accounts that were refused, each with the way back; nothing where there are none. */
export function RefusedGroup({ refused }: { readonly refused: readonly RefusedAccount[] }) {
  const styles = useStyles();
  const act = usePersonAct();
  if (refused.length === 0) return null;
  return (
    <section className={styles.group}>
      <div className={styles.head}>
        <Title level={3}>{peopleText.refused}</Title>
        <span className={styles.count}>{peopleText.count(refused.length)}</span>
      </div>
      <Hush>{peopleText.refusedHint}</Hush>
      <PersonActBar result={act.result} />
      <ul className={styles.lines}>
        {refused.map(({ account, at }) => (
          <li key={account} className={styles.line}>
            <div>{account}</div>
            <Hush>
              {peopleText.refusedAt} · <Moment at={at} />
            </Hush>
            <ActLink
              text={peopleText.reconsider}
              label={peopleText.reconsiderOf(account)}
              onAct={() => void act.run((commands) => commands.reconsider(account))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
