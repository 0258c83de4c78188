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
  const address = useContent(attachment.id, onClose);
  return (
    <Dialog open onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={styles.title}>{attachment.name}</DialogTitle>
          <DialogContent>
            {address === null ? (
              <Spinner size="tiny" label={es.loading} />
            ) : (
              <Content attachment={attachment} address={address} />
            )}
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

/** The address of a file's content in this page, as long as the view is shown; null until it came. */
function useContent(id: string, onFailed: () => void): string | null {
  const { run } = useActs();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void run(async (commands) => {
      const outcome = await commands.openAttachment(id);
      if (!outcome.ok) onFailed();
      else if (!isGone) setAddress((made = URL.createObjectURL(outcome.value)));
      return outcome;
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, run]);
  return address;
}
