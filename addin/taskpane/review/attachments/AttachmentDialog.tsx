import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
  Spinner,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ShownAttachment } from "../../../sync/attachments-session.ts";
import { useActs } from "../../session/SessionProvider.tsx";
import { attachmentsText as text } from "../../text/attachments-text.ts";
import { es } from "../../text/es.ts";

const useStyles = makeStyles({
  title: { overflowWrap: "anywhere" },
  picture: { maxWidth: "100%", display: "block" },
});

interface AttachmentDialogProps {
  readonly attachment: ShownAttachment;
  readonly onClose: () => void;
}

/** A photo in the width of the pane; what cannot be drawn is there to be saved. */
export function AttachmentDialog({ attachment, onClose }: AttachmentDialogProps) {
  const styles = useStyles();
  const content = useContent(attachment.id);
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={styles.title}>{attachment.name}</DialogTitle>
          <DialogContent>
            {content === "loading" && <Spinner size="tiny" label={es.loading} />}
            {content === "failed" && text.notOpened}
            {typeof content === "object" && <Content attachment={attachment} address={content.address} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{text.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Content({
  attachment: { name, type },
  address,
}: Omit<AttachmentDialogProps, "onClose"> & { readonly address: string }) {
  const styles = useStyles();
  const [isDrawn, setDrawn] = useState(type !== "application/pdf");
  return (
    <>
      {isDrawn ? (
        <img className={styles.picture} src={address} alt={name} onError={() => setDrawn(false)} />
      ) : (
        <p>{text.undrawable}</p>
      )}
      <Link href={address} download={name}>
        {text.save}
      </Link>
    </>
  );
}

/** The address of a file's content in this page, as long as the view is shown. */
function useContent(id: string): "loading" | "failed" | { readonly address: string } {
  const { run } = useActs();
  const [content, setContent] = useState<ReturnType<typeof useContent>>("loading");
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void run(async (commands) => {
      const outcome = await commands.openAttachment(id);
      if (isGone) return outcome;
      if (outcome.ok) made = URL.createObjectURL(outcome.value);
      setContent(made === null ? "failed" : { address: made });
      return outcome;
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, run]);
  return content;
}
