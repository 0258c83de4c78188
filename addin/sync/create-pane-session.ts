import type { PaneCommands, PaneSession, VanishedRow } from "./session.ts";
import { accountCommands } from "./pane/account-commands.ts";
import { attachmentCommands } from "./pane/attachment-commands.ts";
import { createConnection, type Connection } from "./pane/connection.ts";
import { resolveConflicts } from "./pane/conflict-commands.ts";
import { directoryCommands } from "./pane/directory-commands.ts";
import { createDesk, done, type Desk } from "./pane/desk.ts";
import { fillCells } from "./pane/fill-commands.ts";
import { familiarCommands } from "./pane/familiar-commands.ts";
import { historyCommands } from "./pane/history-commands.ts";
import { loadGlance } from "./pane/glance.ts";
import { forgetLink, insertFormat, synchronise, validate } from "./pane/link-commands.ts";
import type { PaneDeps } from "./pane/memory.ts";
import { createOpening, type Opening } from "./pane/opening.ts";
import { receive } from "./pane/quiet-commands.ts";
import { restoreHeaders } from "./pane/restore-headers.ts";
import { peopleCommands } from "./pane/people-commands.ts";
import { settingsCommands } from "./pane/settings-commands.ts";
import { statusCommands } from "./pane/status-commands.ts";
import { forgetTable, insertTable, refreshTables } from "./pane/table-commands.ts";
import { forgetVanished, restoreVanished, voidVanished } from "./pane/vanished-commands.ts";
import { undoCommands } from "./pane/undo-commands.ts";
import { createFollower } from "./pane/watching.ts";

/** A session that can be begun and ended; views need only the `PaneSession` in it. */
export interface RunningPaneSession extends PaneSession {
  /** Opens the workbook, takes the person in if a token is still good, and brings computed tables up to date if it may. */
  start(): Promise<void>;
  /** Resolves once it is known whether somebody is signed in; never where `start` was not called. */
  whenStarted(): Promise<void>;
  /** Stops listening to Excel. */
  stop(): Promise<void>;
  /** Reads the linked sheets again, as a change in them does after a quiet moment. */
  recount(): Promise<void>;
  /** Resolves once what changed in the sheets is judged, as far as that has begun. */
  settled(): Promise<void>;
}

/** The pane's model over a service and a workbook. */
export function createPaneSession(deps: PaneDeps): RunningPaneSession {
  const desk = createDesk(deps);
  const follower = createFollower(desk);
  const connection = createConnection(desk, () => void follower.countAll());
  const opening = createOpening(desk, follower, connection);
  return {
    getState: desk.store.get,
    subscribe: desk.store.subscribe,
    commands: commandsOf(desk, opening, connection),
    whenStarted: () => phaseKnown(desk),
    async start() {
      if (deps.workbook.isSupported()) {
        connection.begin();
        return opening.begin();
      }
      desk.store.set({ phase: "signed-out" });
      desk.fail({ code: "unsupported-excel" }, null);
    },
    async stop() {
      opening.stop();
      const left = connection.stop();
      await follower.stop();
      await left;
    },
    recount: () => follower.countAll(),
    settled: () => follower.settled(),
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

function commandsOf(desk: Desk, opening: Opening, connection: Connection): PaneCommands {
  const { workbook } = desk.deps;
  return {
    ...accountCommands(desk, () => opening.settleIn()),
    insertFormat: (sheet, rows) => insertFormat(desk, sheet, rows),
    validate: () => validate(desk),
    synchronise: () => connection.after("sent", synchronise(desk)),
    receive: () => connection.after("received", receive(desk)),
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
    fillCells: (cells) => fillCells(desk, cells),
    restoreVanished: (rows) => restoreVanished(desk, rows),
    voidVanished: (rows, reason) => voidVanished(desk, rows, reason),
    forgetVanished: (rows: readonly VanishedRow[]) => forgetVanished(desk, rows),
    loadGlance: () => loadGlance(desk),
    retry: () => desk.retry(),
    dismissFailure: () => desk.dismiss(),
    ...familiarCommands(desk),
    ...attachmentCommands(desk),
    ...historyCommands(desk),
    ...undoCommands(desk),
    ...settingsCommands(desk),
    ...directoryCommands(desk, () => opening.settleIn()),
    ...statusCommands(desk),
    ...peopleCommands(desk),
    showUnexpected: () => desk.fail({ code: "unexpected" }, null),
  };
}
