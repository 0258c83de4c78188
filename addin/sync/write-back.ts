import type { CellWrite } from "../excel/table-row.ts";
import type { Editor } from "../excel/workbook.ts";
import { readLinkState, type LinkState, type Reader } from "./link-state.ts";
import type { PullPlan } from "./plan-pull.ts";
import { encodeReference } from "./reference.ts";
import { planRowWrites } from "./row-writes.ts";

/**
 * Writes the outcome of a synchronisation into the sheet, takes out what left the person's view, and appends what is new.
 * `complete` is false where something did not get into the sheet, as somebody was at work in it: then it has to come again.
 */
export async function writeBack(
  editor: Editor,
  state: LinkState,
  cells: ReadonlyMap<string, readonly CellWrite[]>,
  plan: PullPlan,
  reader: Reader,
): Promise<{ readonly state: LinkState; readonly complete: boolean }> {
  const { sheet, link } = state;
  const lost = await editor.write(sheet, link, planRowWrites(state, { cells }));
  const staying = await editor.remove(
    sheet,
    link,
    plan.removals.map(({ known, cells: held }) => ({ reference: encodeReference(known), cells: held })),
  );
  const displaced = await editor.append(sheet, link, plan.appended, reader.context);
  const removed = plan.removals.length - staying.length;
  const stayingIds = plan.removals.filter(({ known }) => staying.includes(encodeReference(known)));
  const kept = { ...link, toRemove: stayingIds.map(({ known }) => known.id) };
  const complete = lost.length === 0 && displaced.length === 0;
  if (complete && removed === 0 && plan.appended.length === 0)
    return { state: { ...withReferences(state), link: kept }, complete };
  const ruled = plan.appended.length > 0 ? await editor.rule(sheet, kept) : kept;
  return { state: await readLinkState(editor, { ...state, link: ruled }, reader), complete };
}

/** The rows as they read now that references, statuses and marks are written. */
function withReferences(state: LinkState): LinkState {
  const writes = new Map(planRowWrites(state).map((write) => [write.position, write]));
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
