import type { Me } from "../../../shared/contract.ts";
import type { ApiResult } from "../../api/failure.ts";
import type { Outcome } from "../session.ts";
import { noSendings } from "../undo-session.ts";
import { unreadState } from "../link-state.ts";
import { failed, done, type Desk } from "./desk.ts";
import type { Memory } from "./memory.ts";

/** Takes in who is asking. A pane with other definitions than the service's says so at once. */
export async function welcome(desk: Desk, asking: Promise<ApiResult<Me>>): Promise<Outcome> {
  const { memory, store } = desk;
  const result = await asking;
  if (!result.ok) return failed(result.failure);
  memory.me = result.value;
  store.set({ phase: "ready", me: result.value, connection: "online" });
  if (result.value.schema !== memory.schema) return failed({ code: "schema-changed" });
  return done(undefined);
}

export async function signOut(desk: Desk): Promise<void> {
  const { deps, memory, store, publish, cancel, dismiss } = desk;
  cancel();
  memory.me = null;
  forgetWhatWasSaid(memory);
  store.set({
    phase: "signed-out",
    me: null,
    workbookRead: false,
    connection: "online",
    glance: null,
    attachments: null,
    cellHistory: null,
    ...noSendings,
    settings: null,
    staff: null,
    staffSessions: null,
    examination: null,
    load: null,
  });
  dismiss();
  publish();
  // What was running may still have learned something, before anybody else's turn comes.
  const forgotten = desk.inTurn(async () => {
    forgetWhatWasSaid(memory);
    publish();
    return done(undefined);
  });
  await deps.api.signOut();
  await forgotten;
}

/** What the service said to one person is not the next one's to see. */
function forgetWhatWasSaid(memory: Memory): void {
  memory.fetched.clear();
  memory.peers.clear();
  memory.examined = null;
  memory.loading = [];
  memory.learned = null;
  for (const [id, { link, sheet, known, notes }] of memory.links)
    memory.links.set(id, unreadState(link, sheet, known, notes));
}
