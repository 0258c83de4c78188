import { excelFailureOf } from "../../excel/failure.ts";
import { isPassing } from "../live/transient.ts";
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
  /** A command brought everything. */
  settled(): void;
  stop(): void;
}

export interface IncomingDeps extends Pick<LiveDeps, "random"> {
  readonly lease: Lease;
  /** The service could not be had. */
  doubt(failure: CommandFailure): void;
  /** Rows of the sheets were written. */
  wrote(): void;
}

/** Milliseconds: in which notices are gathered, and until what may not be done just now is tried again. */
const gather = 800;
const later = 3_000;

export function createIncoming(desk: Desk, { random, lease, doubt, wrote }: IncomingDeps): Incoming {
  const { deps, memory, store } = desk;
  const counts = new Map<string, number>();
  let wanted: Set<string> | "all" = new Set();
  let cancel: (() => void) | undefined;
  let isAtWork = false;
  let abort = new AbortController();

  const tell = () => {
    const incoming = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
    if (incoming !== store.get().incoming) store.set({ incoming });
  };
  const workIn = (milliseconds: number) => {
    cancel ??= deps.schedule(() => {
      cancel = undefined;
      void work();
    }, milliseconds);
  };
  const work = async () => {
    if (isAtWork) return;
    isAtWork = true;
    let again: number | undefined;
    try {
      again = await (isWanted() ? look() : undefined);
      if (again === undefined && store.get().incoming > 0) again = await bring();
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

  /** Counts what a fetch would change; gives when to look again where it could not be told. */
  const look = async (): Promise<number | undefined> => {
    const { me } = memory;
    if (!me || store.get().connection !== "online") return undefined;
    if (desk.isBusy()) return later;
    const asked = wanted;
    wanted = new Set();
    for (const [id, state] of memory.links) {
      if (asked !== "all" && !asked.has(state.sheet.id)) continue;
      const { rows, failure } = await peek(desk, me, state, abort.signal);
      if (failure?.code === "cancelled") return undefined;
      if (failure && isPassing(failure)) {
        wanted = asked;
        doubt(failure);
        return undefined;
      }
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

  const bring = async (): Promise<number | undefined> => {
    const may = await mayWork(desk, { isOwed: false });
    if (may !== "now") return may === "later" ? later : undefined;
    const leased = await lease.take();
    if (leased.result === "taken") return leased.seconds * 1_000 * (1 + random());
    if (leased.result === "failed") {
      doubt(leased.failure);
      return undefined;
    }
    const outcome = await lease.during(() => receiveQuietly(desk));
    if (outcome.ok) {
      counts.clear();
      tell();
      wrote();
      return undefined;
    }
    if (isPassing(outcome.failure)) {
      doubt(outcome.failure);
      return undefined;
    }
    // What stays in the way is said where it is, as a protected sheet; a cell that is being typed into passes.
    return "detail" in outcome.failure || outcome.failure.code === "cell-edit-mode" ? later : undefined;
  };
  return {
    heard(sheets) {
      if (sheets === undefined) wanted = "all";
      else for (const sheet of sheets) add(sheet);
      if (isWanted()) workIn(gather * (0.5 + random()));
    },
    settled() {
      counts.clear();
      tell();
    },
    stop() {
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
