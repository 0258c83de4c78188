import type { Sheet } from "../../shared/model/sheet.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import { written } from "./es.ts";
import { setNumberFormat } from "./number-format.ts";
import type { LinkPlan } from "./plan-link.ts";
import type { LinkLayout } from "./link-layout.ts";
import { colors, widthInPoints } from "./style.ts";

/** Reference, status and marks: left of what people fill in, no block pasted over the columns reaches them. */
export const controlCount = 3;

/** Width of the status column, in characters. */
const statusWidth = 14;

/** Headers of the control columns, apart from those that the table has. */
export function controlLabels(
  sheet: Sheet,
  headers: readonly string[] = [],
): readonly [string, string, string] {
  const labels = Object.values(sheet.columns).map(({ label }) => label);
  const taken = new Set([...labels, ...headers].map((label) => label.trim().toLowerCase()));
  const { reference, status, marks } = written.headers;
  return [
    free([reference, written.otherReferenceHeader], taken),
    free([status, written.otherStatusHeader], taken),
    free([marks, written.otherMarksHeader], taken),
  ];
}

function free([first, second]: readonly [string, string], taken: ReadonlySet<string>): string {
  if (!taken.has(first.toLowerCase())) return first;
  let label = second;
  for (let number = 2; taken.has(label.toLowerCase()); number += 1) label = `${second} ${number}`;
  return label;
}

/** What control columns are inserted into. */
interface Inserting {
  readonly sheet: Sheet;
  readonly plan: LinkPlan;
  readonly grid: SheetGrid;
}

/**
 * Whether the control columns of a table above or below stand left of this list too: they serve both, as inserting
 * others would tear that table.
 */
export function sharesControls({ tables, cells, hiddenColumns }: SheetGrid, { area }: LinkPlan): boolean {
  const first = area.left - controlCount;
  const isOthers = tables.some((table) => table.area.left === first && table.area.right >= area.left);
  const isControl = hiddenColumns.has(first) && hiddenColumns.has(first + 2) && !hiddenColumns.has(first + 1);
  if (first < 0 || !isOthers || !isControl) return false;
  for (let row = area.top; row <= area.bottom; row += 1)
    if (cells[row]?.slice(first, area.left).some((cell) => cell !== "")) return false;
  return true;
}

/** Whether inserting the control columns would tear a table above or below the list. */
export function tearsTable(grid: SheetGrid, plan: LinkPlan): boolean {
  const at = plan.area.left;
  return !sharesControls(grid, plan) && grid.tables.some(({ area }) => area.left < at && area.right >= at);
}

/** The first of the columns that the control columns stand in, or are inserted at. */
export const firstControl = (grid: SheetGrid, plan: LinkPlan): number =>
  sharesControls(grid, plan) ? plan.area.left - controlCount : plan.area.left;

/**
 * Inserts the control columns left of the staff's own as whole columns, so that titles, formulas, widths and whatever
 * else is on the sheet move along. Only the status is seen; its header looks like the staff's.
 */
export async function insertControls(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { sheet, plan, grid }: Inserting,
): Promise<void> {
  const { top, bottom } = plan.area;
  const left = firstControl(grid, plan);
  if (!sharesControls(grid, plan)) {
    worksheet.getRangeByIndexes(0, left, 1, controlCount).getEntireColumn().insert("Right");
    worksheet.getRangeByIndexes(0, left, 1, controlCount).getEntireColumn().clear("Formats");
  }
  const header = worksheet.getRangeByIndexes(top, left, 1, controlCount);
  header.copyFrom(worksheet.getRangeByIndexes(top, left + controlCount, 1, 1), "Formats");
  setNumberFormat(header, "@");
  header.values = [[...controlLabels(sheet, plan.names)]];
  const body = worksheet.getRangeByIndexes(top + 1, left, bottom - top, controlCount);
  setNumberFormat(body, "@");
  body.format.font.color = colors.quietText;
  for (const [at, isHidden] of [true, false, true].entries())
    worksheet.getRangeByIndexes(0, left + at, 1, 1).getEntireColumn().columnHidden = isHidden;
  worksheet.getRangeByIndexes(top, left + 1, 1, 1).format.columnWidth = widthInPoints(statusWidth);
  await context.sync();
}

/** Says of rows, by place in the table, that they stand apart. */
export function markApart({ located, controls }: LinkLayout, apart: ReadonlyMap<number, string>): void {
  for (const [position, text] of apart)
    located.sheet.getRangeByIndexes(located.top + 1 + position, controls.reference, 1, 1).values = [[text]];
}
