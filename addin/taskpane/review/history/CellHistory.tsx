import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import type { CellHistory as History, CellVersion } from "../../../sync/history-session.ts";
import type { PaneState } from "../../../sync/session.ts";
import { Hush } from "../../parts/Hush.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Title } from "../../parts/Title.tsx";
import { useActs, usePane } from "../../session/SessionProvider.tsx";
import { columnLabel } from "../../session/definitions.ts";
import { historyText as text } from "../../text/history-text.ts";
import { VersionItem } from "./VersionItem.tsx";

/** Versions that are drawn at first, and with each further click. */
const first = 3;
const page = 20;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalS },
  more: { alignSelf: "flex-start" },
});

interface CellHistoryProps {
  readonly selection: NonNullable<PaneState["selection"]>;
}

/** What happened to the selected cell. */
export function CellHistory({ selection: { link, position, column } }: CellHistoryProps) {
  const styles = useStyles();
  const titleId = useId();
  const { cellHistory, links } = usePane();
  // What was sent or fetched since may have added to it.
  const synced = links.find(({ id }) => id === link)?.lastSync;
  const isShown =
    cellHistory?.link === link && cellHistory.position === position && cellHistory.column === column;
  return (
    <>
      <Asking key={`${link} ${position} ${column} ${synced}`} />
      {isShown && cellHistory.stage !== "loading" && (
        <section className={styles.section} aria-labelledby={titleId}>
          <Title level={3} id={titleId}>
            {text.title(columnLabel(cellHistory.sheet, cellHistory.column))}
          </Title>
          <Versions key={`${cellHistory.rowId} ${cellHistory.column}`} history={cellHistory} />
        </section>
      )}
    </>
  );
}

/** Asks for the history once, when it is put there. */
function Asking() {
  const { commands } = useActs();
  useEffect(() => {
    void commands.loadHistory();
  }, [commands]);
  return null;
}

function Versions({ history }: { readonly history: History }) {
  const styles = useStyles();
  const { commands, run } = useActs();
  const [shown, setShown] = useState(first);
  const [told, setTold] = useState("");
  const { stage, versions, more } = history;
  if (stage === "unsent") return <Hush>{text.unsent}</Hush>;
  if (stage === "failed")
    return (
      <Notice
        sentence={text.failed}
        acts={[{ label: text.again, onAct: () => void commands.loadHistory() }]}
      />
    );
  if (versions.length === 0) return <Hush>{text.none}</Hush>;
  const restore = async ({ after }: CellVersion) => {
    const outcome = await run((session) => session.restoreCell(history, after));
    if (outcome.ok) setTold(outcome.value.restored ? text.restored : text.notRestored);
  };
  const isAll = shown >= versions.length;
  const showMore = () => {
    if (isAll) void commands.loadOlderHistory();
    setShown(shown + page);
  };
  return (
    <>
      <ol className={styles.list} reversed>
        {versions.slice(0, shown).map((version, at) => (
          <li key={version.version}>
            <VersionItem
              cell={history}
              version={version}
              onRestore={at === 0 ? undefined : () => void restore(version)}
            />
          </li>
        ))}
      </ol>
      <output>{told}</output>
      {(!isAll || more) && (
        <Button className={styles.more} appearance="subtle" size="small" onClick={showMore}>
          {isAll ? text.older : text.more}
        </Button>
      )}
    </>
  );
}
