import { readLinkState } from "../link-state.ts";
import { encodeReference } from "../reference.ts";
import type { Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/**
 * Drops what a matrix keeps about records that the service no longer has: what is typed into their cells next is a new
 * record. In a table a row that is gone took its reference along.
 */
export async function dropReferences(
  { memory, deps }: Desk,
  id: string,
  rows: readonly string[],
): Promise<void> {
  const state = memory.links.get(id);
  const { me } = memory;
  if (!me || state?.link.layout !== "matrix" || rows.length === 0) return;
  const doomed = rows.flatMap((row) => {
    const known = state.known.get(row);
    return known ? [{ reference: encodeReference({ id: row, ...known }), cells: {} }] : [];
  });
  const reader = readerOf(memory, me, deps.now());
  await deps.workbook.command(async (editor) => {
    const read = await readLinkState(editor, state, reader);
    if (read.shape && !read.protected) await editor.remove(state.sheet, state.link, doomed);
  });
}
