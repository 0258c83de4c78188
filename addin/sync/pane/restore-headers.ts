import type { ApiFailure } from "../../api/failure.ts";
import type { CellWrite, RowWrite } from "../../excel/table-row.ts";
import { toCell } from "../accept-version.ts";
import { readLinkState, type LinkState, type Reader } from "../link-state.ts";
import { encodeReference } from "../reference.ts";
import type { Outcome } from "../session.ts";
import { fetchRows, type ServiceRow } from "../vanished.ts";
import { done, failed, type Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/**
 * Gives a linked table the headers of its definition back. A column that was deleted comes back with the values that the
 * service has, as an empty one would be taken for values that somebody erased; where the reference column was
 * deleted, rows are recognised by what they say.
 */
export function restoreHeaders(desk: Desk, linkId: string): Promise<Outcome> {
  return desk.perform("receiving", async ({ signal }) => {
    const { memory, deps } = desk;
    const { me } = memory;
    const before = memory.links.get(linkId);
    if (!me || !before) return failed({ code: "unauthenticated" });
    const needsService = before.troubles.some(
      ({ code }) => code !== "header-renamed" && code !== "protected",
    );
    const fetched = needsService ? await fetchRows(before.sheet, memory.schema, deps.api, signal) : nothing;
    if (fetched.failure) return failed(fetched.failure);
    const reader = readerOf(memory, me, deps.now());
    const restored = await deps.workbook.restoreColumns(before.sheet, before.link, reader.context);
    const state = { ...before, link: restored.link };
    // Whatever fails from here on, a retry must not add the columns again.
    memory.links.set(linkId, state);
    await deps.workbook.saveLinks([restored.link], memory.workbookId);
    await deps.workbook.command(async (editor) => {
      const read = await readLinkState(editor, state, reader);
      await editor.write(read.sheet, read.link, fillIn(read, restored.added, fetched.rows, reader));
      await editor.write(read.sheet, read.link, recognised(read));
      memory.links.set(linkId, await readLinkState(editor, read, reader));
    });
    return done(undefined);
  });
}

const nothing: { readonly rows: ReadonlyMap<string, ServiceRow>; readonly failure: ApiFailure | null } = {
  rows: new Map(),
  failure: null,
};

/** The values that the service has for columns that stand empty again. */
function fillIn(
  { rows, sheet }: LinkState,
  added: readonly string[],
  fetched: ReadonlyMap<string, ServiceRow>,
  { context }: Reader,
): readonly RowWrite[] {
  return rows.flatMap((row) => {
    const values = fetched.get(row.known.id)?.values;
    const cells = added.flatMap((column): readonly CellWrite[] => {
      const value = values?.[column] ?? null;
      return value === null ? [] : [{ column, was: "", becomes: toCell(sheet, column, value, context) }];
    });
    return cells.length === 0 ? [] : [{ position: row.position, expects: row.reference, cells }];
  });
}

/** References of rows that were recognised; those of other rows are given when they are sent. */
function recognised({ rows }: LinkState): readonly RowWrite[] {
  return rows.flatMap((row) => {
    if (!row.unnamed || row.dirty) return [];
    return [{ position: row.position, expects: row.reference, reference: encodeReference(row.known) }];
  });
}
