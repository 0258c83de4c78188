import type { TableAnswer } from "../../shared/contract.ts";
import type { Months } from "../../shared/model/result.ts";
import type { Cell } from "../../shared/model/value.ts";
import { growTable } from "./append-rows.ts";
import { columnLetters } from "./link-layout.ts";
import { locateTable, locateTables, type LocatedTable } from "./locate-table.ts";
import { setNumberFormat } from "./number-format.ts";
import type { Place } from "./place.ts";
import type { TableRecord } from "./registry.ts";
import { ExcelRefusal } from "./failure.ts";
import { send } from "./run.ts";
import { freeTableName, freeWorksheetName } from "./sheet-names.ts";
import { toSpans } from "./spans.ts";
import { colors, drawHairlines, styleHeader, widthInPoints, writeTitle } from "./style.ts";
import { toInput } from "./typed-cell.ts";

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
const rowsPerWrite = 1_000;

/**
 * Inserts a computed table in a worksheet of its own, or with its title at the selected cell. Refuses with `no-room`
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
  styleHeader(header);
  content.answer.columns.forEach(({ layout }, at) => {
    const column = sheet.getRangeByIndexes(top + rowsAbove, left + at, 1, 1);
    column.format.columnWidth = widthInPoints(layout.width);
    column.format.horizontalAlignment = alignments[layout.align];
  });
  for (const line of lines) {
    context.workbook.names.add(
      lineName(id, line),
      sheet.getRangeByIndexes(top + lineOffset[line], left, 1, 1),
    ).visible = false;
  }
  await context.sync();
  const { table: tableCode, months } = content;
  const record = { id, table: tableCode, tableId: table.id, tableName, months, refreshedAt: null };
  await refreshComputedTable(context, record, content);
  sheet.activate();
  sheet.getRangeByIndexes(top, left, 1, 1).select();
  await context.sync();
  return { ...record, refreshedAt: content.refreshedAt };
}

/** The lines above the table that are rewritten; hidden names follow them wherever they are moved. */
const lines = ["titulo", "periodo", "notas"] as const;
type Line = (typeof lines)[number];
const lineOffset: Readonly<Record<Line, number>> = { titulo: 0, periodo: 1, notas: 2 };
const lineName = (id: string, line: Line): string => `VAD_${id}_${line}`;

const alignments = { left: "Left", center: "Center", right: "Right" } as const;

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
  if (!used.isNullObject) throw new ExcelRefusal({ code: "no-room", worksheet: sheet.name });
  return { sheet, top: corner.rowIndex, left: corner.columnIndex };
}

/**
 * Writes new figures into a computed table where it stands: it grows and shrinks with what lies below, and columns that
 * people added stay. False where the table is no longer there.
 */
export async function refreshComputedTable(
  context: Excel.RequestContext,
  record: TableRecord,
  content: ComputedTable,
): Promise<boolean> {
  const located = await locateTable(context, record);
  if (!located) return false;
  if (located.protected) throw new ExcelRefusal({ code: "protected", worksheet: located.worksheet });
  await writeLines(context, record, content);
  const rows = rowsOf(content);
  const columns = await ensureColumns(context, located, content);
  await resizeBody(context, located, rows.length);
  context.application.suspendScreenUpdatingUntilNextSync();
  dressBody(located, columns, content, rows.length);
  for (let first = 0; first < rows.length; first += rowsPerWrite) {
    writeBody(located, columns, rows.slice(first, first + rowsPerWrite), first);
    await send(context);
  }
  located.table.reapplyFilters();
  await context.sync();
  return true;
}

type TableRow = TableAnswer["rows"][number];

function rowsOf({ answer, emptyText }: ComputedTable): readonly TableRow[] {
  if (answer.rows.length > 0) return answer.rows;
  return [{ cells: answer.columns.map((_column, at) => (at === 0 ? emptyText : null)) }];
}

async function writeLines(
  context: Excel.RequestContext,
  { id }: TableRecord,
  { title, subtitle, answer }: ComputedTable,
): Promise<void> {
  const named = lines.map((line) => context.workbook.names.getItemOrNullObject(lineName(id, line)));
  await context.sync();
  const cells = named.map((name) => (name.isNullObject ? null : name.getRangeOrNullObject()));
  await context.sync();
  const [titleCell, ...others] = cells.map((cell) => (cell && !cell.isNullObject ? cell : null));
  const texts = [subtitle, answer.notes.join(" ")];
  if (titleCell) writeTitle(titleCell, title, []);
  others.forEach((cell, at) => {
    if (!cell) return;
    cell.values = [[texts[at] ? `'${texts[at]}` : ""]];
    cell.format.font.color = colors.quietText;
  });
}

/** Worksheet columns of the answer's columns, found by header; those that are missing are added at the end. */
async function ensureColumns(
  context: Excel.RequestContext,
  located: LocatedTable,
  { answer }: ComputedTable,
): Promise<readonly number[]> {
  const byName = new Map(located.columns.map(({ name, column }) => [name, column]));
  let next = located.left + located.columns.length;
  const columns = answer.columns.map(({ label }) => {
    const known = byName.get(label);
    if (known !== undefined) return known;
    located.table.columns.add(undefined, undefined, label);
    next += 1;
    return next - 1;
  });
  await context.sync();
  return columns;
}

async function resizeBody(context: Excel.RequestContext, located: LocatedTable, rows: number): Promise<void> {
  const { sheet, top, left, columns } = located;
  if (rows > located.rows) await growTable(context, { located }, rows - located.rows);
  if (rows >= located.rows) return;
  if (located.filtered) located.table.clearFilters();
  sheet.getRangeByIndexes(top + 1 + rows, left, located.rows - rows, columns.length).delete("Up");
  await context.sync();
}

function dressBody(
  { sheet, top, left, columns: all }: LocatedTable,
  columns: readonly number[],
  { answer }: ComputedTable,
  rows: number,
): void {
  answer.columns.forEach(({ layout }, at) => {
    const cells = sheet.getRangeByIndexes(top + 1, columns[at] ?? 0, rows, 1);
    setNumberFormat(cells, layout.numberFormat);
    cells.format.horizontalAlignment = alignments[layout.align];
    cells.format.font.bold = false;
  });
  drawHairlines(sheet.getRangeByIndexes(top + 1, left, rows, all.length));
}

function writeBody(
  { sheet, top, filtered }: LocatedTable,
  columns: readonly number[],
  rows: readonly TableRow[],
  first: number,
): void {
  const places = columns.map((column, at) => ({ column, at }));
  const atOf = new Map(places.map(({ column, at }) => [column, at]));
  for (const span of toSpans(columns)) {
    for (const part of filtered ? rows.map((row, at) => ({ rows: [row], at })) : [{ rows, at: 0 }]) {
      const cells = sheet.getRangeByIndexes(
        top + 1 + first + part.at,
        span.first,
        part.rows.length,
        span.count,
      );
      cells.values = part.rows.map((row) =>
        Array.from({ length: span.count }, (_, offset): Cell => {
          const cell = row.cells[atOf.get(span.first + offset) ?? -1] ?? null;
          return cell === null ? "" : toInput(cell);
        }),
      );
    }
  }
  rows.forEach((row, at) => {
    for (const [place, format] of Object.entries(row.formats ?? {})) {
      setNumberFormat(
        sheet.getRangeByIndexes(top + 1 + first + at, columns[Number(place)] ?? 0, 1, 1),
        format,
      );
    }
    if (row.emphasis) {
      for (const span of toSpans(columns))
        sheet.getRangeByIndexes(top + 1 + first + at, span.first, 1, span.count).format.font.bold = true;
    }
  });
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
