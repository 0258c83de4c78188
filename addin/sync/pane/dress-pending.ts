import { toSpans } from "../../excel/spans.ts";
import type { Editor } from "../../excel/workbook.ts";
import { readerFor, type LinkState, type Reader } from "../link-state.ts";

/** The rows that wait to be sent. */
export const pendingIds = ({ rows }: LinkState): readonly string[] =>
  rows.filter(({ dirty }) => dirty).map(({ known }) => known.id);

/** Rows that somebody wrote get back the formats and dropdowns that a paste may have taken. */
export async function dressPending(
  editor: Editor,
  state: LinkState,
  ids: ReadonlySet<string>,
  reader: Reader,
): Promise<void> {
  if (!state.shape || state.protected) return;
  const places = state.rows.filter(({ known }) => ids.has(known.id)).map(({ position }) => position);
  await editor.dress(state.sheet, state.link, toSpans(places), readerFor(reader, state.link).context);
}
