import { readLinkState } from "../link-state.ts";
import { withStatuses } from "../row-notes.ts";
import type { Outcome } from "../session.ts";
import type { RowsOfLink } from "../status-session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { forgetRows } from "./vanished-commands.ts";
import { readerOf } from "./memory.ts";

/**
 * Takes the reference from void rows that the sheet still shows: what they say is a new row each, which waits to be
 * sent. The void ones are no longer expected here.
 */
export function keepAsNew(desk: Desk, { link, rowIds }: RowsOfLink): Promise<Outcome> {
  return desk.perform("validating", async () => {
    const { memory, deps } = desk;
    const before = memory.links.get(link);
    if (!memory.me || !before) return failed({ code: "not-found" });
    const reader = readerOf(memory, memory.me, deps.now());
    const wanted = new Set(rowIds);
    await deps.workbook.command(async (editor) => {
      const read = await readLinkState(editor, before, reader);
      const writes = read.rows
        .filter(({ known }) => wanted.has(known.id) && read.notes.get(known.id)?.status?.is === "voided")
        .map(({ position, reference }) => ({ position, expects: reference, reference: "" }));
      await editor.write(read.sheet, read.link, writes);
      memory.links.set(link, await readLinkState(editor, read, reader));
    });
    const state = memory.links.get(link) ?? before;
    const standing = new Set(state.rows.map(({ known }) => known.id));
    const freed = rowIds.filter((id) => !standing.has(id));
    const notes = withStatuses(
      state.notes,
      freed.map((id) => [id, undefined] as const),
    );
    memory.links.set(link, { ...state, notes });
    await forgetRows(desk, link, freed);
    return done(undefined);
  });
}
