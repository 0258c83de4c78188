import type {
  CommandFailure,
  Outcome,
  PaneCommands,
  PaneSession,
  PaneState,
} from "../../../../addin/sync/session.ts";
import { amendedTable } from "./amended.ts";
import { preview } from "./sendings.ts";
import { statusAnswers } from "./standing.ts";
import { accountFixture } from "./account.ts";

/** A command that a view gave, with what it asked for. */
export interface Call {
  readonly command: keyof PaneCommands;
  readonly asked: readonly unknown[];
}

/** A session without workbook or service: it shows one state, keeps the calls, and answers as it is told. */
export interface FixtureSession extends PaneSession {
  readonly calls: readonly Call[];
  /** Changes the state as the real session does: a new object, and everybody hears of it. */
  change(part: Partial<PaneState>): void;
  /** Makes a command fail from now on. */
  fail(command: keyof PaneCommands, failure: CommandFailure): void;
  /** Makes so many of the cells that are filled together say something else by now. */
  leave(cells: number): void;
  /** Says how many cells each repair mends. */
  mend(cells: number): void;
}

/** An invitation of a week, with the code to hand over where no e-mail is sent. */
const invitation = (code: string | null) => ({
  result: "invited" as const,
  person: "p-new",
  until: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  code,
});

/** How many rows `validate` finds wrong. */
interface Answers {
  readonly wrong: number;
}

export function createFixtureSession(initial: PaneState, { wrong }: Answers = { wrong: 0 }): FixtureSession {
  let state = initial;
  const listeners = new Set<() => void>();
  const calls: Call[] = [];
  let left = 0;
  let mended = 0;
  const failures = new Map<keyof PaneCommands, CommandFailure>();

  const change = (part: Partial<PaneState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const answer = <T>(
    command: keyof PaneCommands,
    asked: readonly unknown[],
    value: T,
  ): Promise<Outcome<T>> => {
    calls.push({ command, asked });
    const failure = failures.get(command);
    if (failure) change({ failure, canRetry: true });
    return Promise.resolve(failure ? { ok: false, failure } : { ok: true, value });
  };
  const done = (command: keyof PaneCommands, ...asked: readonly unknown[]) =>
    answer(command, asked, undefined);

  const commands: PaneCommands = {
    ...accountFixture(answer),
    loadWays: () => done("loadWays"),
    signInByDirectory: () => done("signInByDirectory"),
    insertFormat: (sheet, rows) => done("insertFormat", sheet, rows),
    validate: () => answer("validate", [], { wrong }),
    synchronise: () => answer("synchronise", [], { sent: 0, received: 0, wrong, inConflict: 0 }),
    receive: () => answer("receive", [], { sent: 0, received: 3, wrong, inConflict: 0 }),
    cancel: () => void done("cancel"),
    goTo: (place) => done("goTo", place),
    insertTable: (table, months, where) => done("insertTable", table, months, where),
    refreshTables: () => answer("refreshTables", [], { refreshed: state.tables.length }),
    forgetTable: (id) => done("forgetTable", id),
    forgetLink: (link) => done("forgetLink", link),
    restoreHeaders: (link) => done("restoreHeaders", link),
    resolveConflicts: (conflicts, keep) => done("resolveConflicts", conflicts, keep),
    fillCells: (cells) => answer("fillCells", [cells], { left: cells.slice(0, left) }),
    restoreVanished: (rows) => done("restoreVanished", rows),
    voidVanished: (rows, reason) => answer("voidVanished", [rows, reason], { done: rows.length, left: {} }),
    forgetVanished: (rows) => done("forgetVanished", rows),
    loadGlance: () => done("loadGlance"),
    retry: () => done("retry"),
    dismissFailure: () => change({ failure: null, canRetry: false }),
    examine: () => done("examine"),
    amendExamination(at, amendment) {
      const { examination } = state;
      const tables = examination?.tables.map((table, place) =>
        place === at ? amendedTable(table, amendment) : table,
      );
      if (examination && tables) change({ examination: { ...examination, tables } });
      return done("amendExamination", at, amendment);
    },
    linkExamined: (table) => done("linkExamined", table),
    closeExamination: () => change({ examination: null }),
    putBack: (link) => done("putBack", link),
    giveReason: async (link, reason) => {
      await done("giveReason", link, reason);
      return { ok: true, value: { rows: 1 } };
    },
    repair: (link, column, groups) => answer("repair", [link, column, groups], { cells: mended }),
    repairCertain: () => answer("repairCertain", [], { cells: mended }),
    acceptWarning: (issue, reason) => done("acceptWarning", issue, reason),
    examineWorkbook: () => done("examineWorkbook"),
    startLoad: (tables) => done("startLoad", tables),
    pauseLoad: () => void done("pauseLoad"),
    resumeLoad: () => done("resumeLoad"),
    closeLoad: () => change({ load: null }),
    loadHistory: async () => void (await done("loadHistory")),
    loadOlderHistory: async () => void (await done("loadOlderHistory")),
    restoreCell: (cell, value) => answer("restoreCell", [cell.column, value], { restored: true }),
    loadSendings: async () => void (await done("loadSendings")),
    previewUndo: (act) => answer("previewUndo", [act], preview),
    undoSending: (act, reason) => answer("undoSending", [act, reason], preview),
    loadAttachments: async () => void (await done("loadAttachments")),
    attachFiles: ({ rowId }, files) =>
      answer(
        "attachFiles",
        [
          rowId,
          files.map(({ name, keepsPosition, thumbnail }) => ({
            name,
            keepsPosition,
            hasThumbnail: thumbnail !== null,
          })),
        ],
        {
          attached: files.length,
        },
      ),
    openAttachment: (id) =>
      answer("openAttachment", [id], new Blob(["una foto que no se puede dibujar"], { type: "image/heic" })),
    removeAttachment: (id, reason) => done("removeAttachment", id, reason),
    ...statusAnswers(answer, done, change),
    loadStaff: () => done("loadStaff"),
    invite: (invitee) => answer("invite", [invitee], invitation("RUMBO-4K7Q-92XD")),
    inviteAgain: (person) => answer("inviteAgain", [person], invitation(null)),
    withdrawInvitation: (person) => answer("withdrawInvitation", [person], { result: "withdrawn" }),
    changeRole: (...asked) => answer("changeRole", asked, { result: "done" }),
    changeName: (...asked) => answer("changeName", asked, { result: "done" }),
    changeState: (...asked) => answer("changeState", asked, { result: "last-admin" }),
    decideWaiting: (...asked) => answer("decideWaiting", asked, { result: "done" }),
    reconsider: (account) => answer("reconsider", [account], { result: "done" }),
    unlock: (person) => answer("unlock", [person], { result: "done" }),
    loadStaffSessions: (person) => done("loadStaffSessions", person),
    endStaffSession: (...asked) => answer("endStaffSession", asked, { ended: 1 }),
    loadSettings: () => done("loadSettings"),
    changeSetting: (id, value, reason) => answer("changeSetting", [id, value, reason], { result: "changed" }),
    showUnexpected: () => change({ failure: { code: "unexpected" }, canRetry: false }),
  };
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    commands,
    calls,
    change,
    fail: (command, failure) => void failures.set(command, failure),
    leave: (cells) => (left = cells),
    mend: (cells) => (mended = cells),
  };
}
