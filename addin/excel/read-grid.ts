import type { Area, GridTable, SheetGrid } from "../../shared/recognition/grid.ts";
import type { Cell } from "../../shared/model/value.ts";
import { isOfficeError, send } from "./run.ts";

/** What one look at a worksheet takes in at most; beyond it the sheet is told to be too large. */
export const gridLimits = { rows: 200_000, columns: 16_384, cells: 1_000_000 } as const;

/** Cells that one round trip asks for, with formulas and formats: under the 5 MB that Excel on the web answers. */
const cellsPerBlock = 15_000;

/** A worksheet as it was read. */
export interface WorksheetReading {
  readonly worksheetId: string;
  readonly worksheet: string;
  /** Null where it is empty or too large. */
  readonly grid: SheetGrid | null;
  /** How far values reach. Cells that are only formatted do not count. */
  readonly rows: number;
  readonly columns: number;
}

/** Reads the worksheet in front. */
export async function readActiveSheet(context: Excel.RequestContext): Promise<WorksheetReading> {
  return readWorksheet(context, context.workbook.worksheets.getActiveWorksheet());
}

/** Reads one worksheet by its id; undefined where it is gone. */
export async function readSheet(
  context: Excel.RequestContext,
  worksheetId: string,
): Promise<WorksheetReading | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
  await context.sync();
  return sheet.isNullObject ? undefined : readWorksheet(context, sheet);
}

/** The ids of all worksheets, in order. */
export async function worksheetIds(context: Excel.RequestContext): Promise<readonly string[]> {
  const sheets = context.workbook.worksheets.load({ id: true });
  await context.sync();
  return sheets.items.map(({ id }) => id);
}

async function readWorksheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<WorksheetReading> {
  sheet.load({ id: true, name: true, visibility: true });
  const size = { rowIndex: true, columnIndex: true, rowCount: true, columnCount: true };
  const used = sheet.getUsedRangeOrNullObject(true).load(size);
  const protection = sheet.protection.load({ protected: true });
  const tables = sheet.tables.load({ name: true, showTotals: true });
  await context.sync();
  const reading = { worksheetId: sheet.id, worksheet: sheet.name };
  if (used.isNullObject) return { ...reading, grid: null, rows: 0, columns: 0 };
  const area = areaOf(used);
  const extent = { rows: area.bottom + 1, columns: area.right + 1 };
  if (isTooLarge(area)) return { ...reading, grid: null, ...extent };
  const facts = await readFacts(context, sheet, used, tables);
  const blocks = await readBlocks(context, sheet, area);
  const grid = {
    name: sheet.name,
    hidden: sheet.visibility !== "Visible",
    protected: protection.protected,
    ...facts,
    ...blocks,
  };
  return { ...reading, grid, ...extent };
}

export function isTooLarge({ top, left, bottom, right }: Area): boolean {
  const cells = (bottom - top + 1) * (right - left + 1);
  return bottom >= gridLimits.rows || right >= gridLimits.columns || cells > gridLimits.cells;
}

type Size = Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">;

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Size): Area {
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}

type Facts = Pick<SheetGrid, "merges" | "tables" | "hiddenRows" | "hiddenColumns">;

/** Merges, tables and hidden lines. Merged cells may reach below the last value, as far as anything is formatted. */
async function readFacts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
  tables: Excel.TableCollection,
): Promise<Facts> {
  const size = { rowIndex: true, columnIndex: true, rowCount: true, columnCount: true };
  const merged = sheet.getUsedRange(false).getMergedAreasOrNullObject();
  const areas = merged.areas.load(size);
  const ranges = tables.items.map((table) => table.getRange().load(size));
  const rows = used.getRowProperties({ rowHidden: true });
  const columns = used.getColumnProperties({ columnHidden: true });
  await context.sync();
  return {
    merges: merged.isNullObject ? [] : areas.items.map(areaOf),
    tables: tables.items.flatMap(({ name, showTotals }, at): readonly GridTable[] => {
      const range = ranges[at];
      return range ? [{ name, area: areaOf(range), totals: showTotals }] : [];
    }),
    hiddenRows: linesWhere(rows, used.rowIndex, ({ rowHidden }) => rowHidden === true),
    hiddenColumns: linesWhere(columns, used.columnIndex, ({ columnHidden }) => columnHidden === true),
  };
}

function linesWhere<T>(
  lines: OfficeExtension.ClientResult<T[]>,
  first: number,
  holds: (line: T) => boolean,
): ReadonlySet<number> {
  return new Set(lines.value.flatMap((line, at) => (holds(line) ? [first + at] : [])));
}

/** Cells, formulas and formats under construction; formats are few, and kept once each. */
interface Blocks {
  readonly cells: Cell[][];
  readonly formulas: Map<number, string>[];
  readonly formats: string[][];
  readonly names: Map<string, string>;
}

async function readBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<Pick<SheetGrid, "cells" | "formulaAt" | "formatAt">> {
  const blocks: Blocks = { cells: [], formulas: [], formats: [], names: new Map() };
  for (let row = 0; row < area.top; row += 1) blocks.cells.push([]);
  const rowsPerBlock = Math.max(1, Math.floor(cellsPerBlock / (area.right - area.left + 1)));
  for (let top = area.top; top <= area.bottom; top += rowsPerBlock) {
    const bottom = Math.min(area.bottom, top + rowsPerBlock - 1);
    await readBlock(context, sheet, { ...area, top, bottom }, blocks);
  }
  return {
    cells: blocks.cells,
    formulaAt: (row, column) => blocks.formulas[row]?.get(column),
    formatAt: (row, column) => blocks.formats[row]?.[column - area.left] ?? "General",
  };
}

/** Rows too heavy for one answer are asked for in halves. */
async function readBlock(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  blocks: Blocks,
): Promise<void> {
  const { top, left, bottom, right } = area;
  const range = sheet
    .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
    .load({ values: true, formulas: true, numberFormat: true });
  try {
    await send(context);
  } catch (error) {
    if (top === bottom || !isOfficeError(error, "ResponsePayloadSizeLimitExceeded")) throw error;
    const middle = Math.floor((top + bottom) / 2);
    await readBlock(context, sheet, { ...area, bottom: middle }, blocks);
    await readBlock(context, sheet, { ...area, top: middle + 1 }, blocks);
    return;
  }
  range.values.forEach((line: readonly Cell[], at) => {
    const formulas: readonly unknown[] = range.formulas[at] ?? [];
    const formats: readonly unknown[] = range.numberFormat[at] ?? [];
    takeLine(blocks, { row: top + at, left, line, formulas, formats });
  });
}

interface Line {
  readonly row: number;
  readonly left: number;
  readonly line: readonly Cell[];
  readonly formulas: readonly unknown[];
  readonly formats: readonly unknown[];
}

function takeLine(
  { cells, formulas, formats, names }: Blocks,
  { row, left, line, formulas: typed, formats: shown }: Line,
): void {
  cells[row] = [...Array.from({ length: left }, () => ""), ...line];
  formats[row] = shown.map((format) => {
    const name = String(format);
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  });
  const found = new Map<number, string>();
  typed.forEach((text, at) => {
    if (typeof text === "string" && text.startsWith("=") && text !== line[at]) found.set(left + at, text);
  });
  if (found.size > 0) formulas[row] = found;
}
