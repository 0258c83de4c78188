import type { Cell } from "../../shared/model/value.ts";
import { growTable } from "./grow-table.ts";
import type { LinkLayout } from "./link-layout.ts";
import { inWeights, weightOf } from "./request-weight.ts";
import { readRows } from "./read-rows.ts";
import { send } from "./run.ts";
import { toSpans, type Span } from "./spans.ts";
import type { DoomedRow, TableRow } from "./table-row.ts";
import { toInput } from "./typed-cell.ts";

/** Rows that one request deletes at most. */
const rowsPerBatch = 500;

/**
 * Takes rows out of the table; what lies below its columns moves up. Gives the references of the rows that stay: those
 * that somebody changed since they were read, and all of them where a filter hides some, as Excel then refuses. The
 * rows are read right before, and again in the very batch that deletes; what turns out to have been changed in that
 * moment, or to be another row, is put back below the others. A table keeps one row at least, which is emptied.
 */
export async function removeRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
  rows: readonly DoomedRow[],
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  if (layout.located.filtered) return rows.map(({ reference }) => reference);
  const { doomed, staying } = judge(layout, rows, await readRows(context, layout));
  const taken: TakenRow[] = [];
  const keepsFirst = doomed.size === layout.located.rows;
  for (const part of inBatches(doomed)) taken.push(...(await takeOut(context, layout, part, keepsFirst)));
  const wrongly = taken.filter(({ isOurs }) => !isOurs);
  await putBack(context, layout, taken.length, wrongly);
  return [...staying, ...wrongly.map(({ row }) => row.reference)];
}

/** Which rows still say what they said, by place; the others stay. A reference that stands twice is nobody's to delete. */
function judge({ columns }: LinkLayout, rows: readonly DoomedRow[], standing: readonly TableRow[]) {
  const byReference = new Map<string, TableRow[]>();
  for (const row of standing)
    byReference.set(row.reference, [...(byReference.get(row.reference) ?? []), row]);
  const doomed = new Map<number, DoomedRow>();
  const staying: string[] = [];
  for (const row of rows) {
    const [found, another] = byReference.get(row.reference) ?? [];
    if (!found) continue;
    const isSame = [...columns.keys()].every((key) => (row.cells[key] ?? "") === (found.cells[key] ?? ""));
    if (isSame && !another) doomed.set(found.position, row);
    else staying.push(row.reference);
  }
  return { doomed, staying };
}

/** Places from the last to the first, so that those that are still to go stay where they are. */
function inBatches(doomed: ReadonlyMap<number, DoomedRow>): readonly ReadonlyMap<number, DoomedRow>[] {
  const places = [...doomed].toSorted(([one], [other]) => other - one);
  // The request also answers what they held, as values and as formulas.
  const weigh = ([, { cells }]: readonly [number, DoomedRow]) => 2 * weightOf(cells);
  return inWeights(places, weigh, rowsPerBatch).map((part) => new Map(part));
}

interface TakenRow {
  readonly row: DoomedRow;
  /** It was the row that was meant, as it was read. */
  readonly isOurs: boolean;
  /** What its cells held, as it is put back. */
  readonly inputs: readonly Cell[];
}

async function takeOut(
  context: Excel.RequestContext,
  layout: LinkLayout,
  doomed: ReadonlyMap<number, DoomedRow>,
  keepsFirst: boolean,
): Promise<readonly TakenRow[]> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const spans = toSpans(doomed.keys()).toReversed();
  const held = spans.map((span) => rowsOf(layout, span).load({ formulas: true, values: true }));
  for (const span of spans) {
    const { first, count } = keepsFirst && span.first === 0 ? { first: 1, count: span.count - 1 } : span;
    if (count > 0) rowsOf(layout, { first, count }).delete("Up");
    if (count < span.count) rowsOf(layout, { first: 0, count: 1 }).clear("Contents");
  }
  await send(context);
  return spans.flatMap((span, at) =>
    Array.from({ length: span.count }, (_, offset) => {
      const row = doomed.get(span.first + offset);
      const values = (held[at]?.values[offset] ?? []) as readonly Cell[];
      const formulas = (held[at]?.formulas[offset] ?? []) as readonly Cell[];
      const inputs = formulas.map((cell, column) => (cell === values[column] ? toInput(cell) : cell));
      return row ? [{ row, isOurs: isAsRead(layout, row, values), inputs }] : [];
    }).flat(),
  );
}

function isAsRead(
  { located, controls, columns }: LinkLayout,
  row: DoomedRow,
  values: readonly Cell[],
): boolean {
  const at = (column: number) => values[column - located.left] ?? "";
  if (String(at(controls.reference)) !== row.reference) return false;
  return [...columns].every(([key, column]) => (row.cells[key] ?? "") === at(column));
}

async function putBack(
  context: Excel.RequestContext,
  layout: LinkLayout,
  taken: number,
  wrongly: readonly TakenRow[],
): Promise<void> {
  if (wrongly.length === 0) return;
  const rows = Math.max(1, layout.located.rows - taken);
  await growTable(context, { ...layout.located, rows }, wrongly.length);
  rowsOf(layout, { first: rows, count: wrongly.length }).formulas = wrongly.map(({ inputs }) => [...inputs]);
  await context.sync();
}

function rowsOf({ located }: LinkLayout, { first, count }: Span): Excel.Range {
  return located.sheet.getRangeByIndexes(
    located.top + 1 + first,
    located.left,
    count,
    located.columns.length,
  );
}
