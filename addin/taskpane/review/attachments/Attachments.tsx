import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useId } from "react";
import type { RowAttachments } from "../../../sync/attachments-session.ts";
import type { PaneState } from "../../../sync/session.ts";
import { Hush } from "../../parts/Hush.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Title } from "../../parts/Title.tsx";
import { useActs, usePane } from "../../session/SessionProvider.tsx";
import { attachmentsText as text } from "../../text/attachments-text.ts";
import { AddFiles } from "./AddFiles.tsx";
import { AttachmentItem } from "./AttachmentItem.tsx";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalS },
});

interface AttachmentsProps {
  readonly selection: NonNullable<PaneState["selection"]>;
}

/** The photos and documents of the selected row. */
export function Attachments({ selection: { link, position } }: AttachmentsProps) {
  const styles = useStyles();
  const titleId = useId();
  const { attachments, links } = usePane();
  // What was sent since may have made a row of it that the service has.
  const synced = links.find(({ id }) => id === link)?.lastSync;
  const isShown = attachments?.link === link && attachments.position === position;
  return (
    <>
      <Loading key={`${link} ${position} ${synced}`} />
      {isShown && (
        <section className={styles.section} aria-labelledby={titleId}>
          <Title level={3} id={titleId}>
            {text.title}
          </Title>
          <Content attachments={attachments} />
        </section>
      )}
    </>
  );
}

/** Asks for what is attached once, when it is put there. */
function Loading() {
  const { commands } = useActs();
  useEffect(() => {
    void commands.loadAttachments();
  }, [commands]);
  return null;
}

function Content({ attachments }: { readonly attachments: RowAttachments }) {
  const styles = useStyles();
  const { commands } = useActs();
  const { stage, shown, removed, canAttach, sending } = attachments;
  if (stage === "unsent") return <Hush>{text.unsent}</Hush>;
  if (stage === "failed") {
    const again = { label: text.again, onAct: () => void commands.loadAttachments() };
    return <Notice sentence={text.failed} acts={[again]} />;
  }
  return (
    <>
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={text.title}>
          {shown.map((one) => (
            <AttachmentItem key={one.id} attachment={one} canRemove={canAttach} />
          ))}
        </ul>
      )}
      {stage === "ready" && shown.length === 0 && !sending && <Hush>{text.none}</Hush>}
      {sending && (
        <Spinner
          size="tiny"
          labelPosition="after"
          label={text.sending(sending.name, sending.done + 1, sending.total)}
        />
      )}
      {canAttach && !sending && <AddFiles to={attachments} />}
      {removed.length > 0 && (
        <Hush>
          <details>
            <summary>{text.removed(removed.length)}</summary>
            {removed.map(({ id, name, by, reason }) => (
              <div key={id}>{text.removedBy(name, by, reason)}</div>
            ))}
          </details>
        </Hush>
      )}
    </>
  );
}
