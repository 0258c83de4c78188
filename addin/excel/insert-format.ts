import { setNumberFormat } from "./number-format.ts";
import { isRequired } from "../../shared/model/check-row.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnKeys, columnOf, type Sheet } from "../../shared/model/sheet.ts";
import { formatLine } from "../../shared/text/format-line.ts";
import { alignColumnCells, columnWidth, optionsByColumn, styleColumnCells } from "./column-style.ts";
import { controlCount, controlLabels } from "./control-columns.ts";
import { prepareDropdowns } from "./dropdowns.ts";
import { layOut, type LinkLayout } from "./link-layout.ts";
import { locateTable } from "./locate-table.ts";
import { installMarkingRules } from "./marking-rules.ts";
import { setUpPrinting } from "./print-setup.ts";
import type { LinkRecord, Scope } from "./registry.ts";
import { forgetLinkRecord, saveLinks } from "./registry-store.ts";
import { freeTableName, freeWorksheetName } from "./sheet-names.ts";
import { colors, drawHairlines, styleHeader, widthInPoints, writeTitle } from "./style.ts";

/** What a new format is made of. */
export interface FormatRequest {
  readonly id: string;
  readonly sheet: Sheet;
  /** The definition's columns that the person may read, in order. */
  readonly columns: readonly string[];
  readonly scope: Scope;
  readonly context: Context;
}

/** Title, purpose and format line stand above, then a blank row; the header is the fifth. */
const headerRow = 4;
/**
 * Inserts the format of a record in a worksheet of its own, shows it, and keeps in the workbook that it is there. Gives
 * what was kept. Where that fails nothing of it stays.
 */
export async function insertFormat(
  context: Excel.RequestContext,
  request: FormatRequest,
  workbookId: string,
): Promise<LinkRecord> {
  const names = await freeNames(context, request.sheet);
  try {
    const { worksheet, table } = createTable(context, request, names);
    const columns = table.columns.load({ id: true });
    table.load({ id: true });
    await context.sync();
    const ids = columns.items.map(({ id }) => id);
    const dressed = await dress(context, request, newLink(request, table.id, names.table, ids));
    worksheet.activate();
    worksheet.getRangeByIndexes(headerRow + 1, controlCount, 1, 1).select();
    await saveLinks(context, [dressed], workbookId);
    return dressed;
  } catch (error) {
    await takeAway(context, request.id, names.table);
    throw error;
  }
}

function newLink(
  { id, sheet, columns, scope }: FormatRequest,
  tableId: string,
  tableName: string,
  ids: readonly number[],
): LinkRecord {
  return {
    id,
    sheet: sheet.id,
    tableId,
    tableName,
    columns: Object.fromEntries(columns.map((key, at) => [key, ids[controlCount + at] ?? 0])),
    defined: [...columnKeys(sheet)],
    controls: { reference: ids[0] ?? 0, status: ids[1] ?? 0, marks: ids[2] ?? 0 },
    scope,
    cursor: null,
    lastSync: null,
    toRemove: [],
    ruledRows: 0,
    headers: {},
    habits: {},
    context: {},
    origin: null,
    layout: "list",
    matrix: null,
  };
}

/** Excel may have done what it reports as failed: the table's name, which was free before, tells whether it is there. */
async function takeAway(context: Excel.RequestContext, id: string, tableName: string): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(tableName);
  await context.sync();
  if (!table.isNullObject) table.worksheet.delete();
  await forgetLinkRecord(context, id);
}

async function freeNames(context: Excel.RequestContext, sheet: Sheet) {
  const worksheets = context.workbook.worksheets.load({ name: true });
  const tables = context.workbook.tables.load({ name: true });
  await context.sync();
  return {
    worksheet: freeWorksheetName(
      sheet.label,
      worksheets.items.map(({ name }) => name),
    ),
    table: freeTableName(
      `VAD_${sheet.id}`,
      tables.items.map(({ name }) => name),
    ),
  };
}

