import type { TableAnswer } from "../../shared/contract.ts";
import type { Months } from "../../shared/model/result.ts";
import { ExcelRefusal } from "./failure.ts";
import { columnLetters } from "./link-layout.ts";
import { locateTables, type LocatedTable } from "./locate-table.ts";
import { setNumberFormat } from "./number-format.ts";
import type { Place } from "./place.ts";
import { refreshComputedTable } from "./refresh-table.ts";
import type { TableRecord } from "./registry.ts";
import { freeTableName, freeWorksheetName } from "./sheet-names.ts";
import { alignments, styleHeader, widthInPoints } from "./style.ts";
import { nameLines } from "./table-lines.ts";

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
 * Inserts a computed table in a worksheet of its own, or with its title at the selected cell. Refuses with `occupied`
 * where the cells that it needs are not empty.
 */
export async function insertComputedTable(
  context: Excel.RequestContext,
  id: string,
  content: ComputedTable,
  where: "new-sheet" | "selection",
): Promise<TableRecord> {
  const tables = context.workbook.tables.load({ name: true });
  const { sheet, top, left } = await chooseCorner(context, content, where);
  const labels = content.answer.columns.map(({ label }) => label);
  const tableName = freeTableName(
    `VAD_${content.table.replaceAll("-", "_")}`,
    tables.items.map(({ name }) => name),
  );
  const header = sheet.getRangeByIndexes(top + rowsAbove, left, 1, labels.length);
  setNumberFormat(header, "@");
  header.values = [labels.map((label) => `'${label}`)];
  const table = sheet.tables.add(sheet.getRangeByIndexes(top + rowsAbove, left, 2, labels.length), true);
  table.name = tableName;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  table.load({ id: true });
  styleHeader(header, 2);
  content.answer.columns.forEach(({ layout }, at) => {
    const column = sheet.getRangeByIndexes(top + rowsAbove, left + at, 1, 1);
    column.format.columnWidth = widthInPoints(layout.width);
    column.format.horizontalAlignment = alignments[layout.align];
  });
  nameLines(context, id, (offset) => sheet.getRangeByIndexes(top + offset, left, 1, 1));
  await context.sync();
  const { table: tableCode, months } = content;
  const record = { id, table: tableCode, tableId: table.id, tableName, months, refreshedAt: null };
  await refreshComputedTable(context, record, content);
  sheet.activate();
  sheet.getRangeByIndexes(top, left, 1, 1).select();
  await context.sync();
  return { ...record, refreshedAt: content.refreshedAt };
}

async function chooseCorner(
  context: Excel.RequestContext,
  { title, answer }: ComputedTable,
  where: "new-sheet" | "selection",
) {
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
