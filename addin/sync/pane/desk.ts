import { excelFailureOf } from "../../excel/failure.ts";
import type { Activity, CommandFailure, Outcome } from "../session.ts";
import { watchCellEditing } from "./cell-watch.ts";
import { createMemory, type Memory, type PaneDeps } from "./memory.ts";
import { publish } from "./publish.ts";
import { createStore, type Store } from "./store.ts";

type Work = Extract<Activity, { kind: "working" }>["what"];

/** A command as it is given again. */
export type Again = () => Promise<Outcome<unknown>>;

/** What a running command is told, and may say. */
export interface Turn {
  readonly signal: AbortSignal;
  /** From here on something else is to be done again than the whole command. */
  retryAs(again: Again): void;
}

/** What the commands of a session share. */
export interface Desk {
  readonly deps: PaneDeps;
  readonly memory: Memory;
  readonly store: Store;
  /**
   * Runs a long command: one at a time, the others wait. It shows what is being done, can be cancelled, and answers
   * failures of Excel as data.
   */
  perform<T>(what: Work, work: (turn: Turn) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /**
   * Runs in its turn what nobody asked for. It is shown only once it takes long, can be cancelled, and what stops it is
   * news to nobody but whoever runs it.
   */
  quietly<T>(what: Work, work: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Runs a short command in its turn, without showing it. */
  inTurn<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Runs a short command at once, beside a long one. `again` is what is done again after a failure; null where nothing is. */
  act<T>(work: () => Promise<Outcome<T>>, again?: Again | null): Promise<Outcome<T>>;
  progress(done: number, total: number, what?: Work): void;
  cancel(): void;
  isBusy(): boolean;
  /** Shows the links, remarks and tables as the memory has them. */
  publish(): void;
  /** Shows what stopped a command, with what would do it again. */
  fail(failure: CommandFailure, again: Again | null): void;
  /** No failure is news any more. */
  dismiss(): void;
  /** Does again what failed, if anything did. */
  retry(): Promise<Outcome<unknown>>;
}

/** Milliseconds that work may take which nobody asked for until the pane says that it is at work. */
const unnoticed = 1_000;

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
  const news = createNews(store);
  const queue = createQueue();
  let running: AbortController | null = null;

  const perform: Desk["perform"] = (what, work) =>
    queue(async () => {
      const abort = new AbortController();
      let again: Again = () => perform(what, work);
      running = abort;
      news.dismiss();
      store.set({ activity: { kind: "working", what, done: 0, total: 0 } });
      const endWatch = watchCellEditing(deps, (isEditing) => tellOfCell(store, isEditing));
      const turn: Turn = { signal: abort.signal, retryAs: (next) => (again = next) };
      try {
        return await news.watch(
          async () => {
            const isFree = await deps.workbook.whenNobodyTypes(abort.signal);
            return isFree ? work(turn) : failed({ code: "cancelled" });
          },
          () => again,
        );
      } finally {
        endWatch();
        running = null;
        publish(store, memory, deps);
        store.set({ activity: { kind: "idle" } });
      }
    });
  const quietly: Desk["quietly"] = (what, work) =>
    queue(async () => {
      const abort = new AbortController();
      running = abort;
      const show = () => store.set({ activity: { kind: "working", what, done: 0, total: 0 } });
      const keepHidden = deps.schedule(show, unnoticed);
      try {
        return await attempt(() => work(abort.signal));
      } catch (error) {
        news.fail({ code: "unexpected" }, null);
        throw error;
      } finally {
        keepHidden();
        running = null;
        publish(store, memory, deps);
        store.set({ activity: { kind: "idle" } });
      }
    });
  const act: Desk["act"] = (work, again) =>
    news.watch(work, () => (again === undefined ? () => act(work) : again));
  const inTurn: Desk["inTurn"] = (work) => queue(() => news.watch(work, () => () => inTurn(work)));
  return {
    deps,
    memory,
    store,
    perform,
    quietly,
    inTurn,
    act,
    progress(count, total, what) {
      const { activity } = store.get();
      if (activity.kind === "working")
        store.set({ activity: { kind: "working", what: what ?? activity.what, done: count, total } });
    },
    cancel: () => running?.abort(),
    isBusy: () => running !== null,
    publish: () => publish(store, memory, deps),
    fail: news.fail,
    dismiss: news.dismiss,
    retry: news.retry,
  };
}

function tellOfCell(store: Store, waits: boolean): void {
  const { activity } = store.get();
  if (activity.kind !== "working" || waits === (activity.waitsForCell ?? false)) return;
  const { waitsForCell: _, ...work } = activity;
  store.set({ activity: waits ? { ...work, waitsForCell: true } : work });
}

/** Runs what it is given one after the other. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work);
    last = run.catch((error: unknown) => error);
    return run;
  };
}

/** What stopped a command, and what does it again: the two are shown and put away together. */
function createNews(store: Store) {
  let kept: Again | null = null;
  const fail: Desk["fail"] = (failure, again) => {
    kept = again;
    store.set({ failure, canRetry: again !== null, ...connectionAfter(failure) });
  };
  const dismiss = () => {
    kept = null;
    if (store.get().failure) store.set({ failure: null, canRetry: false });
  };
  return {
    fail,
    dismiss,
    retry: async (): Promise<Outcome<unknown>> => {
      const again = kept;
      dismiss();
      return again ? again() : done(undefined);
    },
    /** Runs work that talks to Excel: its refusals become data. What nobody foresaw is shown, and thrown on. */
    async watch<T>(work: () => Promise<Outcome<T>>, again: () => Again | null): Promise<Outcome<T>> {
      try {
        const outcome = await attempt(work);
        if (!outcome.ok) fail(outcome.failure, again());
        return outcome;
      } catch (error) {
        fail({ code: "unexpected" }, null);
        throw error;
      }
    },
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
