import type { Sheet } from "../../shared/model/sheet.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import type { ListProposal } from "../../shared/recognition/proposal.ts";
import { controlCount, controlLabels, firstControl } from "./control-columns.ts";
import { locateTable } from "./locate-table.ts";
import { removeMarkingRules } from "./marking-rules.ts";
import type { LinkPlan } from "./plan-link.ts";
import { restoreHeaderCells, restoreMerge } from "./restore-cells.ts";
import type { Origin } from "./registry.ts";
import { forgetLinkRecord } from "./registry-store.ts";

interface Attempt {
  readonly id: string;
  readonly sheet: Sheet;
  readonly proposal: ListProposal;
  readonly plan: LinkPlan;
  readonly grid: SheetGrid;
}

/**
 * Undoes as much of a linking as was done before it failed. Excel may have done what it reports as failed, so the sheet
 * itself is asked.
 */
export async function takeBackLink(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { id, sheet, proposal, plan, grid }: Attempt,
  made: { readonly table: string; readonly origin: Origin },
): Promise<void> {
  const { top, left, bottom } = plan.area;
  const table = context.workbook.tables.getItemOrNullObject(made.table);
  const control = firstControl(grid, plan);
  const first = worksheet.getRangeByIndexes(top, control, 1, 1).load({ values: true });
  await context.sync();
  const located = table.isNullObject
    ? null
    : await locateTable(context, { tableId: made.table, tableName: made.table });
  if (located) await removeMarkingRules(context, { located });
  if (proposal.table === null && !table.isNullObject) table.convertToRange();
  const [reference] = controlLabels(sheet, plan.names);
  if (first.values[0]?.[0] === reference) {
    const cells = worksheet.getRangeByIndexes(top, control, bottom - top + 1, controlCount);
    if (control < left) cells.clear();
    else cells.getEntireColumn().delete("Left");
  }
  await context.sync();
  await restoreHeaderCells(context, worksheet, made.origin.headers, (row, column) => [
    top + row,
    left + column,
  ]);
  for (const merge of made.origin.merges)
    restoreMerge(worksheet, top + merge.row, left + merge.column, merge);
  await context.sync();
  await forgetLinkRecord(context, id);
}
