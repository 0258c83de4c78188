import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { Empty } from "../parts/Empty.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Page } from "../parts/Page.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { Glance } from "./Glance.tsx";
import { IndicatorDetail } from "./IndicatorDetail.tsx";

/** A number that the user opened. */
export interface Opened {
  readonly indicator: string;
  readonly month: string;
}

/** The month at a glance for the role; each number opens its explanation. */
export function Today({ onGoToSheets }: { readonly onGoToSheets: () => void }) {
  const { glance, lastSync } = usePane();
  const { commands } = useActs();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => void commands.loadGlance().then(({ ok }) => setFailed(!ok));
  // What was sent or came may have changed the figures.
  useEffect(load, [commands, lastSync]);

  const answer = glance?.find(({ indicator }) => indicator === opened?.indicator);
  if (answer && opened) {
    const back = () => {
      setLeft(opened.indicator);
      setOpened(null);
    };
    return <IndicatorDetail key={answer.indicator} answer={answer} start={opened.month} onBack={back} />;
  }
  return (
    <Page>
      {glance === null && (failed ? <Unavailable onRetry={load} /> : <Loading blocks={2} />)}
      {glance?.length === 0 && (
        <Empty line={es.today.none}>
          <Button onClick={onGoToSheets}>{es.today.goToSheets}</Button>
        </Empty>
      )}
      {glance && glance.length > 0 && <Glance answers={glance} focusOn={left} onOpen={setOpened} />}
    </Page>
  );
}

function Unavailable({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Empty line={es.today.unavailable}>
      <Button onClick={onRetry}>{es.today.retry}</Button>
    </Empty>
  );
}
