import type { Outcome, SyncReport } from "../session.ts";
import { ownRows } from "./authorship.ts";
import type { Desk } from "./desk.ts";
import { synchroniseAll } from "./link-commands.ts";

const nothing: ReadonlySet<string> = new Set();

/** Brings what others changed, for every linked sheet, and sends nothing. */
export function receive(desk: Desk): Promise<Outcome<SyncReport>> {
  return desk.perform("receiving", ({ signal }) =>
    synchroniseAll(desk, signal, { only: nothing, fetches: true }),
  );
}

/** The same without being asked. */
export function receiveQuietly(desk: Desk): Promise<Outcome<SyncReport>> {
  return desk.quietly("receiving", (signal) =>
    synchroniseAll(desk, signal, { only: nothing, fetches: true, isUnasked: true }),
  );
}

/** Sends without being asked what was changed here, and brings what others changed. */
export function synchroniseQuietly(desk: Desk): Promise<Outcome<SyncReport>> {
  return desk.quietly("sending", (signal) => {
    const only = ownRows(desk.memory);
    return synchroniseAll(desk, signal, { isUnasked: true, fetches: true, ...(only ? { only } : {}) });
  });
}
