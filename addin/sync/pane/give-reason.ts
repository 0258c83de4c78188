import { readLinkState } from "../link-state.ts";
import { rowsWithoutReason } from "../reasons.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/** Gives the changes of a matrix that lack a reason this one. It is kept in the workbook until they are sent. */
export function giveReason(
  desk: Desk,
  id: string,
  text: string,
): Promise<Outcome<{ readonly rows: number }>> {
  return desk.perform("validating", async () => {
    const { memory, deps } = desk;
    const before = memory.links.get(id);
    const column = before?.sheet.versioning?.reason;
    if (!memory.me || !before || column === undefined) return failed({ code: "not-found" });
    const reader = readerOf(memory, memory.me, deps.now());
    const rows = await deps.workbook.command(async (editor) => {
      const read = await readLinkState(editor, before, reader);
      const waiting = rowsWithoutReason(read);
      const cells = [{ column, was: "", becomes: text.trim() }];
      const writes = waiting.map(({ position, reference }) => ({ position, expects: reference, cells }));
      const lost = await editor.write(read.sheet, read.link, writes);
      memory.links.set(id, await readLinkState(editor, read, reader));
      return waiting.length - lost.length;
    });
    return done({ rows });
  });
}
