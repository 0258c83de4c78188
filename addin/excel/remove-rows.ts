import type { LinkLayout } from "./link-layout.ts";
import { toSpans } from "./spans.ts";
import { readReferences } from "./write-rows.ts";

/**
 * Takes the rows with these references out of the table; what lies below its columns moves up. Gives the references
 * that stay for now: a filtered table refuses to lose rows. A table keeps one row at least, which is emptied.
 */
export async function removeRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
  references: readonly string[],
): Promise<readonly string[]> {
  if (references.length === 0) return [];
  const { located } = layout;
  if (located.filtered) return references;
  const wanted = new Set(references);
  const positions = (await readReferences(context, layout)).flatMap((text, position) =>
    wanted.has(text) ? [position] : [],
  );
  const keepsNone = positions.length === located.rows;
  const doomed = keepsNone ? positions.slice(1) : positions;
  for (const { first, count } of toSpans(doomed).toReversed()) rowsOf(layout, first, count).delete("Up");
  if (keepsNone) rowsOf(layout, 0, 1).clear("Contents");
  await context.sync();
  return [];
}

function rowsOf({ located }: LinkLayout, first: number, count: number): Excel.Range {
  return located.sheet.getRangeByIndexes(
    located.top + 1 + first,
    located.left,
    count,
    located.columns.length,
  );
}
