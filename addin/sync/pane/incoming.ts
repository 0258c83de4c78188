import { excelFailureOf } from "../../excel/failure.ts";
import { stopsAll } from "../live/transient.ts";
import type { CommandFailure } from "../session.ts";
import type { Desk } from "./desk.ts";
import type { Lease } from "./lease.ts";
import type { LiveDeps } from "./live-deps.ts";
import { mayWork } from "./may-work.ts";
import { peek } from "./peek.ts";
import { receiveQuietly } from "./quiet-commands.ts";

/** What others changed and this workbook does not show: it is counted, and brought where that disturbs nobody. */
export interface Incoming {
  /** Something may have changed of these records; of all of them where none is named. */
  heard(sheets?: readonly string[]): void;
  /** The service answers again: what waits for it goes on. Gives what stops it once more, null where nothing does. */
  goOn(): Promise<CommandFailure | null>;
  /** A command brought everything. */
  settled(): void;
  stop(): void;
}

export interface IncomingDeps extends Pick<LiveDeps, "random"> {
  readonly lease: Lease;
  /** The service could not be had, or has nothing for this pane: nothing is asked of it until `goOn`. */
  stopped(failure: CommandFailure): void;
  /** Rows of the sheets were written. */
  wrote(): void;
}

/** Milliseconds: in which notices are gathered, and until what may not be done just now is tried again. */
const gather = 800;
const later = 3_000;

export function createIncoming(desk: Desk, { random, lease, stopped, wrote }: IncomingDeps): Incoming {
  const { deps, memory, store } = desk;
  const counts = new Map<string, number>();
  let wanted: Set<string> | "all" = new Set();
  let cancel: (() => void) | undefined;
  let isAtWork = false;
  /** What keeps the service from being asked; null where nothing does. */
  let hindrance: CommandFailure | null = null;
  let abort = new AbortController();

  const tell = () => {
    const incoming = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
    if (incoming !== store.get().incoming) store.set({ incoming });
  };
  const workIn = (milliseconds: number) => {
    if (hindrance) return;
    cancel ??= deps.schedule(() => {
      cancel = undefined;
      void work();
    }, milliseconds);
  };
  const work = async () => {
    if (isAtWork || hindrance) return;
    isAtWork = true;
    let again: number | undefined;
    try {
      again = await (isWanted() ? look() : undefined);
      if (again === undefined && !hindrance && store.get().incoming > 0) again = await bring();
    } catch (error) {
      if (!excelFailureOf(error)) throw error;
      again = later;
    } finally {
      isAtWork = false;
    }
    if (again !== undefined) workIn(again);
    else if (isWanted()) workIn(gather);
  };
  const isWanted = () => wanted === "all" || wanted.size > 0;

  const hold = (failure: CommandFailure): undefined => {
    hindrance = failure;
    stopped(failure);
  };

  /** Counts what a fetch would change; gives when to look again where it could not be told. */
  const look = async (): Promise<number | undefined> => {
    const { me } = memory;
    const { signal } = abort;
    if (!me || store.get().connection !== "online") return hold({ code: "offline" });
    if (desk.isBusy()) return later;
    const asked = wanted;
    wanted = new Set();
    for (const [id, state] of memory.links) {
      if (asked !== "all" && !asked.has(state.sheet.id)) continue;
      const { rows, failure } = await peek(desk, me, state, signal);
      if (signal.aborted) return undefined;
      if (failure && stopsAll(failure)) {
        want(asked);
        return hold(failure);
      }
      // What is refused of one record is told to whoever asks for its rows; how many they are is not known.
      if (failure) continue;
      // A command that wrote or read meanwhile knows better than what was asked before it.
      if (memory.links.get(id) !== state) add(state.sheet.id);
      else counts.set(id, rows);
    }
    tell();
    return undefined;
  };
  const add = (sheet: string) => {
    if (wanted !== "all") wanted.add(sheet);
  };
  const want = (sheets: Iterable<string> | "all") => {
    if (sheets === "all") wanted = "all";
    else for (const sheet of sheets) add(sheet);
  };

  const bring = async (): Promise<number | undefined> => {
    const { signal } = abort;
    const may = await mayWork(desk, { isOwed: false });
    if (may !== "now") return may === "later" ? later : undefined;
    const leased = await lease.take();
    if (leased.result === "taken") return leased.seconds * 1_000 * (1 + random());
    if (signal.aborted) return undefined;
    if (leased.result === "failed") return hold(leased.failure);
    const outcome = await lease.during(() => receiveQuietly(desk));
    if (outcome.ok) {
      counts.clear();
      tell();
      wrote();
      return undefined;
    }
    if (signal.aborted) return undefined;
    if (stopsAll(outcome.failure)) return hold(outcome.failure);
    // What stays in the way is said where it is, as a protected sheet; a cell that is being typed into passes.
    return "detail" in outcome.failure || outcome.failure.code === "cell-edit-mode" ? later : undefined;
  };
  return {
    heard(sheets) {
      want(sheets ?? "all");
      if (isWanted()) workIn(gather * (0.5 + random()));
    },
    async goOn() {
      if (!hindrance) return null;
      hindrance = null;
      await work();
      return hindrance;
    },
    settled() {
      hindrance = null;
      counts.clear();
      tell();
      if (isWanted()) workIn(gather);
    },
    stop() {
      hindrance = null;
      cancel?.();
      cancel = undefined;
      abort.abort();
      abort = new AbortController();
      wanted = new Set();
      counts.clear();
      tell();
    },
  };
}
