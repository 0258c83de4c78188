import type { Cell } from "../../shared/model/value.ts";
import type { LinkLayout } from "./link-layout.ts";
import { isOfficeError, send } from "./run.ts";
import { toSpans, type Span } from "./spans.ts";
import { apartPrefix, type TableRow } from "./table-row.ts";

/** Cells that one round trip asks for: about 2 MB of ordinary rows, under the 5 MB that Excel on the web answers. */
const cellsPerBlock = 50_000;

/**
 * Reads the rows of a linked table in blocks, hidden and filtered ones too; of some places only where they are given. Of the staff's own sheets all columns are
 * read, as rows stand apart there by all that they show; elsewhere only those of the record.
 */
export async function readRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
  places: readonly Span[] = [{ first: 0, count: layout.located.rows }],
): Promise<readonly TableRow[]> {
  const { reference, status, marks } = layout.controls;
  const { left, columns } = layout.located;
  const wanted = layout.isStaffs
    ? columns.map((_, at) => left + at)
    : [reference, status, marks, ...layout.columns.values()];
  const cells = layout.isStaffs ? cellsPerBlock / 2 : cellsPerBlock;
  const rowsPerBlock = Math.max(1, Math.floor(cells / wanted.length));
  const rows: TableRow[] = [];
  for (const place of places) {
    const end = Math.min(place.first + place.count, layout.located.rows);
    for (let first = place.first; first < end; first += rowsPerBlock) {
      const count = Math.min(rowsPerBlock, end - first);
      const lines = await readBlock(context, layout, toSpans(wanted), { first, count });
      lines.forEach((line, at) => rows.push(toRow(layout, first + at, line)));
    }
  }
  return rows;
}

/** A row's cells by column of the worksheet, and the columns that hold formulas. */
interface ReadLine {
  readonly cells: ReadonlyMap<number, Cell>;
  readonly formulas: ReadonlySet<number>;
}

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
    range: sheet
      .getRangeByIndexes(top + 1 + rows.first, first, rows.count, count)
      .load(layout.isStaffs ? { values: true, formulas: true } : { values: true }),
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
    const cells = new Map<number, Cell>();
    const formulas = new Set<number>();
    for (const { first, range } of ranges) {
      const values: readonly Cell[] = range.values[row] ?? [];
      const typed: readonly Cell[] = layout.isStaffs ? (range.formulas[row] ?? []) : values;
      values.forEach((cell, at) => {
        cells.set(first + at, cell);
        if (isFormula(typed[at], cell)) formulas.add(first + at);
      });
    }
    return { cells, formulas };
  });
}

const isFormula = (typed: Cell | undefined, value: Cell): boolean =>
  typeof typed === "string" && typed.startsWith("=") && typed !== value;

function toRow(layout: LinkLayout, position: number, line: ReadLine): TableRow {
  const { controls, columns } = layout;
  const cells: Record<string, Cell> = {};
  const formulas = new Set<string>();
  for (const [key, column] of columns) {
    cells[key] = line.cells.get(column) ?? "";
    if (line.formulas.has(column)) formulas.add(key);
  }
  const isApart = textOf(line, controls.reference).startsWith(apartPrefix);
  return {
    position,
    reference: textOf(line, controls.reference),
    status: textOf(line, controls.status),
    marks: textOf(line, controls.marks),
    cells,
    ...(formulas.size > 0 ? { formulas } : {}),
    ...(isApart && layout.isStaffs ? { line: lineOf(layout, line) } : {}),
  };
}

/** All that the person sees of a row, from left to right. */
function lineOf({ controls, located }: LinkLayout, { cells, formulas }: ReadLine): readonly Cell[] {
  const ours = new Set(Object.values(controls));
  return located.columns.flatMap(({ column }) => {
    if (ours.has(column)) return [];
    return [formulas.has(column) ? "=" : (cells.get(column) ?? "")];
  });
}

const textOf = ({ cells }: ReadLine, column: number): string => String(cells.get(column) ?? "");
