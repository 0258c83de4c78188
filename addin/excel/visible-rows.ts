import type { Span } from "./spans.ts";

/** Which rows of a worksheet, from 0, are neither filtered away nor hidden; all of none where the worksheet is gone. */
export async function visibleRows(
  context: Excel.RequestContext,
  worksheetId: string,
  spans: readonly Span[],
): Promise<ReadonlySet<number>> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
  await context.sync();
  if (worksheet.isNullObject) return new Set();
  const properties = spans.map(({ first, count }) =>
    worksheet.getRangeByIndexes(first, 0, count, 1).getRowProperties({ rowHidden: true }),
  );
  await context.sync();
  return new Set(
    spans.flatMap(({ first }, at) =>
      (properties[at]?.value ?? []).flatMap(({ rowHidden }, place) => (rowHidden ? [] : [first + place])),
    ),
  );
}
