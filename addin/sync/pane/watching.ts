import { rowsOfAddress, type Span } from "../../excel/spans.ts";
import { excelFailureOf } from "../../excel/failure.ts";
import type { LinkState } from "../link-state.ts";
import { chooseRows } from "./choose-rows.ts";
import { createAftermath } from "./aftermath.ts";
import { noteMine } from "./authorship.ts";
import { done, type Desk } from "./desk.ts";
import { addHints, hasHints, hint, noHints, readingOf, type Reading } from "./hints.ts";
import { recountParts } from "./recount-parts.ts";
import { selectionIn } from "./selection.ts";
import { locateTables } from "./table-commands.ts";

/** Milliseconds of quiet before a change is judged, and between tries while Excel would not have it. */
const quiet = 250;
const retry = 2_000;
/** How many times as long as the reading of a whole sheet took nothing is read after it: a large sheet is read less often. */
const restAfterWhole = 4;

/**
 * Follows the person's hand: where they are, and after a quiet moment what is pending or wrong in the rows that they
 * changed (docs/decisions/073-only-what-changed-is-read.md).
 */
export interface Follower {
  /** Begins to listen to Excel, once however often it is called. */
  follow(): Promise<void>;
  /** Counts every link now, or as soon as Excel will have it. */
  countAll(): Promise<void>;
  /** Resolves once nothing is being read. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function createFollower(desk: Desk): Follower {
  const { deps, store, memory } = desk;
  let hints = noHints();
  let counting: Promise<void> | undefined;
  let restUntil = 0;
  let cancel = () => {};
  const edited: { readonly worksheetId: string; readonly rows: readonly Span[] }[] = [];
  let stopWatching: (() => Promise<void>) | undefined;
  let choosing: Promise<void> | undefined;

  const now = () => deps.now().getTime();
  const later = (milliseconds: number) => {
    cancel();
    cancel = deps.schedule(() => void count(), Math.max(milliseconds, restUntil - now()));
  };
  /** One at a time: what is hinted at meanwhile is counted when this one is done. */
  const count = () => (counting ??= countNow().finally(() => (counting = undefined)));
  const countNow = async () => {
    if (desk.isBusy()) return later(retry);
    const taken = hints;
    hints = noHints();
    const isWhole = [...memory.links.values()].some((state) => readingOf(state, taken) === "all");
    const begun = now();
    const counted = await countQuietly(desk, (state) => readingOf(state, taken));
    if (counted) for (const { worksheetId, rows } of edited.splice(0)) noteMine(memory, worksheetId, rows);
    restUntil = isWhole ? now() + restAfterWhole * (now() - begun) : 0;
    if (!counted) addHints(hints, taken);
    if (!counted || hasHints(hints)) later(counted ? quiet : retry);
  };
  const aftermath = createAftermath(desk, (worksheetIds) => {
    for (const id of worksheetIds) hint(hints, id, null);
    if (!counting) later(quiet);
  });
  return {
    async follow() {
      aftermath.listen();
      stopWatching ??= await deps.workbook.watch({
        changed(worksheetId, address) {
          memory.authorship.touchedAt = now();
          const rows = address === null ? undefined : rowsOfAddress(address);
          if (rows) edited.push({ worksheetId, rows });
          hint(hints, worksheetId, address);
          if (!counting) later(quiet);
        },
        changedElsewhere(worksheetId) {
          memory.authorship.shared.add(worksheetId);
          hint(hints, worksheetId, null);
        },
        removed() {
          hints.everything = true;
          if (!counting) later(quiet);
        },
        selected(worksheetId, address) {
          store.set({ selection: selectionIn(memory.links.values(), worksheetId, address) });
          choosing = chooseRows(desk, worksheetId, address);
        },
      });
    },
    async countAll() {
      hints.everything = true;
      cancel();
      await counting;
      await count();
    },
    settled: async () => void (await Promise.all([aftermath.settled(), counting, choosing])),
    async stop() {
      cancel();
      aftermath.stop();
      await stopWatching?.();
    },
  };
}

/**
 * Reads and judges links again in its turn, and where all are read whole, looks where the computed tables stand; false
 * where Excel would not have it now.
 */
async function countQuietly(desk: Desk, readingFor: (state: LinkState) => Reading): Promise<boolean> {
  const outcome = await desk.inTurn(async () => {
    const { memory, store } = desk;
    const isEverything = [...memory.links.values()].every((state) => readingFor(state) === "all");
    try {
      await recountParts(desk, readingFor);
      if (isEverything) await locateTables(desk);
    } catch (error) {
      if (!excelFailureOf(error)) throw error;
      return done(false);
    }
    desk.publish();
    if (memory.isOpen && memory.me && isEverything) store.set({ workbookRead: true });
    return done(true);
  });
  return outcome.ok && outcome.value;
}
