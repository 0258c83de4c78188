import type { Sheet } from "../../shared/model/sheet.ts";
import type { Context } from "../../shared/model/kind.ts";
import type { Cell } from "../../shared/model/value.ts";
import { dressRows } from "./insert-format.ts";
import { growTable } from "./grow-table.ts";
import type { LinkLayout } from "./link-layout.ts";
import { inWeights, weightOf } from "./request-weight.ts";
import { readReferences } from "./read-references.ts";
import { send } from "./run.ts";
import { toSpans, type Span } from "./spans.ts";
import type { NewRow } from "./table-row.ts";
import { toInput } from "./typed-cell.ts";

/** Blank rows at the end of the table that are looked for, to be filled before the table grows. */
const tailRows = 50;
/** Ranges of one request: while a filter hides rows, every row is a range of its own for each span of columns. */
const batchRanges = 600;

/**
 * Adds rows below the others: blank rows at the end are filled first, then the table grows over the cells below it,
 * which move down where they hold something. Columns of the person are not written. What somebody typed there in that
 * moment is given back; the rows that it displaced are what this gives, to be added again. Rows that stand there by now,
 * as a co-author's pane added them, are left out. Refuses with `no-room` where Excel cannot move what lies below.
 */
export async function appendRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
  all: readonly NewRow[],
  { sheet, context: world }: { readonly sheet: Sheet; readonly context: Context },
): Promise<readonly NewRow[]> {
  const rows = all.length === 0 ? all : await withoutStanding(context, layout, all);
  if (rows.length === 0) return [];
  const blank = layout.located.filtered ? 0 : await countBlankTail(context, layout);
  const first = layout.located.rows - blank;
  const missing = rows.length - blank;
  if (missing > 0) await growTable(context, layout.located, missing);
  const grown = {
    ...layout,
    located: { ...layout.located, rows: Math.max(layout.located.rows, first + rows.length) },
  };
  if (layout.isStaffs) lookLikeAbove(grown, { first, count: rows.length });
  else await dressRows(context, grown, sheet, world, { first, count: rows.length });
  const displaced: NewRow[] = [];
  for (const part of inBatches(rows, grown)) {
    const added = rows.slice(part.first, part.first + part.count);
    const taken = await writeUntaken(context, grown, first + part.first, added);
    displaced.push(...added.filter((_row, at) => taken.has(first + part.first + at)));
  }
  return displaced;
}

/** In the staff's own sheet new rows look like the one above them. */
function lookLikeAbove({ located }: LinkLayout, { first, count }: Span): void {
  if (first === 0) return;
  const { sheet, top, left, columns } = located;
  const above = sheet.getRangeByIndexes(top + first, left, 1, columns.length);
  sheet.getRangeByIndexes(top + 1 + first, left, count, columns.length).copyFrom(above, "Formats");
}

async function withoutStanding(
  context: Excel.RequestContext,
  layout: LinkLayout,
  rows: readonly NewRow[],
): Promise<readonly NewRow[]> {
  const standing = new Set(await readReferences(context, layout));
  return rows.filter(({ reference }) => !standing.has(reference));
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

/** Writes rows where nothing stands, in one batch that also asks what stood there. Gives the places that were taken. */
async function writeUntaken(
  context: Excel.RequestContext,
  layout: LinkLayout,
  position: number,
  rows: readonly NewRow[],
): Promise<ReadonlySet<number>> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const spans = spansOf(layout);
  const held = spans.map((span) =>
    rangeAt(layout, { first: position, count: rows.length }, span)
      .getUsedRangeOrNullObject(true)
      .load({ rowIndex: true, columnIndex: true, formulas: true, values: true }),
  );
  writeNewRows(layout, spans, position, rows);
  await send(context);
  const found = held.flatMap((used) => (used.isNullObject ? [] : typedLines(layout, used)));
  const taken = new Set(found.map((line) => line.position));
  if (taken.size === 0) return taken;
  for (const place of taken) {
    for (const span of spans) rangeAt(layout, { first: place, count: 1 }, span).clear("Contents");
  }
  for (const line of found)
    rangeAt(
      layout,
      { first: line.position, count: 1 },
      { first: line.column, count: line.inputs.length },
    ).formulas = [[...line.inputs]];
  await context.sync();
  return taken;
}

/** A part of a row that somebody had typed into, and what puts it back. */
interface TypedLine {
  readonly position: number;
  readonly column: number;
  readonly inputs: readonly Cell[];
}

function typedLines({ located }: LinkLayout, used: Excel.Range): readonly TypedLine[] {
  return used.formulas.flatMap((line: readonly Cell[], row) => {
    if (line.every((cell) => cell === "")) return [];
    const values = (used.values[row] ?? []) as readonly Cell[];
    const inputs = line.map((cell, at) => (cell === values[at] ? toInput(cell) : cell));
    return [{ position: used.rowIndex + row - located.top - 1, column: used.columnIndex, inputs }];
  });
}

function writeNewRows(
  layout: LinkLayout,
  spans: readonly Span[],
  position: number,
  rows: readonly NewRow[],
): void {
  const { located, controls, columns } = layout;
  const lines = rows.map((row) => {
    const line = new Map<number, Cell>([
      [controls.reference, row.reference],
      [controls.status, row.status],
      [controls.marks, ""],
    ]);
    for (const [key, column] of columns) line.set(column, toInput(row.cells[key] ?? ""));
    return line;
  });
  for (const span of spans) {
    for (const at of located.filtered ? rows.keys() : [undefined]) {
      const part = at === undefined ? lines : lines.slice(at, at + 1);
      const place = { first: position + (at ?? 0), count: part.length };
      rangeAt(layout, place, span).values = part.map((line) =>
        Array.from({ length: span.count }, (_, column) => line.get(span.first + column) ?? ""),
      );
    }
  }
}

/** The columns that are ours, those of the person between them left out. */
const spansOf = ({ controls, columns }: LinkLayout): readonly Span[] =>
  toSpans([controls.reference, controls.status, controls.marks, ...columns.values()]);

function rangeAt({ located }: LinkLayout, rows: Span, columns: Span): Excel.Range {
  return located.sheet.getRangeByIndexes(
    located.top + 1 + rows.first,
    columns.first,
    rows.count,
    columns.count,
  );
}

function inBatches(rows: readonly NewRow[], layout: LinkLayout): readonly Span[] {
  const longest = layout.located.filtered ? Math.floor(batchRanges / spansOf(layout).length) : rows.length;
  let first = 0;
  return inWeights(rows, weightOf, longest).map(({ length: count }) => {
    const span = { first, count };
    first += count;
    return span;
  });
}
