import { excelFailureOf } from "../../excel/failure.ts";
import { columnIndexOf, firstCellOf } from "../../excel/link-layout.ts";
import type { LinkState } from "../link-state.ts";
import type { PaneState } from "../session.ts";
import type { Desk } from "./desk.ts";
import { recount } from "./link-commands.ts";

/** Milliseconds of quiet before a change is counted, and between tries while a cell is being edited. */
const quiet = 800;
const retry = 2_000;

/**
 * Follows the person's hand: where they are, and after a quiet moment what is pending or wrong in the sheets they
 * changed. Nothing is written while they type. Gives what stops it.
 */
export async function followWorkbook(desk: Desk): Promise<() => Promise<void>> {
  const { deps, store, memory } = desk;
  const hinted = new Set<string>();
  let cancel = () => {};
  const later = (milliseconds: number) => {
    cancel();
    cancel = deps.schedule(() => void count(), milliseconds);
  };
  const count = async () => {
    if (desk.isBusy()) return later(retry);
    const worksheets = [...hinted];
    hinted.clear();
    const links = [...memory.links.values()].filter(
      ({ shape }) => !shape || worksheets.includes(shape.worksheetId),
    );
    const begun = deps.now().getTime();
    const counted = await countQuietly(desk, links);
    if (counted) return;
    for (const worksheet of worksheets) hinted.add(worksheet);
    // A large sheet takes its time to read: then it is read less often.
    later(Math.max(retry, 4 * (deps.now().getTime() - begun)));
  };
  const stop = await deps.workbook.watch({
    changed(worksheetId) {
      hinted.add(worksheetId);
      later(quiet);
    },
    selected: (worksheetId, address) =>
      store.set({ selection: selectionIn(memory.links.values(), worksheetId, address) }),
  });
  return async () => {
    cancel();
    await stop();
  };
}

/** Counts links again; false where Excel would not have it now. */
export async function countQuietly(desk: Desk, links: readonly LinkState[]): Promise<boolean> {
  try {
    await desk.deps.workbook.background((editor) => recount(desk, editor, links));
  } catch (error) {
    if (!excelFailureOf(error)) throw error;
    return false;
  }
  desk.publish();
  return true;
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
    const firstRow = shape.top + 2;
    const isRow = cell.row >= firstRow && cell.row < firstRow + shape.rows;
    const at = columnIndexOf(cell.column);
    if (!isRow || at < shape.left || at >= shape.left + shape.width) continue;
    const column = [...shape.columns].find(([, index]) => index === at)?.[0] ?? null;
    return { link: link.id, row: cell.row, column };
  }
  return null;
}
