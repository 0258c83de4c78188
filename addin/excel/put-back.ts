import { ExcelRefusal } from "./failure.ts";
import { forgetLinkTexts } from "./link-part.ts";
import { locateTable, type LocatedTable } from "./locate-table.ts";
import { removeMarkingRules } from "./marking-rules.ts";
import type { LinkRecord, Origin } from "./registry.ts";
import { forgetLinkRecord } from "./registry-store.ts";
import { restoreHeaderCells } from "./restore-cells.ts";
import { restoreMerges } from "./restore-merges.ts";
import { criteriaOf, filterCells } from "./sheet-filter.ts";
import { toSpans } from "./spans.ts";
import { withoutFilter } from "./table-filter.ts";

/** Rows of a worksheet. */
const lastRow = 1_048_576;

/**
 * Makes a linked sheet of the staff what it was: without control columns, with its merged cells, headers and filter, and
 * as cells where it was no table. What people wrote since stays. The link is forgotten; the rows in the service stay.
 */
export async function putBack(context: Excel.RequestContext, link: LinkRecord): Promise<void> {
  const { origin } = link;
  const located = await locateTable(context, link);
  if (!located || !origin) throw new ExcelRefusal({ code: "table-missing" });
  if (located.protected) throw new ExcelRefusal({ code: "protected", worksheet: located.worksheet });
  await removeMarkingRules(context, { located });
  const criteria = origin.filter ? await criteriaOf(context, located.table) : [];
  if (!origin.wasTable) located.table.convertToRange();
  await context.sync();
  const columns = await removeControls(context, located, link, origin);
  await restore(context, located, origin, columns);
  filterAgain(located, origin, columns, criteria);
  await context.sync();
  await forgetLinkRecord(context, link.id);
  await forgetLinkTexts(context, link.id);
}

/** Takes the control columns out with their whole columns. Gives where each column stands then, by its id. */
async function removeControls(
  context: Excel.RequestContext,
  located: LocatedTable,
  link: LinkRecord,
  { wasTable }: Origin,
): Promise<ReadonlyMap<number, number>> {
  const ids = new Set(Object.values(link.controls));
  if (await areShared(context, located, ids)) return clearControls(context, located, ids, wasTable);
  const controls = located.columns.filter(({ id }) => ids.has(id)).map(({ column }) => column);
  const remove = async () => {
    for (const { first, count } of toSpans(controls).toReversed())
      located.sheet.getRangeByIndexes(0, first, 1, count).getEntireColumn().delete("Left");
    await context.sync();
  };
  if (wasTable) await withoutFilter(context, located, remove);
  else await remove();
  return new Map(
    located.columns
      .filter(({ id }) => !ids.has(id))
      .map(({ id, column }) => [id, column - controls.filter((control) => control < column).length]),
  );
}

/** Whether the control columns serve another table too, or people wrote something in them above or below. */
async function areShared(
  context: Excel.RequestContext,
  { sheet, top, rows, columns }: LocatedTable,
  ids: ReadonlySet<number>,
): Promise<boolean> {
  const below = top + 1 + rows;
  const parts = columns
    .filter(({ id }) => ids.has(id))
    .flatMap(({ column }) => [
      ...(top > 0 ? [sheet.getRangeByIndexes(0, column, top, 1)] : []),
      sheet.getRangeByIndexes(below, column, lastRow - below, 1),
    ]);
  const used = parts.map((part) => part.getUsedRangeOrNullObject(true));
  await context.sync();
  return used.some((part) => !part.isNullObject);
}

/** Empties the cells of the control columns; the columns stay for whatever else is in them. */
async function clearControls(
  context: Excel.RequestContext,
  { table, sheet, top, left, rows, totals, columns }: LocatedTable,
  ids: ReadonlySet<number>,
  wasTable: boolean,
): Promise<ReadonlyMap<number, number>> {
  const lines = rows + 1 + (totals ? 1 : 0);
  const own = columns.filter(({ id }) => !ids.has(id));
  const first = own[0]?.column ?? left;
  if (wasTable) table.resize(sheet.getRangeByIndexes(top, first, lines, own.length));
  for (const { column } of columns.filter(({ id }) => ids.has(id)))
    sheet.getRangeByIndexes(top, column, lines, 1).clear();
  await context.sync();
  return new Map(own.map(({ id, column }) => [id, column]));
}

async function restore(
  context: Excel.RequestContext,
  located: LocatedTable,
  origin: Origin,
  columns: ReadonlyMap<number, number>,
): Promise<void> {
  const { sheet, top } = located;
  const columnAt = (at: number) => columns.get(origin.columns[at] ?? -1);
  await restoreHeaderCells(context, sheet, origin.headers, (row, at) => {
    const column = columnAt(at);
    return column === undefined || top + row < 0 ? undefined : [top + row, column];
  });
  await restoreMerges(context, located, origin, columnAt);
}

function filterAgain(
  { sheet, top, rows, columns: all }: LocatedTable,
  { filter, wasTable, columns: own }: Origin,
  columns: ReadonlyMap<number, number>,
  criteria: readonly (Excel.FilterCriteria | null)[],
): void {
  const first = filter && columns.get(own[Math.max(0, filter.column)] ?? -1);
  if (wasTable || !filter || first === null || first === undefined) return;
  const skipped = all.findIndex(({ id }) => id === own[Math.max(0, filter.column)]);
  const cells = sheet.getRangeByIndexes(top, first, rows + 1, filter.columns);
  filterCells(sheet, cells, criteria.slice(skipped, skipped + filter.columns));
}
