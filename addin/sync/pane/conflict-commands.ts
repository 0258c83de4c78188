import type { Me, PushedRow } from "../../../shared/contract.ts";
import { groupBy } from "../../../shared/group-by.ts";
import type { MutableRow } from "../../../shared/model/value.ts";
import type { RowWrite } from "../../excel/table-row.ts";
import type { Editor } from "../../excel/workbook.ts";
import { formatFor, toCell } from "../accept-version.ts";
import { hasErrors } from "../judge-rows.ts";
import { readLinkState, readerFor, type LinkState } from "../link-state.ts";
import { cellValue, withoutFields } from "../open-conflicts.ts";
import { pushRows } from "../push-rows.ts";
import { createSendingActs, type SendingActs } from "../sending-acts.ts";
import type { CellConflict, Outcome } from "../session.ts";
import type { Settlement } from "../settlement.ts";
import { done, failed, type Desk } from "./desk.ts";
import { synchroniseLinks } from "./link-commands.ts";
import { readerOf } from "./memory.ts";

/**
 * Ends conflicts of fields: theirs goes into the cell, mine stays there. The rows are then sent as ever, with whatever else
 * changed in them, and say which of theirs the person saw: what somebody wrote since is asked about again. A row that is
 * wrong in another column cannot be sent; of it only the fields go that are to stay.
 */
export function resolveConflicts(
  desk: Desk,
  conflicts: readonly CellConflict[],
  keep: "mine" | "theirs",
): Promise<Outcome> {
  return desk.perform("sending", async ({ signal }) => {
    const { memory } = desk;
    const { me } = memory;
    if (!me) return failed({ code: "unauthenticated" });
    const acts = createSendingActs();
    const settled = settlementsOf(desk, conflicts, keep);
    if (keep === "theirs") await writeTheirs(desk, me, conflicts);
    else {
      const sent = await sendFromWrongRows(desk, conflicts, { signal, acts });
      if (!sent.ok) return sent;
    }
    const concerned = new Set(conflicts.map(({ link }) => link));
    const states = [...memory.links.values()].filter(({ link }) => concerned.has(link.id));
    const only = new Set(conflicts.map(({ rowId }) => rowId));
    const results = await synchroniseLinks(desk, me, states, signal, { only, settled, acts });
    const failure = results.find((result) => result.failure)?.failure;
    return failure ? failed(failure) : done(undefined);
  });
}

/** What the cells are to say from now on, by row, in view of the version of theirs that the pane showed. */
function settlementsOf(
  { memory }: Desk,
  conflicts: readonly CellConflict[],
  keep: "mine" | "theirs",
): ReadonlyMap<string, Settlement> {
  const settled = new Map<string, Settlement>();
  for (const [id, fields] of groupBy(conflicts, ({ rowId }) => rowId)) {
    const version = shownVersion(memory.links.get(fields[0]?.link ?? ""), id);
    if (version === undefined) continue;
    const decided = fields.map((field) => ({ column: field.column, value: field[keep] }));
    settled.set(id, { version, fields: decided });
  }
  return settled;
}

const shownVersion = (state: LinkState | undefined, id: string) => state?.conflicts.get(id)?.version;

/** Sends mine alone from rows that are wrong elsewhere, and takes as ended what the service saved. */
async function sendFromWrongRows(
  { deps, memory }: Desk,
  conflicts: readonly CellConflict[],
  { signal, acts }: { readonly signal: AbortSignal; readonly acts: SendingActs },
): Promise<Outcome> {
  const { schema, workbook } = memory;
  for (const [link, ofLink] of groupBy(conflicts, (conflict) => conflict.link)) {
    const state = memory.links.get(link);
    if (!state) continue;
    const byRow = groupBy(ofLink, ({ rowId }) => rowId);
    const rows = [...byRow].flatMap(([id, fields]) => mineAlone(state, id, fields));
    const pushing = { api: deps.api, envelope: { schema, workbook }, acts, signal, sent: () => undefined };
    const { answers, failure } = await pushRows(rows, pushing);
    const open = new Map(state.conflicts);
    for (const [id, { result }] of answers) {
      const conflict = open.get(id);
      if (result !== "saved" || !conflict) continue;
      const left = withoutFields(conflict, new Set(byRow.get(id)?.map(({ column }) => column)));
      if (left) open.set(id, left);
      else open.delete(id);
    }
    memory.links.set(link, { ...state, conflicts: open });
    if (failure) return failed(failure);
  }
  return done(undefined);
}

/** The fields of a wrong row that are to stay as they are, as a change of theirs. */
function mineAlone(state: LinkState, id: string, fields: readonly CellConflict[]): readonly PushedRow[] {
  const row = state.rows.find(({ known }) => known.id === id);
  const base = shownVersion(state, id);
  if (!row || base === undefined || !hasErrors(state.judged.get(id))) return [];
  const values: MutableRow = {};
  for (const { column, mine } of fields) if (cellValue(row, column) === mine) values[column] = mine;
  return Object.keys(values).length === 0 ? [] : [{ sheet: state.sheet.id, id, base, values }];
}

async function writeTheirs(desk: Desk, me: Me, conflicts: readonly CellConflict[]): Promise<void> {
  await desk.deps.workbook.command(async (editor) => {
    for (const [link, ofLink] of groupBy(conflicts, (conflict) => conflict.link))
      await writeTheirsInLink(desk, editor, me, link, ofLink);
  });
}

/** Writes theirs where the cells still say mine, each row found where it stands by now. */
async function writeTheirsInLink(
  { memory, deps }: Desk,
  editor: Editor,
  me: Me,
  link: string,
  conflicts: readonly CellConflict[],
): Promise<void> {
  const before = memory.links.get(link);
  if (!before) return;
  const reader = readerOf(memory, me, deps.now());
  const current = await readLinkState(editor, before, reader);
  const byRow = groupBy(conflicts, ({ rowId }) => rowId);
  const writes = current.rows.flatMap((row): readonly RowWrite[] => {
    const fields = byRow.get(row.known.id) ?? [];
    const open = fields.filter(({ column, mine }) => cellValue(row, column) === mine);
    const cells = open.map(({ column, theirs }) => {
      const was = row.cells[column] ?? "";
      const becomes = toCell(current.sheet, column, theirs, readerFor(reader, current.link).context);
      return { column, was, becomes, ...formatFor(current.sheet, column, was, becomes) };
    });
    return cells.length === 0 ? [] : [{ position: row.position, expects: row.reference, cells }];
  });
  await editor.write(current.sheet, current.link, writes);
  memory.links.set(link, await readLinkState(editor, current, reader));
}
