import type { Me } from "../../../shared/contract.ts";
import type { CellWrite, RowWrite } from "../../excel/table-row.ts";
import type { Editor } from "../../excel/workbook.ts";
import { readLinkState, type LinkState } from "../link-state.ts";
import type { CellFill, Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";
import { markRows } from "./repair-commands.ts";

/**
 * Writes texts into the cells of linked rows, found by their row and checked against what the pane showed, and marks
 * those rows anew. Gives the fills whose row is gone or whose cell holds something else by now.
 */
export function fillCells(
  desk: Desk,
  fills: readonly CellFill[],
): Promise<Outcome<{ readonly left: readonly CellFill[] }>> {
  return desk.perform("validating", async () => {
    const { memory, deps } = desk;
    const { me } = memory;
    if (!me) return failed({ code: "unauthenticated" });
    const left = await deps.workbook.command(async (editor) => {
      const missed: CellFill[] = [];
      for (const [link, ofLink] of fillsByLink(fills))
        missed.push(...(await fillInLink(desk, editor, me, link, ofLink)));
      return missed;
    });
    return done({ left });
  });
}

async function fillInLink(
  { memory, deps }: Desk,
  editor: Editor,
  me: Me,
  link: string,
  fills: readonly CellFill[],
): Promise<readonly CellFill[]> {
  const shown = memory.links.get(link);
  if (!shown) return fills;
  const reader = readerOf(memory, me, deps.now());
  const before = await readLinkState(editor, shown, reader);
  const { writes, left } = planFills(before, fills);
  const lost = new Set(await editor.write(before.sheet, before.link, [...writes.keys()]));
  const after = await readLinkState(editor, before, reader);
  await markRows(editor, after, new Set(fills.map(({ rowId }) => rowId)));
  memory.links.set(link, after);
  return [...left, ...[...writes].flatMap(([write, ofRow]) => (lost.has(write) ? ofRow : []))];
}

/** One write for each row, with the fills that it carries out. */
function planFills(state: LinkState, fills: readonly CellFill[]) {
  const rows = new Map(state.rows.map((row) => [row.known.id, row]));
  const cellsByRow = new Map<string, CellWrite[]>();
  const carried = new Map<string, CellFill[]>();
  const left: CellFill[] = [];
  for (const fill of fills) {
    const cells = rows.get(fill.rowId)?.cells;
    const was = cells?.[fill.column] ?? "";
    if (!cells || !takes(state, fill.column) || String(was) !== fill.typed) {
      left.push(fill);
      continue;
    }
    const write: CellWrite = { column: fill.column, was, becomes: fill.text };
    cellsByRow.set(fill.rowId, [...(cellsByRow.get(fill.rowId) ?? []), write]);
    carried.set(fill.rowId, [...(carried.get(fill.rowId) ?? []), fill]);
  }
  const writes = new Map<RowWrite, readonly CellFill[]>();
  for (const [rowId, cells] of cellsByRow) {
    const row = rows.get(rowId);
    if (row) writes.set({ position: row.position, expects: row.reference, cells }, carried.get(rowId) ?? []);
  }
  return { writes, left };
}

/** Whether a column has a cell, or the rows carry what is filled in. */
const takes = ({ shape }: LinkState, column: string): boolean =>
  shape !== null && (shape.columns.has(column) || (shape.matrix?.carried.has(column) ?? false));

function fillsByLink(fills: readonly CellFill[]): ReadonlyMap<string, readonly CellFill[]> {
  const byLink = new Map<string, CellFill[]>();
  for (const fill of fills) {
    const ofLink = byLink.get(fill.link);
    if (ofLink) ofLink.push(fill);
    else byLink.set(fill.link, [fill]);
  }
  return byLink;
}
