import type { Sheet } from "../../shared/model/sheet.ts";
import type { Context } from "../../shared/model/kind.ts";
import type { Cell } from "../../shared/model/value.ts";
import { ExcelRefusal } from "./failure.ts";
import { dressRows } from "./insert-format.ts";
import type { LinkLayout } from "./link-layout.ts";
import { isOfficeError, send } from "./run.ts";
import { toSpans, type Span } from "./spans.ts";
import type { NewRow } from "./table-row.ts";
import { toInput } from "./typed-cell.ts";

/** Blank rows at the end of the table that are looked for, to be filled before the table grows. */
const tailRows = 50;
/** Bytes of one request; Excel on the web takes 5 MB. */
const batchBytes = 2_000_000;

/**
 * Adds rows below the others: blank rows at the end are filled first, then the table grows over the cells below it,
 * which move down where they hold something. Columns of the person are not written. Refuses with `no-room` where Excel
 * cannot move what lies below.
 */
export async function appendRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
  rows: readonly NewRow[],
  { sheet, context: world }: { readonly sheet: Sheet; readonly context: Context },
): Promise<void> {
  if (rows.length === 0) return;
  const blank = layout.located.filtered ? 0 : await countBlankTail(context, layout);
  const first = layout.located.rows - blank;
  const missing = rows.length - blank;
  if (missing > 0) await growTable(context, layout, missing);
  const grown = {
    ...layout,
    located: { ...layout.located, rows: Math.max(layout.located.rows, first + rows.length) },
  };
  await dressRows(context, grown, sheet, world, { first, count: rows.length });
  for (const part of splitByBytes(rows)) {
    context.application.suspendScreenUpdatingUntilNextSync();
    writeNewRows(grown, first + part.first, rows.slice(part.first, part.first + part.count));
    await send(context);
  }
}

async function countBlankTail(context: Excel.RequestContext, { located, controls, columns }: LinkLayout) {
  const count = Math.min(tailRows, located.rows);
  const wanted = [controls.reference, ...columns.values()];
  const ranges = toSpans(wanted).map((span) =>
    located.sheet
      .getRangeByIndexes(located.top + 1 + located.rows - count, span.first, count, span.count)
      .load({ formulas: true }),
  );
  await context.sync();
  const isBlank = (row: number) =>
    ranges.every(({ formulas }) => formulas[row]?.every((cell) => cell === "") ?? false);
  let blank = 0;
  while (blank < count && isBlank(count - 1 - blank)) blank += 1;
  return blank;
}

/** Makes the table longer. What lies right below its columns moves down with its formulas. */
export async function growTable(
  context: Excel.RequestContext,
  { located }: Pick<LinkLayout, "located">,
  count: number,
): Promise<void> {
  const { sheet, table, top, left, columns, rows, totals, worksheet } = located;
  if (totals) table.showTotals = false;
  const below = sheet.getRangeByIndexes(top + 1 + rows, left, count, columns.length);
  const used = below.getUsedRangeOrNullObject(false);
  await context.sync();
  if (!used.isNullObject) below.insert("Down");
  table.resize(sheet.getRangeByIndexes(top, left, rows + count + 1, columns.length));
  if (totals) table.showTotals = true;
  try {
    await context.sync();
  } catch (error) {
    if (!isOfficeError(error, "InsertDeleteConflict") && !isOfficeError(error, "InvalidOperation"))
      throw error;
    throw new ExcelRefusal({ code: "no-room", worksheet });
  }
}

function writeNewRows(
  { located, controls, columns }: LinkLayout,
  position: number,
  rows: readonly NewRow[],
): void {
  const lines = rows.map((row) => {
    const line = new Map<number, Cell>([
      [controls.reference, row.reference],
      [controls.status, row.status],
      [controls.marks, ""],
    ]);
    for (const [key, column] of columns) line.set(column, toInput(row.cells[key] ?? ""));
    return line;
  });
  for (const span of toSpans([controls.reference, controls.status, controls.marks, ...columns.values()])) {
    for (const at of located.filtered ? rows.keys() : [undefined]) {
      const part = at === undefined ? lines : lines.slice(at, at + 1);
      const row = located.top + 1 + position + (at ?? 0);
      located.sheet.getRangeByIndexes(row, span.first, part.length, span.count).values = part.map((line) =>
        Array.from({ length: span.count }, (_, column) => line.get(span.first + column) ?? ""),
      );
    }
  }
}

function splitByBytes(rows: readonly NewRow[]): readonly Span[] {
  const parts: { first: number; count: number }[] = [];
  let bytes = 0;
  rows.forEach((row, at) => {
    const size = JSON.stringify(row).length * 1.2;
    const last = parts.at(-1);
    if (last && bytes + size <= batchBytes) {
      last.count += 1;
      bytes += size;
    } else {
      parts.push({ first: at, count: 1 });
      bytes = size;
    }
  });
  return parts;
}
