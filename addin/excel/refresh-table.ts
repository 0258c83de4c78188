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
import { writeLines } from "./table-lines.ts";
import { toInput } from "./typed-cell.ts";

const rowsPerWrite = 1_000;

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
  if (rows > located.rows) await growTable(context, located, rows - located.rows);
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
