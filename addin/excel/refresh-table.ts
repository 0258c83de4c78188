import type { TableAnswer } from "../../shared/contract.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { ComputedTable } from "./computed-table.ts";
import { ExcelRefusal } from "./failure.ts";
import { growTable } from "./grow-table.ts";
import { locateTable, type LocatedTable } from "./locate-table.ts";
import { setNumberFormat } from "./number-format.ts";
import type { TableRecord } from "./registry.ts";
import { send } from "./run.ts";
import { toSpans } from "./spans.ts";
import { alignments, drawHairlines } from "./style.ts";
import { withoutFilter } from "./table-filter.ts";
import { writeLines } from "./table-lines.ts";
import { toInput } from "./typed-cell.ts";

const rowsPerWrite = 1_000;

/**
 * Writes new figures into a computed table where it stands: it grows and shrinks with what lies below, and columns that
 * people added stay, as does their filter. False where the table is no longer there.
 */
export async function refreshComputedTable(
  context: Excel.RequestContext,
  record: TableRecord,
  content: ComputedTable,
): Promise<boolean> {
  const before = await locateTable(context, record);
  if (!before) return false;
  if (before.protected) throw new ExcelRefusal({ code: "protected", worksheet: before.worksheet });
  await writeLines(context, record, content);
  const located = await ensureColumns(context, record, before, content);
  const rows = rowsOf(content);
  if (rows.length >= located.rows) await writeFigures(context, located, content, rows);
  else
    await withoutFilter(context, located, (unfiltered) => writeFigures(context, unfiltered, content, rows));
  located.table.reapplyFilters();
  await context.sync();
  return true;
}

async function writeFigures(
  context: Excel.RequestContext,
  located: LocatedTable,
  content: ComputedTable,
  rows: readonly TableRow[],
): Promise<void> {
  const columns = columnsOf(located, content);
  await resizeBody(context, located, rows.length);
  context.application.suspendScreenUpdatingUntilNextSync();
  dressBody(located, columns, content, rows.length);
  for (let first = 0; first < rows.length; first += rowsPerWrite) {
    writeBody(located, columns, rows.slice(first, first + rowsPerWrite), first);
    await send(context);
  }
}

type TableRow = TableAnswer["rows"][number];

function rowsOf({ answer, emptyText }: ComputedTable): readonly TableRow[] {
  if (answer.rows.length > 0) return answer.rows;
  return [{ cells: answer.columns.map((_column, at) => (at === 0 ? emptyText : null)) }];
}

/** The table with every column of the answer: those that are missing are added at the end, which makes it another place. */
async function ensureColumns(
  context: Excel.RequestContext,
  record: TableRecord,
  located: LocatedTable,
  { answer }: ComputedTable,
): Promise<LocatedTable> {
  const byHeader = columnsByHeader(located);
  const missing = answer.columns.filter(({ label }) => !byHeader.has(headerOf(label)));
  if (missing.length === 0) return located;
  for (const { label } of missing) located.table.columns.add(undefined, undefined, label);
  await context.sync();
  const wider = await locateTable(context, record);
  if (!wider) throw new ExcelRefusal({ code: "table-missing" });
  return wider;
}

/** Worksheet columns of the answer's columns, found by header. */
function columnsOf(located: LocatedTable, { answer }: ComputedTable): readonly number[] {
  const byHeader = columnsByHeader(located);
  return answer.columns.map(({ label }) => {
    const column = byHeader.get(headerOf(label));
    if (column === undefined) throw new ExcelRefusal({ code: "table-missing" });
    return column;
  });
}

const columnsByHeader = ({ columns }: LocatedTable): ReadonlyMap<string, number> =>
  new Map(columns.map(({ name, column }) => [headerOf(name), column]));

/** Headers of a table differ in more than capitals, for Excel. */
const headerOf = (name: string): string => name.toLowerCase();

async function resizeBody(context: Excel.RequestContext, located: LocatedTable, rows: number): Promise<void> {
  const { sheet, top, left, columns } = located;
  if (rows > located.rows) await growTable(context, located, rows - located.rows);
  if (rows >= located.rows) return;
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
