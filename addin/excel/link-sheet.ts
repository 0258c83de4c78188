import type { Sheet } from "../../shared/model/sheet.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import type { ListProposal } from "../../shared/recognition/proposal.ts";
import { controlCount, firstControl, insertControls, markApart, tearsTable } from "./control-columns.ts";
import { describeLink, originOf } from "./describe-link.ts";
import { ExcelRefusal } from "./failure.ts";
import { layOut } from "./link-layout.ts";
import { locateTable } from "./locate-table.ts";
import { installMarkingRules } from "./marking-rules.ts";
import type { LinkPlan, PlannedMerge } from "./plan-link.ts";
import { readSheet } from "./read-grid.ts";
import type { LinkRecord } from "./registry.ts";
import { saveLinks } from "./registry-store.ts";
import { withoutSheetFilter } from "./sheet-filter.ts";
import { freeTableName } from "./sheet-names.ts";
import { takeBackLink } from "./take-back-link.ts";
import { plainTableStyle } from "./plain-style.ts";
import { toInput } from "./typed-cell.ts";

/** What is linked, as the person saw and agreed to it. */
export interface LinkRequest {
  readonly id: string;
  readonly sheet: Sheet;
  readonly worksheetId: string;
  readonly proposal: ListProposal;
  /** The worksheet as it was looked at. */
  readonly grid: SheetGrid;
  readonly plan: LinkPlan;
  /** What the hidden reference says of the rows that stand apart, by row of the worksheet. */
  readonly apart: ReadonlyMap<number, string>;
}

/**
 * Makes a list of the staff a linked table that keeps its look, and keeps in the workbook that it is one. Refuses with
 * `sheet-changed` where the worksheet is no longer as it was looked at. Where anything fails the sheet is as before.
 */
export async function linkSheet(
  context: Excel.RequestContext,
  request: LinkRequest,
  workbookId: string,
): Promise<LinkRecord> {
  const worksheet = await requireSame(context, request);
  if (tearsTable(request.grid, request.plan))
    throw new ExcelRefusal({ code: "table-in-the-way", worksheet: request.proposal.worksheet });
  const names = await freeNames(context, request);
  const filter = await withoutSheetFilter(context, worksheet, request.plan.area);
  try {
    separateCells(worksheet, request.plan);
    await context.sync();
    await insertControls(context, worksheet, request);
    const table = await makeTable(context, worksheet, request, names);
    await filter.handOver(table);
    const link = await dress(context, request, await describeLink(context, table, request, filter.reach));
    await saveLinks(context, [link], workbookId);
    return link;
  } catch (error) {
    await takeBackLink(context, worksheet, request, {
      table: names.table,
      origin: originOf(request, [], null),
    });
    filter.giveBack();
    await context.sync();
    throw error;
  }
}

/** The worksheet, where it still is as it was looked at and may be changed. */
export async function requireSame(
  context: Excel.RequestContext,
  { worksheetId, grid }: Pick<LinkRequest, "worksheetId" | "grid">,
): Promise<Excel.Worksheet> {
  const now = await readSheet(context, worksheetId);
  if (!now?.grid || !isSameGrid(now.grid, grid))
    throw new ExcelRefusal({ code: "sheet-changed", worksheet: now?.worksheet ?? "" });
  if (now.grid.protected) throw new ExcelRefusal({ code: "protected", worksheet: now.worksheet });
  return context.workbook.worksheets.getItem(worksheetId);
}

/** Formulas that tell the hour change by themselves: of two readings only their text is compared. */
function isSameGrid(one: SheetGrid, other: SheetGrid): boolean {
  const isSameCell = (row: number, column: number) => {
    const formula = one.formulaAt(row, column);
    if (formula !== other.formulaAt(row, column)) return false;
    return formula !== undefined || one.cells[row]?.[column] === other.cells[row]?.[column];
  };
  return (
    one.cells.length === other.cells.length &&
    one.merges.length === other.merges.length &&
    one.cells.every(
      (line, row) =>
        line.length === other.cells[row]?.length && line.every((_, column) => isSameCell(row, column)),
    )
  );
}

async function freeNames(context: Excel.RequestContext, { sheet, proposal }: LinkRequest) {
  const tables = context.workbook.tables.load({ name: true });
  await context.sync();
  const taken = tables.items.map(({ name }) => name);
  return { table: proposal.table ?? freeTableName(`VAD_${sheet.id}`, taken) };
}

/** Separates merged cells, gives each of them the value where it is everybody's, and names columns. */
function separateCells(worksheet: Excel.Worksheet, { merges, writes }: LinkPlan): void {
  for (const merge of merges) separate(worksheet, merge);
  for (const { row, column, becomes } of writes)
    worksheet.getRangeByIndexes(row, column, 1, 1).values = [[toInput(becomes)]];
}

function separate(worksheet: Excel.Worksheet, { area, value, filled, format }: PlannedMerge): void {
  const { top, left, bottom, right } = area;
  const range = worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  range.unmerge();
  if (!filled) return;
  const first = worksheet.getRangeByIndexes(top, left, 1, 1);
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      if (row === top && column === left) continue;
      const cell = worksheet.getRangeByIndexes(row, column, 1, 1);
      if (format !== null) cell.copyFrom(first, "Formats");
      cell.values = [[toInput(value)]];
    }
}

/** The list as a table without a style of its own, or the table that it is, with the control columns in it. */
async function makeTable(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { proposal, plan, grid }: LinkRequest,
  names: { readonly table: string },
): Promise<Excel.Table> {
  const { top, left, bottom, right } = plan.area;
  const width = right - left + 1 + controlCount;
  const range = worksheet.getRangeByIndexes(top, firstControl(grid, plan), bottom - top + 1, width);
  if (proposal.table !== null) {
    const table = context.workbook.tables.getItem(proposal.table).load({ showTotals: true });
    await context.sync();
    table.resize(table.showTotals ? range.getResizedRange(1, 0) : range);
    await context.sync();
    return table;
  }
  const style = await plainTableStyle(context);
  const table = worksheet.tables.add(range, true);
  table.name = names.table;
  table.style = style;
  table.showBandedRows = false;
  table.showFilterButton = false;
  await context.sync();
  return table;
}

/** Sets rows apart, and lays the rules that show what is wrong. The rest of the sheet keeps its look. */
async function dress(
  context: Excel.RequestContext,
  { sheet, plan, apart }: LinkRequest,
  link: LinkRecord,
): Promise<LinkRecord> {
  const located = await locateTable(context, link);
  const layout = located ? layOut(sheet, link, located).layout : undefined;
  if (!layout) throw new Error(`the table ${link.tableName} is not there right after it was made`);
  markApart(layout, new Map([...apart].map(([row, text]) => [row - plan.area.top - 1, text])));
  const ruledRows = installMarkingRules(layout, 0);
  await context.sync();
  return { ...link, ruledRows };
}
