import { excelFailureOf } from "../../excel/failure.ts";
import { columnIndexOf, firstCellOf, matrixColumnAt } from "../../excel/link-layout.ts";
import type { LinkState } from "../link-state.ts";
import type { PaneState } from "../session.ts";
import { done, type Desk } from "./desk.ts";
import { recount } from "./link-commands.ts";
import { locateTables } from "./table-commands.ts";

/** Milliseconds of quiet before a change is counted, and between tries while Excel would not have it. */
const quiet = 800;
const retry = 2_000;
/** How many times as long as a count took nothing is counted after it: a large sheet is read less often. */
const restAfterCount = 4;

/**
 * Follows the person's hand: where they are, and after a quiet moment what is pending or wrong in the sheets they
 * changed. Nothing is written while they type.
 */
export interface Follower {
  /** Begins to listen to Excel, once however often it is called. */
  follow(): Promise<void>;
  /** Counts every link now, or as soon as Excel will have it. */
  countAll(): Promise<void>;
  stop(): Promise<void>;
}

/** What is to be counted: some worksheets, or everything. */
interface Hints {
  readonly worksheets: Set<string>;
  everything: boolean;
}

const noHints = (): Hints => ({ worksheets: new Set(), everything: false });

export function createFollower(desk: Desk): Follower {
  const { deps, store, memory } = desk;
  let hints = noHints();
  let counting: Promise<void> | undefined;
  let restUntil = 0;
  let cancel = () => {};
  let stopWatching: (() => Promise<void>) | undefined;

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
    const begun = now();
    const counted = await countQuietly(desk, (state) => isConcerned(state, taken));
    restUntil = now() + restAfterCount * (now() - begun);
    if (!counted) addHints(hints, taken);
    if (!counted || hasHints(hints)) later(counted ? quiet : retry);
  };
  return {
    async follow() {
      stopWatching ??= await deps.workbook.watch({
        changed(worksheetId) {
          hints.worksheets.add(worksheetId);
          if (!counting) later(quiet);
        },
        removed() {
          hints.everything = true;
          if (!counting) later(quiet);
        },
        selected: (worksheetId, address) =>
          store.set({ selection: selectionIn(memory.links.values(), worksheetId, address) }),
      });
    },
    async countAll() {
      hints.everything = true;
      cancel();
      await counting;
      await count();
    },
    async stop() {
      cancel();
      await stopWatching?.();
    },
  };
}

/** A link whose table is gone is read again with any change: it may be back. */
function isConcerned({ shape }: LinkState, { worksheets, everything }: Hints): boolean {
  return everything || !shape || worksheets.has(shape.worksheetId);
}

const hasHints = ({ worksheets, everything }: Hints): boolean => everything || worksheets.size > 0;

function addHints(hints: Hints, more: Hints): void {
  for (const worksheet of more.worksheets) hints.worksheets.add(worksheet);
  hints.everything ||= more.everything;
}

/** Counts links again in its turn, and where all are, looks where the computed tables stand; false where Excel would not have it now. */
export async function countQuietly(desk: Desk, concerns: (state: LinkState) => boolean): Promise<boolean> {
  const outcome = await desk.inTurn(async () => {
    const { memory, deps, store } = desk;
    const links = [...memory.links.values()];
    try {
      await deps.workbook.background((editor) => recount(desk, editor, links.filter(concerns)));
      if (links.every(concerns)) await locateTables(desk);
    } catch (error) {
      if (!excelFailureOf(error)) throw error;
      return done(false);
    }
    desk.publish();
    if (memory.isOpen && memory.me && links.every(concerns)) store.set({ workbookRead: true });
    return done(true);
  });
  return outcome.ok && outcome.value;
}

/** The linked row, and the column, that a selection begins in. */
export function selectionIn(
  links: Iterable<LinkState>,
  worksheetId: string,
  address: string,
): PaneState["selection"] {
  const cell = firstCellOf(address);
  if (!cell) return null;
  for (const { link, shape } of links) {
    if (!shape || shape.worksheetId !== worksheetId) continue;
    if (shape.matrix) {
      const key = matrixColumnAt(shape, cell.row - 1, columnIndexOf(cell.column));
      if (key === undefined) continue;
      return { link: link.id, row: cell.row, column: key };
    }
    const firstRow = shape.top + 2;
    const isRow = cell.row >= firstRow && cell.row < firstRow + shape.rows;
    const at = columnIndexOf(cell.column);
    if (!isRow || at < shape.left || at >= shape.left + shape.width) continue;
    const column = [...shape.columns].find(([, index]) => index === at)?.[0] ?? null;
    return { link: link.id, row: cell.row, column };
  }
  return null;
}
