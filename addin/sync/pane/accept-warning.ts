import { reasonLength } from "../../../shared/contract/fields.ts";
import { givenFor } from "../../../shared/model/accepted-warning.ts";
import { isError } from "../../../shared/model/issue.ts";
import { judgeState, readerFor, readLinkState } from "../link-state.ts";
import { encodeReference } from "../reference.ts";
import { encodeNotes, withAcceptance } from "../row-notes.ts";
import type { CellIssue, Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/**
 * Accepts a warning for the value that its cell has. Acceptance and reason stay with the workbook until the row is sent;
 * a row that has no reference yet gets one, by which it is known then. Errors are not accepted.
 */
export function acceptWarning(
  desk: Desk,
  { link: id, rowId, issue }: CellIssue,
  reason: string,
): Promise<Outcome> {
  return desk.perform("validating", async () => {
    const { memory, deps } = desk;
    const { me } = memory;
    const shown = memory.links.get(id);
    if (!me) return failed({ code: "unauthenticated" });
    if (!shown || isError(issue) || reason.trim().length < reasonLength.min)
      return failed({ code: "bad-request" });
    const reader = readerOf(memory, me, deps.now());
    const state = await deps.workbook.command(async (editor) => {
      const read = await readLinkState(editor, shown, reader);
      const row = read.rows.find(({ known }) => known.id === rowId);
      if (!row) return read;
      const naming = {
        position: row.position,
        expects: row.reference,
        reference: encodeReference(row.known),
      };
      if (row.unnamed) await editor.write(read.sheet, read.link, [naming]);
      const named = row.unnamed ? await readLinkState(editor, read, reader) : read;
      const acceptance = {
        column: issue.column,
        code: issue.code,
        value: row.reading.values[issue.column] ?? null,
        given: givenFor(read.sheet, issue, row.reading.values, readerFor(reader, read.link).context),
        reason: reason.trim(),
        by: me.person.name,
        at: deps.now().toISOString(),
      };
      return judgeState({ ...named, notes: withAcceptance(named.notes, rowId, acceptance) }, reader);
    });
    memory.links.set(id, state);
    await deps.workbook.saveRowNotes(id, encodeNotes(state.notes));
    return done(undefined);
  });
}
