import type { ApiFailure } from "../../api/failure.ts";
import type { CellWrite, RowWrite } from "../../excel/table-row.ts";
import type { Editor } from "../../excel/workbook.ts";
import { toCell } from "../accept-version.ts";
import { readLinkState, readerFor, type LinkState, type Reader } from "../link-state.ts";
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
    const open = withoutMissing(before);
    memory.links.set(linkId, open);
    await deps.workbook.saveLinks([open.link], memory.workbookId);
    const restored = await deps.workbook.restoreColumns(before.sheet, open.link, reader.context);
    const state = { ...open, link: restored.link };
    const mended = await deps.workbook.command((editor) =>
      fillAndRecognise(editor, state, restored.added, fetched.rows, reader),
    );
    memory.links.set(linkId, mended);
    await deps.workbook.saveLinks([restored.link], memory.workbookId);
    return done(undefined);
  });
}

/** An id that no column has. */
const noColumn = -1;

/**
 * A link that knows its missing columns for missing until they are filled in: Excel may give a new column the id of one
 * that was deleted, and an empty one would be sent as values that somebody erased.
 */
function withoutMissing(state: LinkState): LinkState {
  const columns = { ...state.link.columns };
  for (const trouble of state.troubles)
    if (trouble.code === "column-missing") columns[trouble.column] = noColumn;
  return { ...state, link: { ...state.link, columns } };
}

/** How often rows are filled in that somebody changed or moved in that moment. */
const attempts = 3;

async function fillAndRecognise(
  editor: Editor,
  state: LinkState,
  added: readonly string[],
  rows: ReadonlyMap<string, ServiceRow>,
  reader: Reader,
): Promise<LinkState> {
  let read = await readLinkState(editor, state, reader);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const lost = await editor.write(read.sheet, read.link, fillIn(read, added, rows, reader));
    if (lost.length === 0) break;
    read = await readLinkState(editor, read, reader);
  }
  await editor.write(read.sheet, read.link, recognised(read));
  return readLinkState(editor, read, reader);
}

const nothing: { readonly rows: ReadonlyMap<string, ServiceRow>; readonly failure: ApiFailure | null } = {
  rows: new Map(),
  failure: null,
};

/** The values that the service has for columns that stand empty again. */
function fillIn(
  { rows, sheet, link }: LinkState,
  added: readonly string[],
  fetched: ReadonlyMap<string, ServiceRow>,
  reader: Reader,
): readonly RowWrite[] {
  const { context } = readerFor(reader, link);
  return rows.flatMap((row) => {
    const values = fetched.get(row.known.id)?.values;
    const cells = added.flatMap((column): readonly CellWrite[] => {
      const value = values?.[column] ?? null;
      const isEmpty = (row.cells[column] ?? "") === "";
      return value === null || !isEmpty
        ? []
        : [{ column, was: "", becomes: toCell(sheet, column, value, context) }];
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
