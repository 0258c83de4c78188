import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentPdfRegular } from "@fluentui/react-icons/svg/document-pdf";
import { ImageRegular } from "@fluentui/react-icons/svg/image";
import { useState } from "react";
import type { ShownAttachment } from "../../../sync/attachments-session.ts";
import { ActLink } from "../../parts/ActLink.tsx";
import { Hush } from "../../parts/Hush.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { attachmentsText as text } from "../../text/attachments-text.ts";
import { AttachmentDialog } from "./AttachmentDialog.tsx";
import { RemoveForm } from "./RemoveForm.tsx";

const size = "56px";

const useStyles = makeStyles({
  item: { display: "flex", columnGap: tokens.spacingHorizontalS },
  look: {
    flex: "none",
    width: size,
    height: size,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: "24px",
    overflow: "hidden",
    cursor: "pointer",
    display: "grid",
    placeItems: "center",
  },
  picture: { width: "100%", height: "100%", objectFit: "cover" },
  body: { minWidth: 0, flexGrow: 1, overflowWrap: "anywhere" },
});

interface AttachmentItemProps {
  readonly attachment: ShownAttachment;
  readonly canRemove: boolean;
}

/** A photo or document: its small picture, who attached it, and what can be done with it. */
export function AttachmentItem({ attachment, canRemove }: AttachmentItemProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { name, by, at, hasPosition } = attachment;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.look}
        aria-label={text.open(name)}
        onClick={() => setOpen(true)}
      >
        <Look attachment={attachment} />
      </button>
      <div className={styles.body}>
        <div>{name}</div>
        <Hush>
          {text.by(by)}
          <Moment at={at} />
        </Hush>
        {hasPosition && <Hush>{text.withPosition}</Hush>}
        {isRemoving ? (
          <RemoveForm attachment={attachment} onDone={() => setRemoving(false)} />
        ) : (
          canRemove && (
            <ActLink text={text.remove} label={text.removeOf(name)} onAct={() => setRemoving(true)} />
          )
        )}
      </div>
      {isOpen && <AttachmentDialog attachment={attachment} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Look({ attachment: { thumbnail, type } }: { readonly attachment: ShownAttachment }) {
  const styles = useStyles();
  if (thumbnail !== null) return <img className={styles.picture} src={thumbnail} alt="" />;
  return type === "application/pdf" ? <DocumentPdfRegular aria-hidden /> : <ImageRegular aria-hidden />;
}
