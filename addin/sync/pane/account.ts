import type { Me } from "../../../shared/contract.ts";
import type { ApiResult } from "../../api/failure.ts";
import type { Outcome } from "../session.ts";
import { unreadState } from "../link-state.ts";
import { failed, done, type Desk } from "./desk.ts";
import type { Memory } from "./memory.ts";
import { noPerson } from "./store.ts";

/**
 * Takes in who is asking; of whoever was here before, another person sees nothing. A pane with other definitions than the
 * service's says so at once.
 */
export async function welcome(desk: Desk, asking: Promise<ApiResult<Me>>): Promise<Outcome> {
  const { memory, store } = desk;
  const result = await asking;
  if (!result.ok) return failed(result.failure);
  if (memory.me && memory.me.person.id !== result.value.person.id) await forgetPerson(desk);
  memory.me = result.value;
  store.set({ phase: "ready", me: result.value, connection: "online" });
  if (result.value.schema !== memory.schema) return failed({ code: "schema-changed" });
  return done(undefined);
}

export async function signOut(desk: Desk): Promise<void> {
  const forgotten = forgetPerson(desk);
  await desk.deps.api.signOut();
  await forgotten;
}

/** Nobody works here any more, and whoever comes next sees nothing of who did. */
async function forgetPerson(desk: Desk): Promise<void> {
  const { memory, store, publish, cancel, dismiss } = desk;
  cancel();
  memory.me = null;
  forgetWhatWasSaid(memory);
  store.set({ ...noPerson, phase: "signed-out", connection: "online" });
  dismiss();
  publish();
  // What was running may still have learned something, before anybody else's turn comes.
  await desk.inTurn(async () => {
    forgetWhatWasSaid(memory);
    publish();
    return done(undefined);
  });
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
