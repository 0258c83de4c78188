import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { BackButton } from "../parts/BackButton.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Notice } from "../parts/Notice.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { undoText as text } from "../text/undo-text.ts";
import { SendingItem } from "./SendingItem.tsx";
import { UndoDialog, type Undoable } from "./UndoDialog.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    ":not(:first-child)": { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
});

/** What the person sent last, newest first, each to be taken back. */
export function Sendings({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles();
  const { commands } = useActs();
  const { sendings, lastSending } = usePane();
  const [asked, setAsked] = useState<Undoable | null>(null);
  const load = () => void commands.loadSendings();
  const list = sendings?.list ?? [];
  return (
    <Page>
      <Asking key={lastSending?.act} />
      <BackButton text={text.back} onBack={onBack} />
      <Title level={2}>{text.title}</Title>
      {sendings?.stage === "failed" && (
        <Notice sentence={text.failed} acts={[{ label: text.again, onAct: load }]} />
      )}
      {list.length > 0 ? (
        <>
          <Hush>{text.intro}</Hush>
          <ul className={styles.list} aria-label={text.title}>
            {list.map((sending) => (
              <li key={sending.act} className={styles.item}>
                <SendingItem sending={sending} onUndo={setAsked} />
              </li>
            ))}
          </ul>
        </>
      ) : sendings?.stage === "ready" ? (
        <Empty line={text.none} />
      ) : (
        sendings?.stage !== "failed" && <Loading blocks={2} />
      )}
      <UndoDialog sending={asked} onClose={() => setAsked(null)} />
    </Page>
  );
}

/** Asks for the list when it is put there, and anew once something else was sent. */
function Asking() {
  const { commands } = useActs();
  useEffect(() => {
    void commands.loadSendings();
  }, [commands]);
  return null;
}
