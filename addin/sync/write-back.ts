import type { CellWrite, DoomedRow, NewRow } from "../excel/table-row.ts";
import type { Editor } from "../excel/workbook.ts";
import { staleComputedCells } from "./computed-cells.ts";
import { readLinkState, type LinkState, type Reader } from "./link-state.ts";
import type { PullPlan } from "./plan-pull.ts";
import { encodeReference } from "./reference.ts";
import { planRowWrites } from "./row-writes.ts";

/** The state once the outcome stands in the sheet. */
export interface WrittenBack {
  readonly state: LinkState;
  /** False where something did not get into the sheet, as somebody was at work in it: then it has to come again. */
  readonly complete: boolean;
  /** Rows that were added. */
  readonly appended: number;
}

/**
 * Writes the outcome of a synchronisation into the sheet, takes out what left the person's view, and appends what is new.
 */
export async function writeBack(
  editor: Editor,
  state: LinkState,
  cells: ReadonlyMap<string, readonly CellWrite[]>,
  plan: PullPlan,
  reader: Reader,
): Promise<WrittenBack> {
  const { sheet, link } = state;
  const written = new Map([...staleComputedCells(state, reader.context), ...cells]);
  const lost = await editor.write(sheet, link, planRowWrites(state, { cells: written, named: false }));
  const staying = await editor.remove(sheet, link, doomedRows(state, plan));
  const displaced = await editor.append(sheet, link, plan.appended, reader.context);
  const removed = plan.removals.length - staying.length;
  const stayingIds = plan.removals.filter(({ known }) => staying.includes(encodeReference(known)));
  const kept = { ...link, toRemove: [...stayingIds.map(({ known }) => known.id), ...plan.waiting] };
  const complete = lost.length === 0 && displaced.length === 0;
  if (complete && removed === 0 && plan.appended.length === 0)
    return { state: { ...withReferences(state), link: kept }, complete, appended: 0 };
  const ruled = plan.appended.length > 0 ? await editor.rule(sheet, kept) : kept;
  const read = await readLinkState(editor, { ...state, link: ruled }, reader);
  return { ...countAppended(read, plan.appended), complete };
}

/** Rows to take out, and of a matrix also the references that it keeps of records that are gone. */
function doomedRows({ link, known: shown }: LinkState, plan: PullPlan): readonly DoomedRow[] {
  const rows = plan.removals.map(({ known, cells }) => ({ reference: encodeReference(known), cells }));
  if (link.layout !== "matrix") return rows;
  const gone = plan.forgotten.flatMap((id) => {
    const known = shown.get(id);
    return known ? [{ reference: encodeReference({ id, ...known }), cells: {} }] : [];
  });
  return [...rows, ...gone];
}

/** How many of the new rows stand in the sheet, and how many it has no place for. */
function countAppended(
  state: LinkState,
  appended: readonly NewRow[],
): { readonly state: LinkState; readonly appended: number } {
  const standing = new Set(state.rows.map(({ reference }) => reference));
  const waiting = appended.filter(({ reference }) => !standing.has(reference));
  return {
    state: { ...state, elsewhere: waiting.filter((row) => belongsTo(state, row)).length },
    appended: appended.length - waiting.length,
  };
}

/** Whether a record is of the matrix's year. */
function belongsTo({ sheet, shape }: LinkState, { cells }: NewRow): boolean {
  const year = sheet.matrix?.year;
  return shape?.matrix !== undefined && year !== undefined && cells[year] === shape.matrix.year;
}

/** The rows as they read now that references, statuses and marks are written. */
function withReferences(state: LinkState): LinkState {
  const writes = new Map(planRowWrites(state, { named: false }).map((write) => [write.position, write]));
  const rows = state.rows.map((row) => {
    const {
      reference = row.reference,
      status = row.status,
      marks = row.marks,
    } = writes.get(row.position) ?? {};
    return { ...row, reference, status, marks };
  });
  return { ...state, rows };
}
