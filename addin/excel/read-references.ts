import type { LinkLayout } from "./link-layout.ts";

/** The texts of the reference column, first row first. */
export async function readReferences(
  context: Excel.RequestContext,
  { located, controls }: LinkLayout,
): Promise<readonly string[]> {
  const range = located.sheet
    .getRangeByIndexes(located.top + 1, controls.reference, located.rows, 1)
    .load({ values: true });
  await context.sync();
  return range.values.map(([text]) => String(text));
}
