import type { Push } from "../../../shared/contract.ts";
import { toCell } from "../accept-version.ts";
import { readLinkState, type LinkState } from "../link-state.ts";
import { newId } from "../reference.ts";
import type { CellConflict, Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { recount, synchroniseLinks } from "./link-commands.ts";
import { readerOf } from "./memory.ts";

/**
 * Ends a conflict of one field. Mine goes to the service as a change of the version that has theirs; theirs goes into
 * the cell. Then both sides say the same of that field, and the row is sent as ever, with whatever else changed in it.
 */
export function resolveConflict(
  desk: Desk,
  conflict: CellConflict,
  keep: "mine" | "theirs",
): Promise<Outcome> {
  return desk.perform("sending", async (signal) => {
    const { memory } = desk;
    const { me } = memory;
    const state = memory.links.get(conflict.link);
    if (!me || !state) return failed({ code: "unauthenticated" });
    const refusal =
      keep === "mine" ? await sendMine(desk, state, conflict) : await writeTheirs(desk, state, conflict);
    if (!refusal.ok) return refusal;
    const current = memory.links.get(conflict.link) ?? state;
    const results = await synchroniseLinks(desk, me, [current], signal, new Set([conflict.rowId]));
    const failure = results.find((result) => result.failure)?.failure;
    return failure ? failed(failure) : done(undefined);
  });
}

async function sendMine({ deps, memory }: Desk, state: LinkState, conflict: CellConflict): Promise<Outcome> {
  const { sheet, rowId, column, mine } = conflict;
  const base = state.conflicts.get(rowId)?.version;
  if (base === undefined) return done(undefined);
  const push: Push = {
    pushId: newId(),
    schema: memory.schema,
    workbook: memory.workbook,
    rows: [{ sheet, id: rowId, base, values: { [column]: mine } }],
  };
  const result = await deps.api.push(push);
  // Whatever the service makes of it (somebody changed it again, a rule forbids it), sending the whole row tells.
  return result.ok ? done(undefined) : failed(result.failure);
}

async function writeTheirs(desk: Desk, state: LinkState, conflict: CellConflict): Promise<Outcome> {
  const { memory, deps } = desk;
  const { me } = memory;
  if (!me) return failed({ code: "unauthenticated" });
  const reader = readerOf(memory, me, deps.now());
  await deps.workbook.command(async (editor) => {
    const current = await readLinkState(editor, state, reader);
    const row = current.rows.find(({ known }) => known.id === conflict.rowId);
    if (!row || (row.reading.values[conflict.column] ?? null) !== conflict.mine) return;
    const was = row.cells[conflict.column] ?? "";
    const becomes = toCell(state.sheet, conflict.column, conflict.theirs, reader.context);
    const cells = [{ column: conflict.column, was, becomes }];
    await editor.write(state.sheet, state.link, [{ position: row.position, expects: row.reference, cells }]);
    await recount(desk, editor, [current]);
  });
  return done(undefined);
}
