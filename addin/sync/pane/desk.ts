import { excelFailureOf } from "../../excel/failure.ts";
import { cellConflicts, cellIssues, summarise } from "../summaries.ts";
import type { Activity, CommandFailure, Outcome, TableSummary, VanishedRow } from "../session.ts";
import { rowLabel, vanishedIds } from "../vanished.ts";
import { createMemory, readerOf, type Memory, type PaneDeps } from "./memory.ts";
import { createStore, type Store } from "./store.ts";

type Work = Extract<Activity, { kind: "working" }>["what"];

/** What the commands of a session share. */
export interface Desk {
  readonly deps: PaneDeps;
  readonly memory: Memory;
  readonly store: Store;
  /**
   * Runs a long command: one at a time, the others wait. It shows what is being done, can be cancelled, and answers
   * failures of Excel as data.
   */
  perform<T>(what: Work, work: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Runs a short command at once, beside a long one. */
  act<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  progress(done: number, total: number, what?: Work): void;
  cancel(): void;
  isBusy(): boolean;
  /** Shows the links, remarks and tables as the memory has them. */
  publish(): void;
}

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (
  failure: CommandFailure,
): { readonly ok: false; readonly failure: CommandFailure } => ({
  ok: false,
  failure,
});

export function createDesk(deps: PaneDeps): Desk {
  const store = createStore();
  const memory = createMemory(deps);
  let running: AbortController | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const settle = <T>(outcome: Outcome<T>): Outcome<T> => {
    if (!outcome.ok) store.set({ failure: outcome.failure, ...connectionAfter(outcome.failure) });
    return outcome;
  };
  const now = async <T>(what: Work, work: (signal: AbortSignal) => Promise<Outcome<T>>) => {
    const abort = new AbortController();
    running = abort;
    store.set({ activity: { kind: "working", what, done: 0, total: 0 }, failure: null });
    try {
      return settle(await attempt(() => work(abort.signal)));
    } finally {
      running = null;
      publish(store, memory, deps);
      store.set({ activity: { kind: "idle" } });
    }
  };
  return {
    deps,
    memory,
    store,
    perform(what, work) {
      const run = last.then(() => now(what, work));
      last = run.catch((error: unknown) => error);
      return run;
    },
    act: async (work) => settle(await attempt(work)),
    progress(count, total, what) {
      const { activity } = store.get();
      if (activity.kind === "working")
        store.set({ activity: { kind: "working", what: what ?? activity.what, done: count, total } });
    },
    cancel: () => running?.abort(),
    isBusy: () => running !== null,
    publish: () => publish(store, memory, deps),
  };
}

/** Runs work that talks to Excel; its refusals become data, anything unexpected is thrown on. */
async function attempt<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const failure = excelFailureOf(error);
    if (!failure) throw error;
    return failed(failure);
  }
}

function connectionAfter({ code }: CommandFailure) {
  if (code === "offline") return { connection: "offline" } as const;
  if (code === "unauthenticated") return { connection: "session-expired" } as const;
  return {};
}

function publish(store: Store, memory: Memory, deps: PaneDeps): void {
  const { me } = memory;
  if (!me) {
    store.set({
      links: [],
      issues: [],
      conflicts: [],
      vanished: [],
      tables: [],
      lastSync: null,
      selection: null,
    });
    return;
  }
  const states = [...memory.links.values()];
  const syncs = states.flatMap(({ link }) => (link.lastSync === null ? [] : [link.lastSync]));
  store.set({
    links: states.map((state) => summarise(state, me.person.role)),
    issues: states.flatMap(cellIssues),
    conflicts: states.flatMap(cellConflicts),
    vanished: vanishedRows(memory, deps),
    tables: tableSummaries(memory),
    // The oldest of them: everything is at least as fresh as the pane says.
    lastSync: syncs.toSorted()[0] ?? null,
  });
}

function vanishedRows(memory: Memory, { now }: PaneDeps): readonly VanishedRow[] {
  const { me } = memory;
  if (!me) return [];
  const { context } = readerOf(memory, me, now());
  return [...memory.links.values()].flatMap((state) => {
    const { link, sheet, shape } = state;
    if (!shape) return [];
    return vanishedIds(state).map((rowId) => {
      const row = memory.fetched.get(rowId);
      return {
        link: link.id,
        sheet: sheet.id,
        rowId,
        label: row ? rowLabel(sheet, row.values, context) : "",
      };
    });
  });
}

const nowhere = { worksheetId: "", worksheet: "", address: "" };

function tableSummaries({ tables }: Memory): readonly TableSummary[] {
  return [...tables.values()].map(({ record, place }) => ({
    id: record.id,
    table: record.table,
    place: place ?? nowhere,
    months: record.months,
    refreshedAt: record.refreshedAt,
    missing: place === null,
  }));
}
