import type { Cell } from "../../shared/model/value.ts";
import type { LinkLayout } from "./link-layout.ts";
import { isOfficeError, send } from "./run.ts";
import { toSpans, type Span } from "./spans.ts";
import type { TableRow } from "./table-row.ts";

/** Cells that one round trip asks for: about 2 MB of ordinary rows, under the 5 MB that Excel on the web answers. */
const cellsPerBlock = 50_000;

/** Reads the rows of a linked table in blocks, hidden and filtered ones too; other columns of the person are not read. */
export async function readRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
): Promise<readonly TableRow[]> {
  const { reference, status, marks } = layout.controls;
  const wanted = [reference, status, marks, ...layout.columns.values()];
  const rowsPerBlock = Math.max(1, Math.floor(cellsPerBlock / wanted.length));
  const rows: TableRow[] = [];
  for (let first = 0; first < layout.located.rows; first += rowsPerBlock) {
    const count = Math.min(rowsPerBlock, layout.located.rows - first);
    for (const read of await readBlock(context, layout, toSpans(wanted), { first, count }))
      rows.push(toRow(layout, rows.length, read));
  }
  return rows;
}

type ReadLine = ReadonlyMap<number, Cell>;

/** A block of rows as cells by column of the worksheet. Rows too heavy for one answer are asked for in halves. */
async function readBlock(
  context: Excel.RequestContext,
  layout: LinkLayout,
  columns: readonly Span[],
  rows: Span,
): Promise<readonly ReadLine[]> {
  const { sheet, top } = layout.located;
  const ranges = columns.map(({ first, count }) => ({
    first,
    range: sheet.getRangeByIndexes(top + 1 + rows.first, first, rows.count, count).load({ values: true }),
  }));
  try {
    await send(context);
  } catch (error) {
    if (rows.count === 1 || !isOfficeError(error, "ResponsePayloadSizeLimitExceeded")) throw error;
    const half = Math.floor(rows.count / 2);
    const upper = await readBlock(context, layout, columns, { first: rows.first, count: half });
    const rest = { first: rows.first + half, count: rows.count - half };
    return [...upper, ...(await readBlock(context, layout, columns, rest))];
  }
  return Array.from({ length: rows.count }, (_, row) => {
    const line = new Map<number, Cell>();
    for (const { first, range } of ranges)
      (range.values[row] as readonly Cell[] | undefined)?.forEach((cell, at) => line.set(first + at, cell));
    return line;
  });
}

function toRow({ controls, columns }: LinkLayout, position: number, line: ReadLine): TableRow {
  const cells: Record<string, Cell> = {};
  for (const [key, column] of columns) cells[key] = line.get(column) ?? "";
  return {
    position,
    reference: textOf(line, controls.reference),
    status: textOf(line, controls.status),
    marks: textOf(line, controls.marks),
    cells,
  };
}

const textOf = (line: ReadLine, column: number): string => String(line.get(column) ?? "");
