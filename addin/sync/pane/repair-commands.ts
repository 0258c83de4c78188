import type { Me } from "../../../shared/contract.ts";
import type { Cell } from "../../../shared/model/value.ts";
import type { RepairGroup } from "../../../shared/repair/plan-repairs.ts";
import type { CellWrite, RowWrite } from "../../excel/table-row.ts";
import type { Editor } from "../../excel/workbook.ts";
import { formatFor } from "../accept-version.ts";
import type { LocalRow } from "../interpret-rows.ts";
import { readLinkState, type LinkState } from "../link-state.ts";
import { encodeReference } from "../reference.ts";
import { encodeNotes, withTyped, type Notes } from "../row-notes.ts";
import { planRowWrites } from "../row-writes.ts";
import type { Outcome } from "../session.ts";
import { repairsOf, worksheetRow } from "../sheet-repairs.ts";
import { done, failed, type Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/** How many cells were repaired, and how many were left, as somebody changed them meanwhile. */
export interface Repaired {
  readonly cells: number;
  readonly left: number;
}

/** Some groups of one column. */
interface ColumnRepair {
  readonly column: string;
  readonly groups: readonly RepairGroup[];
}

/** Writes what some groups of a column become, in one step that can be undone. */
export function repair(
  desk: Desk,
  link: string,
  column: string,
  groups: readonly RepairGroup[],
): Promise<Outcome<Repaired>> {
  return repairAll(desk, () => new Map([[link, [{ column, groups }]]]));
}

/** Writes all that is certain, in every linked sheet. */
export function repairCertain(desk: Desk): Promise<Outcome<Repaired>> {
  return repairAll(desk, (me) => {
    const reader = readerOf(desk.memory, me, desk.deps.now());
    return new Map(
      [...desk.memory.links].map(([id, state]) => [
        id,
        repairsOf(state, reader).columns.map(({ column, certain }) => ({ column, groups: certain })),
      ]),
    );
  });
}

function repairAll(
  desk: Desk,
  repairsFor: (me: Me) => ReadonlyMap<string, readonly ColumnRepair[]>,
): Promise<Outcome<Repaired>> {
  return desk.perform("repairing", async () => {
    const { memory, deps } = desk;
    const { me } = memory;
    if (!me) return failed({ code: "unauthenticated" });
    const repairs = repairsFor(me);
    const shown = new Map(memory.links);
    const repaired = await deps.workbook.command(async (editor) => {
      const total = { cells: 0, left: 0 };
      for (const [id, columns] of repairs) {
        const state = shown.get(id);
        if (!state || columns.every(({ groups }) => groups.length === 0)) continue;
        const { cells, left } = await repairLink(desk, editor, me, state, columns);
        total.cells += cells;
        total.left += left;
      }
      return total;
    });
    for (const id of repairs.keys()) {
      const state = memory.links.get(id);
      if (state && state.notes !== shown.get(id)?.notes)
        await deps.workbook.saveRowNotes(id, encodeNotes(state.notes));
    }
    return done(repaired);
  });
}

async function repairLink(
  { memory, deps }: Desk,
  editor: Editor,
  me: Me,
  shown: LinkState,
  columns: readonly ColumnRepair[],
): Promise<Repaired> {
  const reader = readerOf(memory, me, deps.now());
  const before = await readLinkState(editor, shown, reader);
  const { planned, left } = planCells(shown, before, columns);
  const lost = new Set(
    await editor.write(
      before.sheet,
      before.link,
      planned.map(({ write }) => write),
    ),
  );
  const written = planned.filter(({ write }) => !lost.has(write));
  const notes = written.reduce((kept, { row, cells }) => noteTyped(kept, row, cells), before.notes);
  const after = await readLinkState(editor, { ...before, notes }, reader);
  await markRows(editor, after, new Set(written.map(({ row }) => row.known.id)));
  memory.links.set(after.link.id, after);
  const count = (of: readonly PlannedRow[]) => of.reduce((sum, { cells }) => sum + cells.length, 0);
  return { cells: count(written), left: left + count(planned) - count(written) };
}

interface PlannedRow {
  readonly row: LocalRow;
  readonly cells: readonly CellWrite[];
  readonly write: RowWrite;
}

/**
 * The cells to write, row by row. Rows are found by what they are and not by where they stood when they were shown; a
 * cell that no longer says what was shown is left. Rows that have no reference get theirs, which their typed texts go by.
 */
function planCells(
  shown: LinkState,
  before: LinkState,
  columns: readonly ColumnRepair[],
): { readonly planned: readonly PlannedRow[]; readonly left: number } {
  const find = finderOf(shown, before);
  const cellsById = new Map<string, CellWrite[]>();
  let left = 0;
  for (const { column, typed, becomes, row: at } of columns.flatMap(cellsOf)) {
    const row = find(at);
    if (row?.cells[column] !== typed || row.formulas?.has(column)) left += 1;
    else if (typed !== becomes) {
      const format = formatFor(before.sheet, column, typed, becomes);
      const write = { column, was: typed, becomes, ...format };
      cellsById.set(row.known.id, [...(cellsById.get(row.known.id) ?? []), write]);
    }
  }
  const rows = new Map(before.rows.map((row) => [row.known.id, row]));
  const planned = [...cellsById].flatMap(([id, cells]) => {
    const row = rows.get(id);
    return row ? [{ row, cells, write: writeOf(row, cells) }] : [];
  });
  return { planned, left };
}

/** Finds the rows that were shown in rows of the worksheet: by their id, those without reference by what they say. */
function finderOf(shown: LinkState, before: LinkState): (row: number) => LocalRow | undefined {
  const shownAt = new Map(shown.rows.map((row) => [worksheetRow(shown, row.position), row]));
  const byId = new Map(before.rows.map((row) => [row.known.id, row]));
  const unnamed = groupByDigest(before.rows.filter((row) => row.unnamed && row.copyOf === null));
  const found = new Map<string, LocalRow | undefined>();
  return (at) => {
    const row = shownAt.get(at);
    if (!row) return undefined;
    const { id } = row.known;
    if (!found.has(id))
      found.set(id, byId.get(id) ?? (row.unnamed ? unnamed.get(row.digest)?.shift() : undefined));
    return found.get(id);
  };
}

function groupByDigest(rows: readonly LocalRow[]): ReadonlyMap<string, LocalRow[]> {
  const byDigest = new Map<string, LocalRow[]>();
  for (const row of rows) {
    const same = byDigest.get(row.digest);
    if (same) same.push(row);
    else byDigest.set(row.digest, [row]);
  }
  return byDigest;
}

function cellsOf({ column, groups }: ColumnRepair) {
  return groups.flatMap(({ rows, typed, becomes }) => rows.map((row) => ({ column, row, typed, becomes })));
}

function writeOf(row: LocalRow, cells: readonly CellWrite[]): RowWrite {
  const naming = row.unnamed && row.copyOf === null ? { reference: encodeReference(row.known) } : {};
  return { position: row.position, expects: row.reference, ...naming, cells };
}

const noteTyped = (notes: Notes, { known }: LocalRow, cells: readonly CellWrite[]): Notes =>
  cells.reduce(
    (kept, { column, was, becomes }) => withTyped(kept, known.id, column, textOf(was), becomes),
    notes,
  );

const textOf = (cell: Cell): string => String(cell);

/** Brings statuses and marks of some rows up to what their cells say now. */
export async function markRows(editor: Editor, state: LinkState, ids: ReadonlySet<string>): Promise<void> {
  const rows = state.rows.filter(({ known }) => ids.has(known.id));
  const writes = planRowWrites({ ...state, rows, emptied: new Map() }, { named: false });
  await editor.write(state.sheet, state.link, writes);
}
