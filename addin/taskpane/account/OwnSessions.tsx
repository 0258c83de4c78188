import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Outcome } from "../../sync/session.ts";
import type { OpenSession } from "../../../shared/contract/sign-in.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Bar } from "../parts/Bar.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { accountText } from "../text/account-text.ts";
import { failureText } from "../text/failure-sentences.ts";
import { SessionList } from "./SessionList.tsx";

const text = accountText.own;

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

/** Where one is signed in, and the acts that end it elsewhere. */
export function OwnSessions() {
  const styles = useStyles();
  const { run } = useActs();
  const [sessions, setSessions] = useState<readonly OpenSession[] | null>(null);
  const [news, setNews] = useState("");
  const hear = useCallback((outcome: Outcome<readonly OpenSession[]>) => {
    if (outcome.ok) setSessions(outcome.value);
    else setNews(failureText(outcome.failure).sentence);
  }, []);
  const load = useCallback(() => run((commands) => commands.ownSessions()).then(hear), [run, hear]);
  useEffect(() => void load(), [load]);

  const end = async (which: "others" | { readonly id: string }, told: string) => {
    const outcome = await run((commands) => commands.endOwnSessions(which));
    setNews(outcome.ok ? told : failureText(outcome.failure).sentence);
    await load();
  };
  const others = sessions?.filter(({ isThis }) => !isThis) ?? [];

  return (
    <section className={styles.part}>
      <Title level={3}>{text.sessions}</Title>
      {news !== "" && <Bar sentence={news} intent="info" />}
      {sessions === null && news === "" && <Loading blocks={1} />}
      <SessionList sessions={sessions ?? []} onEnd={({ id }) => void end({ id }, text.ended)} />
      {others.length > 1 && (
        <ActLink text={text.endOthers} onAct={() => void end("others", text.othersEnded(others.length))} />
      )}
    </section>
  );
}
