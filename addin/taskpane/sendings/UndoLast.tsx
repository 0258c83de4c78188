import { useState } from "react";
import { ActLink } from "../parts/ActLink.tsx";
import { usePane } from "../session/SessionProvider.tsx";
import { useNow } from "../session/use-now.ts";
import { undoText } from "../text/undo-text.ts";
import { UndoDialog, type Undoable } from "./UndoDialog.tsx";

/** Milliseconds for which what was just sent is offered to be taken back where the pane says that it is saved. */
const offered = 15 * 60_000;

/** The sending that may be taken back right away; null where it was long ago. */
export function useLastSending(): Undoable | null {
  const { lastSending } = usePane();
  const now = useNow().getTime();
  if (!lastSending || now - new Date(lastSending.at).getTime() > offered) return null;
  return { act: lastSending.act, at: lastSending.at, isRedo: false, acts: lastSending.acts };
}

/** One click from what was just sent to taking it back. */
export function UndoLast({ sending }: { readonly sending: Undoable }) {
  const [asked, setAsked] = useState<Undoable | null>(null);
  return (
    <>
      <ActLink text={undoText.last(sending.acts ?? 1)} onAct={() => setAsked(sending)} />
      <UndoDialog sending={asked} onClose={() => setAsked(null)} />
    </>
  );
}
