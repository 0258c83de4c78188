import type { Outcome, PaneCommands, PaneSession, VanishedRow } from "./session.ts";
import { signIn, signOut, welcome } from "./pane/account.ts";
import { resolveConflicts } from "./pane/conflict-commands.ts";
import { createDesk, done, failed, type Desk } from "./pane/desk.ts";
import { fillCells } from "./pane/fill-commands.ts";
import { loadGlance } from "./pane/glance.ts";
import { forgetLink, insertFormat, synchronise, validate } from "./pane/link-commands.ts";
import { remember, type PaneDeps } from "./pane/memory.ts";
import { restoreHeaders } from "./pane/restore-headers.ts";
import { forgetTable, insertTable, locateTables, refreshTables } from "./pane/table-commands.ts";
import { forgetVanished, restoreVanished, voidVanished } from "./pane/vanished-commands.ts";
import { countQuietly, followWorkbook } from "./pane/watching.ts";
import { newId } from "./reference.ts";

/** A session that can be begun and ended; views need only the `PaneSession` in it. */
export interface RunningPaneSession extends PaneSession {
  /** Opens the workbook, takes the person in if a token is still good, and brings computed tables up to date. */
  start(): Promise<void>;
  /** Resolves once it is known whether somebody is signed in; never where `start` was not called. */
  whenStarted(): Promise<void>;
  /** Stops listening to Excel. */
  stop(): Promise<void>;
  /** Reads the linked sheets again, as a change in them does after a quiet moment. */
  recount(): Promise<void>;
}

/** The pane's model over a service and a workbook. */
export function createPaneSession(deps: PaneDeps): RunningPaneSession {
  const desk = createDesk(deps);
  let stopFollowing: () => Promise<void> = async () => {};
  return {
    getState: desk.store.get,
    subscribe: desk.store.subscribe,
    commands: commandsOf(desk),
    whenStarted: () => phaseKnown(desk),
    async start() {
      if (!deps.workbook.isSupported()) {
        desk.store.set({ phase: "signed-out" });
        desk.fail({ code: "unsupported-excel" }, null);
        return;
      }
      const opened = await desk.act(() => openWorkbook(desk));
      if (opened.ok) stopFollowing = await followWorkbook(desk);
      await takeIn(desk);
    },
    stop: () => stopFollowing(),
    recount: async () => void (await countQuietly(desk, [...desk.memory.links.values()])),
  };
}

function phaseKnown({ store }: Desk): Promise<void> {
  if (store.get().phase !== "starting") return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (store.get().phase === "starting") return;
      stop();
      resolve();
    });
  });
}

async function openWorkbook({ deps, memory }: Desk): Promise<Outcome> {
  remember(memory, await deps.workbook.open(newId()), deps);
  return done(undefined);
}

/** Without network the person of the last time is taken in, so that their work can be counted and checked. */
async function takeIn(desk: Desk): Promise<void> {
  const { deps, store, memory } = desk;
  const before = deps.api.lastMe();
  if (!deps.api.isSignedIn()) {
    store.set({ phase: "signed-out" });
    return;
  }
  const welcomed = await desk.act(() => welcome(desk, deps.api.me()));
  if (welcomed.ok) return settleIn(desk);
  const isAway = welcomed.failure.code === "offline" || welcomed.failure.code === "unavailable";
  if (isAway && before) {
    memory.me = before;
    store.set({ phase: "ready", me: before });
  } else if (memory.me === null) {
    if (welcomed.failure.code === "unauthenticated") await signOut(desk);
    store.set({ phase: "signed-out" });
    return;
  }
  await countLinks(desk);
}

async function settleIn(desk: Desk): Promise<void> {
  await countLinks(desk);
  if (desk.memory.tables.size > 0) await refreshTables(desk);
}

async function countLinks(desk: Desk): Promise<void> {
  await desk.act(async () => {
    await locateTables(desk);
    return done(undefined);
  });
  await countQuietly(desk, [...desk.memory.links.values()]);
}

function commandsOf(desk: Desk): PaneCommands {
  const { workbook } = desk.deps;
  return {
    signIn: (email, password) => signIn(desk, email, password, () => settleIn(desk)),
    signOut: () => signOut(desk),
    insertFormat: (sheet, rows) => insertFormat(desk, sheet, rows),
    validate: () => validate(desk),
    synchronise: () => synchronise(desk),
    cancel: () => desk.cancel(),
    goTo: (place) =>
      desk.act(async () => {
        await workbook.goTo(place);
        return done(undefined);
      }),
    insertTable: (table, months, where = "new-sheet") => insertTable(desk, table, months, where),
    refreshTables: () => refreshTables(desk),
    forgetTable: (id) => forgetTable(desk, id),
    forgetLink: (link) => forgetLink(desk, link),
    restoreHeaders: (link) => restoreHeaders(desk, link),
    resolveConflicts: (conflicts, keep) => resolveConflicts(desk, conflicts, keep),
    resolveConflict: (conflict, keep) => resolveConflicts(desk, [conflict], keep),
    fillCells: (cells) => fillCells(desk, cells),
    fillCell: (place, text) =>
      desk.act(async () => {
        await workbook.typeText(place, text);
        const counted = await countQuietly(desk, [...desk.memory.links.values()]);
        return counted ? done(undefined) : failed({ code: "cell-edit-mode" });
      }),
    restoreVanished: (rows) => restoreVanished(desk, rows),
    voidVanished: (rows, reason) => voidVanished(desk, rows, reason),
    forgetVanished: (rows: readonly VanishedRow[]) => forgetVanished(desk, rows),
    loadGlance: () => loadGlance(desk),
    retry: () => desk.retry(),
    dismissFailure: () => desk.dismiss(),
    showUnexpected: () => desk.fail({ code: "unexpected" }, null),
  };
}
