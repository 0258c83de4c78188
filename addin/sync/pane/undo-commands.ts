import type { Outcome } from "../session.ts";
import type { TakenBack, UndoCommands } from "../undo-session.ts";
import { newId } from "../reference.ts";
import { done, failed, type Desk } from "./desk.ts";
import { synchroniseAll } from "./link-commands.ts";

const nothing: ReadonlySet<string> = new Set();

export function undoCommands(desk: Desk): UndoCommands {
  return {
    loadSendings: () => loadSendings(desk),
    // Whoever asks says what came of it, in front of the pane.
    async previewUndo(act) {
      const preview = await desk.deps.api.history.previewUndo(act);
      return preview.ok ? done(preview.value) : failed(preview.failure);
    },
    undoSending: (act, reason) => undoSending(desk, act, reason),
  };
}

async function loadSendings({ deps, store, memory }: Desk): Promise<void> {
  store.set({ sendings: { stage: "loading", list: store.get().sendings?.list ?? [] } });
  const { me } = memory;
  const result = await deps.api.history.pushes();
  // Whoever signed out meanwhile leaves nothing behind.
  if (memory.me !== me) return;
  store.set({
    sendings: result.ok
      ? { stage: "ready", list: result.value.pushes }
      : { stage: "failed", list: store.get().sendings?.list ?? [] },
  });
}

/** Asked again after a lost answer it is the same taking back, of which the service gives the same answer. */
function undoSending(desk: Desk, act: string, reason: string): Promise<Outcome<TakenBack>> {
  const id = newId();
  return desk.perform("undoing", async ({ signal }) => {
    const { deps, memory, store } = desk;
    const result = await deps.api.history.undo({ id, act, reason, workbook: memory.workbook });
    if (!result.ok) return failed(result.failure);
    if (store.get().lastSending?.act === act) store.set({ lastSending: null });
    const { sheets, kept, keptRows } = result.value;
    const fetched = await synchroniseAll(desk, signal, { only: nothing, fetches: true });
    if (store.get().sendings) await loadSendings(desk);
    return fetched.ok ? done({ sheets, kept, keptRows }) : fetched;
  });
}
