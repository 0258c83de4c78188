import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { UndoPreview } from "../../../shared/contract/undo.ts";
import { Hush } from "../parts/Hush.tsx";
import { Loading } from "../parts/Loading.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { keptSentence, sheetSentence, undoText as text } from "../text/undo-text.ts";

/** Rows that stay and are named one by one. */
const named = 5;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

/** A sending that may be taken back, or the taking back of one. */
export interface Undoable {
  readonly act: string;
  readonly at: string;
  readonly isRedo: boolean;
  /** How many acts were sent together, this one last; one where it is not said. */
  readonly acts?: number;
}

interface UndoDialogProps {
  /** Null while nothing is asked. */
  readonly sending: Undoable | null;
  readonly onClose: () => void;
}

/** Says what taking back a sending will do, row by row where it will not, and does it. */
export function UndoDialog({ sending, onClose }: UndoDialogProps) {
  return (
    <Dialog open={sending !== null} onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        {sending && <Asking key={sending.act} sending={sending} onClose={onClose} />}
      </DialogSurface>
    </Dialog>
  );
}

function Asking({ sending, onClose }: { readonly sending: Undoable; readonly onClose: () => void }) {
  const styles = useStyles();
  const { run } = useActs();
  const preview = usePreview(sending.act);
  const words = sending.isRedo
    ? { title: text.dialog.redo, act: text.redo, reason: text.redoReason }
    : { title: text.dialog.undo, act: text.undo, reason: text.undoReason };
  const undo = () => {
    onClose();
    void run((commands) => commands.undoSending(sending.act, words.reason(sending.at)));
  };
  const isSome = typeof preview === "object" && preview !== null && preview.sheets.length > 0;
  return (
    <DialogBody>
      <DialogTitle>{words.title(sending.at)}</DialogTitle>
      <DialogContent className={styles.content}>
        {sending.acts !== undefined && sending.acts > 1 && <div>{text.dialog.lastOf(sending.acts)}</div>}
        {typeof preview === "string" ? (
          preview === "large" ? (
            text.large
          ) : (
            text.dialog[preview]
          )
        ) : preview ? (
          <Consequences preview={preview} />
        ) : (
          <Loading blocks={1} />
        )}
      </DialogContent>
      <DialogActions fluid>
        {isSome && (
          <Button appearance="primary" onClick={undo}>
            {words.act}
          </Button>
        )}
        <Button onClick={onClose}>{preview && !isSome ? text.dialog.close : text.dialog.cancel}</Button>
      </DialogActions>
    </DialogBody>
  );
}

/** `gone`: nothing of the sending was ever kept; `large`: it has too many rows; null while it is asked. */
type Preview = UndoPreview | "gone" | "large" | "failed" | null;

/** What the dialog says where there is nothing to preview. */
const unseen: Readonly<Record<string, "gone" | "large">> = { "not-found": "gone", "too-large": "large" };

/** Asks what would happen, once. */
function usePreview(act: string): Preview {
  const { run } = useActs();
  const [preview, setPreview] = useState<Preview>(null);
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const outcome = await run((commands) => commands.previewUndo(act));
      if (isWanted) setPreview(outcome.ok ? outcome.value : (unseen[outcome.failure.code] ?? "failed"));
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [act, run]);
  return preview;
}

function Consequences({ preview: { sheets, kept, keptRows } }: { readonly preview: UndoPreview }) {
  const styles = useStyles();
  const { me, links } = usePane();
  const leaves = (id: string) => links.some(({ sheet, isStaffs }) => sheet === id && !isStaffs);
  const shown = kept.slice(0, named);
  return (
    <>
      {sheets.length === 0 && <div>{keptRows > 0 ? text.dialog.nothing : text.dialog.gone}</div>}
      {sheets.map((counts) => (
        <div key={counts.sheet}>{sheetSentence(sheetLabel(counts.sheet), counts, leaves(counts.sheet))}</div>
      ))}
      {keptRows > 0 && (
        <div>
          {text.dialog.kept(keptRows)}
          <ul className={styles.list}>
            {shown.map((row) => (
              <li key={row.id}>{keptSentence(row, me?.person.name)}</li>
            ))}
            {keptRows > shown.length && <li>{text.dialog.moreKept(keptRows - shown.length)}</li>}
          </ul>
        </div>
      )}
      {sheets.length > 0 && <Hush>{text.dialog.history}</Hush>}
    </>
  );
}
