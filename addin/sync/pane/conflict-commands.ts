import type { Me, PushedRow } from "../../../shared/contract.ts";
import type { MutableRow } from "../../../shared/model/value.ts";
import type { RowWrite } from "../../excel/table-row.ts";
import type { Editor } from "../../excel/workbook.ts";
import { formatFor, toCell } from "../accept-version.ts";
import { readLinkState, readerFor } from "../link-state.ts";
import { pushRows } from "../push-rows.ts";
import type { CellConflict, Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { synchroniseLinks } from "./link-commands.ts";
import { readerOf } from "./memory.ts";

/**
 * Ends conflicts of fields. Mine goes to the service as a change of the version that has theirs; theirs goes into the
 * cell. Then both sides say the same of that field, and the rows are sent as ever, with whatever else changed in them.
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
    const settled =
      keep === "mine" ? await sendMine(desk, conflicts, signal) : await writeTheirs(desk, me, conflicts);
    if (!settled.ok) return settled;
    const concerned = new Set(conflicts.map(({ link }) => link));
    const states = [...memory.links.values()].filter(({ link }) => concerned.has(link.id));
    const ids = new Set(conflicts.map(({ rowId }) => rowId));
    const results = await synchroniseLinks(desk, me, states, signal, ids);
    const failure = results.find((result) => result.failure)?.failure;
    return failure ? failed(failure) : done(undefined);
  });
}

async function sendMine(
  { deps, memory }: Desk,
  conflicts: readonly CellConflict[],
  signal: AbortSignal,
): Promise<Outcome> {
  const { schema, workbook } = memory;
  const rows = [...conflictsByRow(conflicts)].flatMap(([id, fields]): readonly PushedRow[] => {
    const [{ link, sheet } = { link: "", sheet: "" }] = fields;
    const base = memory.links.get(link)?.conflicts.get(id)?.version;
    if (base === undefined) return [];
    const values: MutableRow = {};
    for (const { column, mine } of fields) values[column] = mine;
    return [{ sheet, id, base, values }];
  });
  const pushing = { api: deps.api, envelope: { schema, workbook }, signal, sent: () => undefined };
  const { failure } = await pushRows(rows, pushing);
  // Whatever the service makes of it (somebody changed it again, a rule forbids it), sending the whole rows tells.
  return failure ? failed(failure) : done(undefined);
}

async function writeTheirs(desk: Desk, me: Me, conflicts: readonly CellConflict[]): Promise<Outcome> {
  await desk.deps.workbook.command(async (editor) => {
    for (const link of new Set(conflicts.map((conflict) => conflict.link)))
      await writeTheirsInLink(
        desk,
        editor,
        me,
        link,
        conflicts.filter((conflict) => conflict.link === link),
      );
  });
  return done(undefined);
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
  const byRow = conflictsByRow(conflicts);
  const writes = current.rows.flatMap((row): readonly RowWrite[] => {
    const fields = byRow.get(row.known.id) ?? [];
    const open = fields.filter(({ column, mine }) => (row.reading.values[column] ?? null) === mine);
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

function conflictsByRow(conflicts: readonly CellConflict[]): ReadonlyMap<string, readonly CellConflict[]> {
  const byRow = new Map<string, CellConflict[]>();
  for (const conflict of conflicts) {
    const ofRow = byRow.get(conflict.rowId);
    if (ofRow) ofRow.push(conflict);
    else byRow.set(conflict.rowId, [conflict]);
  }
  return byRow;
}
