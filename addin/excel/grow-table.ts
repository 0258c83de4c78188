import { ExcelRefusal } from "./failure.ts";
import type { LocatedTable } from "./locate-table.ts";
import { isOfficeError } from "./run.ts";

/**
 * Makes a table longer by some rows. What lies right below its columns moves down with its formulas; a row that somebody
 * adds in that moment stays in the table. Refuses with `no-room` where Excel cannot move what lies below.
 */
export async function growTable(
  context: Excel.RequestContext,
  located: LocatedTable,
  count: number,
): Promise<void> {
  if (located.totals) located.table.showTotals = false;
  try {
    await growBody(context, located, count);
  } catch (error) {
    await showTotals(context, located);
    throw refusalOf(error, located.worksheet);
  }
  await showTotals(context, located);
}

async function growBody(context: Excel.RequestContext, located: LocatedTable, count: number): Promise<void> {
  const { sheet, table, top, left, columns, rows } = located;
  const below = sheet.getRangeByIndexes(top + 1 + rows, left, count, columns.length);
  const used = below.getUsedRangeOrNullObject(false);
  await context.sync();
  const shifts = !used.isNullObject;
  const body = table.getDataBodyRange().load({ rowCount: true });
  if (shifts) below.insert("Down");
  resizeTable(located, rows + count);
  await context.sync();
  const needed = body.rowCount + (shifts ? count : 0);
  if (needed > rows + count) resizeTable(located, needed);
  await context.sync();
}

function resizeTable({ table, sheet, top, left, columns }: LocatedTable, rows: number): void {
  table.resize(sheet.getRangeByIndexes(top, left, rows + 1, columns.length));
}

/** The person's row of totals, which was out of the way. */
async function showTotals(context: Excel.RequestContext, { table, totals }: LocatedTable): Promise<void> {
  if (!totals) return;
  table.showTotals = true;
  await context.sync();
}

function refusalOf(error: unknown, worksheet: string): unknown {
  const isNoRoom = isOfficeError(error, "InsertDeleteConflict") || isOfficeError(error, "InvalidOperation");
  return isNoRoom ? new ExcelRefusal({ code: "no-room", worksheet }) : error;
}
