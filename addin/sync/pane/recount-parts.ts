import { toSpans } from "../../excel/spans.ts";
import type { Editor } from "../../excel/workbook.ts";
import { peerRules } from "../../../shared/peers/peer-questions.ts";
import type { LocalRow } from "../interpret-rows.ts";
import {
  isAsRead,
  judgeState,
  readerFor,
  readLinkPart,
  readLinkState,
  type LinkState,
  type Reader,
} from "../link-state.ts";
import { worksheetRow } from "../sheet-repairs.ts";
import type { Desk } from "./desk.ts";
import type { Reading } from "./hints.ts";
import { readerOf } from "./memory.ts";
import { markRows } from "./repair-commands.ts";

/**
 * Reads what changed of the links and judges it, and the links whose rules look at them. Where writing costs the person
 * no undo, rows that they changed are marked at once, and get back the formats and dropdowns that a paste took.
 */
export async function recountParts(desk: Desk, readingFor: (state: LinkState) => Reading): Promise<void> {
  const { memory, deps } = desk;
  if (!memory.me) return;
  const reader = readerOf(memory, memory.me, deps.now());
  const touched = new Map<string, ReadonlySet<string>>();
  await deps.workbook.background(async (editor) => {
    for (const [id, before] of memory.links) {
      const reading = readingFor(before);
      if (reading === "nothing") continue;
      const after =
        reading === "all"
          ? await readLinkState(editor, before, reader)
          : await readLinkPart(editor, before, reader, reading);
      if (memory.links.has(id)) memory.links.set(id, after);
      if (isAsRead(before)) touched.set(id, changedIds(before, after));
    }
  });
  judgeOthers(desk, reader, touched);
  await markLive(desk, reader, touched);
}

/** Judges all rows again as they were read, as more is known of others' rows. */
export function judgeAgain(desk: Desk): void {
  const { memory, deps } = desk;
  if (!memory.me) return;
  const reader = readerOf(memory, memory.me, deps.now());
  for (const [id, state] of memory.links) memory.links.set(id, judgeState(state, reader));
  desk.publish();
}

/** Rows whose cells say something else than before; what only our own columns say does not count. */
function changedIds(before: LinkState, after: LinkState): ReadonlySet<string> {
  const standing = new Set(before.rows.map(({ cells }) => cells));
  const cellsById = new Map(before.rows.map((row) => [row.known.id, JSON.stringify(row.cells)] as const));
  const isChanged = (row: LocalRow) =>
    !standing.has(row.cells) && cellsById.get(row.known.id) !== JSON.stringify(row.cells);
  return new Set(after.rows.filter(isChanged).map(({ known }) => known.id));
}

/** Judges the rows of the links again whose rules look at a record that changed in another one. */
function judgeOthers({ memory }: Desk, reader: Reader, touched: ReadonlyMap<string, unknown>): void {
  const records = new Set([...touched.keys()].map((id) => memory.links.get(id)?.sheet.id));
  for (const [id, state] of memory.links) {
    if (touched.has(id) || !peerRules(state.sheet).some(({ against }) => records.has(against))) continue;
    memory.links.set(id, judgeState(state, reader));
  }
}

async function markLive(
  { memory, deps }: Desk,
  reader: Reader,
  touched: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const marking = [...touched].filter(([, ids]) => ids.size > 0);
  if (marking.length === 0 || !(await deps.workbook.sparesUndo())) return;
  await deps.workbook.background(async (editor) => {
    for (const [id, ids] of marking) {
      const state = memory.links.get(id);
      if (state?.shape && !state.protected && !state.shape.matrix)
        memory.links.set(id, await markAndReadAgain(editor, state, reader, ids));
    }
  });
}

async function markAndReadAgain(
  editor: Editor,
  state: LinkState,
  reader: Reader,
  ids: ReadonlySet<string>,
): Promise<LinkState> {
  const rows = state.rows.filter(({ known }) => ids.has(known.id));
  await editor.dress(
    state.sheet,
    state.link,
    toSpans(rows.map(({ position }) => position)),
    readerFor(reader, state.link).context,
  );
  await markRows(editor, state, ids);
  return readLinkPart(
    editor,
    state,
    reader,
    toSpans(rows.map(({ position }) => worksheetRow(state, position))),
  );
}
