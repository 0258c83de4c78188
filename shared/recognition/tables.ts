import type { Context } from "../model/kind.ts";
import type { HeaderRow } from "./candidates.ts";
import { headersAt, type Header, type Span } from "./header.ts";
import { judgeColumns, type RecordFit } from "./judge-columns.ts";
import type { Known } from "./known.ts";
import type { Samples } from "./samples.ts";
import { isEmptyCell, type View } from "./view.ts";

/** A header that names enough of a record's columns, judged by its names alone. */
export interface Headed {
  readonly header: Header;
  readonly span: Span;
  readonly fit: RecordFit;
}

const noSamples: Samples = { cells: [], counting: false };
const mostRuns = 12;

/** How a row parts into tables: neighbouring runs of columns belong together where a record has more of them so. */
export function tablesAt(
  view: View,
  { row, runs }: HeaderRow,
  known: readonly Known[],
  context: Context,
): readonly Headed[] {
  const parts = runs.slice(0, mostRuns);
  const best: { value: number; tables: readonly Headed[] }[] = [{ value: 0, tables: [] }];
  for (let end = 1; end <= parts.length; end += 1) {
    let chosen = best[end - 1] ?? { value: 0, tables: [] };
    for (let start = 0; start < end; start += 1) {
      const group = parts.slice(start, end);
      const headed = belongTogether(view, row, group)
        ? headTable(view, row, spanOf(group), known, context)
        : undefined;
      const before = best[start];
      if (!headed || !before) continue;
      const value = before.value + worth(headed);
      if (value > chosen.value) chosen = { value, tables: [...before.tables, headed] };
    }
    best.push(chosen);
  }
  return best.at(-1)?.tables ?? [];
}

/** The best reading of a row as the header of one table within some columns. */
export function headTable(
  view: View,
  row: number,
  span: Span,
  known: readonly Known[],
  context: Context,
): Headed | undefined {
  let best: Headed | undefined;
  for (const header of headersAt(view, row, span)) {
    for (const record of known) {
      const fit = judgeColumns(record, header.columns, () => noSamples, context);
      // Two lines that say no less than one are a header of two lines.
      if (fit.found > 0 && fit.score > (best ? best.fit.score - 0.005 : 0)) best = { header, span, fit };
    }
  }
  return best && isNamedByGroups(view, row, best, context) ? undefined : best;
}

/** Names that the row below a header must have to be one as well. */
const fewestNames = 4;

/** The row right below a header, where it names nearly as many of the record's columns. */
export function twinBelow(view: View, { header, span, fit }: Headed, context: Context): Headed | undefined {
  const row = (header.rows.at(-1) ?? 0) + 1;
  const line = headersAt(view, row, span).find(({ rows }) => rows.length === 1);
  const below = line && judgeColumns(fit.known, line.columns, () => noSamples, context);
  if (!below || below.found < Math.max(fewestNames, 0.8 * fit.found)) return undefined;
  return { header: line, span, fit: below };
}

/** A row that people say is the header of a record, whatever it says. */
export function headAnyway(view: View, row: number, span: Span, record: Known, context: Context): Headed {
  const found = headTable(view, row, span, [record], context);
  if (found) return found;
  const header = headersAt(view, row, span)[0] ?? { rows: [row], columns: [] };
  return { header, span, fit: judgeColumns(record, header.columns, () => noSamples, context) };
}

/** Whether the line above says as much alone: then this row is not its last line, but the first of its data. */
function isNamedByGroups(view: View, row: number, { header, span, fit }: Headed, context: Context): boolean {
  if (header.rows[0] === row) return false;
  const above = headersAt(view, row - 1, span).map(
    ({ columns }) => judgeColumns(fit.known, columns, () => noSamples, context).score,
  );
  return Math.max(...above) >= fit.score - 0.02;
}

/** More than the sum of its parts where the parts are of one record; what is not explained costs a little. */
function worth({ fit }: Headed): number {
  const unexplained = fit.columns.filter(({ key, header }) => key === null && header !== "").length;
  const explained = fit.found * fit.coverage;
  return explained - Math.min(0.05 * unexplained, 0.3 * explained);
}

const spanOf = (runs: readonly Span[]): Span => ({
  left: runs[0]?.left ?? 0,
  right: runs.at(-1)?.right ?? 0,
});

/** Tables side by side are rarely of one height; a lone column after a gap may be sparse. */
function belongTogether(view: View, row: number, runs: readonly Span[]): boolean {
  const heights = runs.filter(({ left, right }) => right > left).map((run) => heightOf(view, row, run));
  return heights.length < 2 || Math.min(...heights) >= 0.4 * Math.max(...heights);
}

/** Rows below that hold something in some columns, up to a few hundred. */
function heightOf(view: View, row: number, { left, right }: Span): number {
  let filled = 0;
  for (let below = row + 1; below < view.height && below < row + 300; below += 1) {
    for (let column = left; column <= right; column += 1) {
      if (isEmptyCell(view.cell(below, column))) continue;
      filled += 1;
      break;
    }
  }
  return filled;
}
