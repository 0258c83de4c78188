import { locateMatrix } from "./matrix-names.ts";
import type { LinkRecord } from "./registry.ts";
import { toInput } from "./typed-cell.ts";

/** Gives the months of a matrix the headers back that they had when it was linked, where they say something else. */
export async function restoreMatrixHeaders(context: Excel.RequestContext, link: LinkRecord): Promise<void> {
  const located = await locateMatrix(context, link);
  if (!located) return;
  const sheet = context.workbook.worksheets.getItem(located.worksheetId);
  const headers = Object.entries(link.matrix?.months ?? {}).flatMap(([month, was]) => {
    const area = located.areas.get(`month_${month}`);
    if (!area) return [];
    return [{ was, range: sheet.getRangeByIndexes(area.top, area.left, 1, 1).load({ values: true }) }];
  });
  await context.sync();
  for (const { was, range } of headers) if (range.values[0]?.[0] !== was) range.values = [[toInput(was)]];
  await context.sync();
}