function createTable(
  context: Excel.RequestContext,
  { sheet, columns }: FormatRequest,
  names: { readonly worksheet: string; readonly table: string },
) {
  const worksheet = context.workbook.worksheets.add(names.worksheet);
  const labels = [...controlLabels(sheet), ...columns.map((key) => columnOf(sheet, key).label)];
  const header = worksheet.getRangeByIndexes(headerRow, 0, 1, labels.length);
  setNumberFormat(header, "@");
  header.values = [labels];
  const table = worksheet.tables.add(worksheet.getRangeByIndexes(headerRow, 0, 2, labels.length), true);
  table.name = names.table;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  return { worksheet, table };
}

async function dress(
  context: Excel.RequestContext,
  { sheet, context: world }: FormatRequest,
  link: LinkRecord,
): Promise<LinkRecord> {
  const located = await locateTable(context, link);
  const layout = located ? layOut(sheet, link, located).layout : undefined;
  if (!layout) throw new Error(`the table ${link.tableName} is not there right after it was made`);
  formatColumns(layout, sheet);
  writeHeading(layout, sheet);
  dressHeader(layout, sheet);
  await dressRows(context, layout, sheet, world, { first: 0, count: layout.located.rows });
  layout.located.sheet.freezePanes.freezeRows(headerRow + 1);
  setUpPrinting(layout, sheet);
  return { ...link, ruledRows: installMarkingRules(layout, 0) };
}

/**
 * The whole columns of the worksheet get their number formats: rows pasted below the table are read before the table
 * takes them in, and text that looks like a number would lose its zeros there.
 */
function formatColumns({ located, columns }: LinkLayout, sheet: Sheet): void {
  for (const [key, column] of columns)
    alignColumnCells(sheet, key, located.sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn());
}

function writeHeading({ located }: LinkLayout, { label, purpose, format }: Sheet): void {
  const cellAt = (row: number) => located.sheet.getRangeByIndexes(row, 1, 1, 1);
  writeTitle(cellAt(0), label, [
    { cell: cellAt(1), text: purpose },
    { cell: cellAt(2), text: formatLine(format) },
  ]);
}

function dressHeader({ located, controls, columns }: LinkLayout, sheet: Sheet): void {
  const { sheet: worksheet, top } = located;
  const header = worksheet.getRangeByIndexes(top, located.left, 1, located.columns.length);
  setNumberFormat(header, "@");
  header.format.horizontalAlignment = "Left";
  styleHeader(header, 3);
  for (const column of [controls.reference, controls.marks]) {
    worksheet.getRangeByIndexes(top, column, 1, 1).getEntireColumn().columnHidden = true;
  }
  setWidth(worksheet, top, controls.status, 14);
  for (const [key, column] of columns) {
    setWidth(worksheet, top, column, columnWidth(sheet, key));
    if (isRequired(columnOf(sheet, key), {})) markRequired(worksheet.getRangeByIndexes(top, column, 1, 1));
  }
}

function setWidth(worksheet: Excel.Worksheet, row: number, column: number, characters: number): void {
  worksheet.getRangeByIndexes(row, column, 1, 1).format.columnWidth = widthInPoints(characters);
}

/** A green edge says "obligatoria"; the header's text stays the column's name. */
function markRequired(header: Excel.Range): void {
  const edge = header.format.borders.getItem("EdgeBottom");
  edge.style = "Continuous";
  edge.weight = "Medium";
  edge.color = colors.requiredEdge;
}

/** Gives rows of the table the formats, dropdowns and prompts of their columns, also when they are added later. */
export async function dressRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
  sheet: Sheet,
  world: Context,
  rows: { readonly first: number; readonly count: number },
): Promise<void> {
  const { located, controls, columns } = layout;
  const dropdowns = await prepareDropdowns(context, optionsByColumn(sheet, columns.keys(), world));
  const cellsOf = (column: number, count = 1) =>
    located.sheet.getRangeByIndexes(located.top + 1 + rows.first, column, rows.count, count);
  for (const column of [controls.reference, controls.status, controls.marks]) {
    setNumberFormat(cellsOf(column), "@");
    cellsOf(column).format.font.color = colors.quietText;
  }
  for (const [key, column] of columns) styleColumnCells(sheet, key, cellsOf(column), dropdowns.get(key));
  drawHairlines(cellsOf(located.left, located.columns.length));
}
