import type { TableAnswer } from "../../shared/contract.ts";
import type { Months } from "../../shared/model/result.ts";
import { ExcelRefusal } from "./failure.ts";
import { columnLetters } from "../../shared/text/column-letters.ts";
import { locateTables, type LocatedTable } from "./locate-table.ts";
import { setNumberFormat } from "./number-format.ts";
import type { Place } from "./place.ts";
import type { TableRecord } from "./registry.ts";
import { forgetTableRecord, saveTables } from "./registry-store.ts";
import { freeTableName, freeWorksheetName } from "./sheet-names.ts";
import { alignments, styleHeader, widthInPoints } from "./style.ts";
import { forgetLines, nameLines } from "./table-lines.ts";

/** A computed table as it is to stand in the workbook. */
export interface ComputedTable {
  readonly table: string;
  readonly title: string;
  readonly months: Months;
  /** The period and the moment of the figures, as people read them. */
  readonly subtitle: string;
  /** What the table says when the period has no rows. */
  readonly emptyText: string;
  readonly refreshedAt: string;
  readonly answer: TableAnswer;
}

/** Where a computed table stands, or null where it was deleted. */
export interface TableStand {
  readonly id: string;
  readonly place: Place | null;
}

/** Title, subtitle and notes stand above the header, with a blank row between. */
const rowsAbove = 4;

/**
 * Inserts a computed table in a worksheet of its own, or with its title at the selected cell, and keeps in the workbook
 * that it is there; refreshing brings its figures. Where that fails nothing of it stays. Refuses with `occupied` where
 * the cells that it needs are not empty.
 */
export async function insertComputedTable(
  context: Excel.RequestContext,
  id: string,
  content: ComputedTable,
  where: "new-sheet" | "selection",
  workbookId: string,
): Promise<TableRecord> {
  const tables = context.workbook.tables.load({ name: true });
  const corner = await chooseCorner(context, content, where);
  const tableName = freeTableName(
    `VAD_${content.table.replaceAll("-", "_")}`,
    tables.items.map(({ name }) => name),
  );
  try {
    const table = drawTable(corner, content, tableName);
    nameLines(context, id, (offset) =>
      corner.sheet.getRangeByIndexes(corner.top + offset, corner.left, 1, 1),
    );
    corner.sheet.activate();
    corner.sheet.getRangeByIndexes(corner.top, corner.left, 1, 1).select();
    await context.sync();
    const { table: tableCode, months } = content;
    const record = { id, table: tableCode, tableId: table.id, tableName, months, refreshedAt: null };
    await saveTables(context, [record], workbookId);
    return record;
  } catch (error) {
    await takeAway(context, id, tableName, where);
    throw error;
  }
}

interface Corner {
  readonly sheet: Excel.Worksheet;
  readonly top: number;
  readonly left: number;
}

/** The table with its header and one blank row. */
function drawTable({ sheet, top, left }: Corner, { answer }: ComputedTable, tableName: string): Excel.Table {
  const labels = answer.columns.map(({ label }) => label);
  const header = sheet.getRangeByIndexes(top + rowsAbove, left, 1, labels.length);
  setNumberFormat(header, "@");
  header.values = [labels.map((label) => `'${label}`)];
  const table = sheet.tables.add(sheet.getRangeByIndexes(top + rowsAbove, left, 2, labels.length), true);
  table.name = tableName;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  styleHeader(header, 2);
  answer.columns.forEach(({ layout }, at) => {
    const column = sheet.getRangeByIndexes(top + rowsAbove, left + at, 1, 1);
    column.format.columnWidth = widthInPoints(layout.width);
    column.format.horizontalAlignment = alignments[layout.align];
  });
  return table.load({ id: true });
}

/** Excel may have done what it reports as failed: the name, which was free before, tells whether the table is there. */
async function takeAway(
  context: Excel.RequestContext,
  id: string,
  tableName: string,
  where: "new-sheet" | "selection",
): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(tableName);
  await context.sync();
  if (!table.isNullObject && where === "new-sheet") table.worksheet.delete();
  if (!table.isNullObject && where === "selection") table.convertToRange().clear();
  await forgetLines(context, id);
  await forgetTableRecord(context, id);
}

async function chooseCorner(
  context: Excel.RequestContext,
  { title, answer }: ComputedTable,
  where: "new-sheet" | "selection",
): Promise<Corner> {
  if (where === "new-sheet") {
    const worksheets = context.workbook.worksheets.load({ name: true });
    await context.sync();
    const name = freeWorksheetName(
      title,
      worksheets.items.map((item) => item.name),
    );
    return { sheet: worksheets.add(name), top: 0, left: 0 };
  }
  const corner = context.workbook.getActiveCell().load({ rowIndex: true, columnIndex: true });
  const sheet = corner.worksheet.load({ name: true });
  const needed = corner.getAbsoluteResizedRange(
    rowsAbove + 1 + Math.max(1, answer.rows.length),
    answer.columns.length,
  );
  const used = needed.getUsedRangeOrNullObject(true);
  await context.sync();
  if (!used.isNullObject) throw new ExcelRefusal({ code: "occupied", worksheet: sheet.name });
  return { sheet, top: corner.rowIndex, left: corner.columnIndex };
}

/** Where computed tables stand now. */
export async function standOfTables(
  context: Excel.RequestContext,
  records: readonly TableRecord[],
): Promise<readonly TableStand[]> {
  const located = await locateTables(context, records);
  return records.map(({ id }, at) => ({ id, place: placeOfTable(located[at] ?? null) }));
}

function placeOfTable(located: LocatedTable | null): Place | null {
  if (!located) return null;
  const { worksheetId, worksheet, top, left, rows, columns } = located;
  const last = columnLetters(left + columns.length - 1);
  return { worksheetId, worksheet, address: `${columnLetters(left)}${top + 1}:${last}${top + 1 + rows}` };
}
