import type { Context } from "../model/kind.ts";
import type { Sheet } from "../model/sheet.ts";
import { readBody } from "./body.ts";
import type { Area, GridTable } from "./grid.ts";
import { habitsOf } from "./habits.ts";
import type { HeaderColumn } from "./header.ts";
import { judgeColumns, type RecordFit } from "./judge-columns.ts";
import type { Known } from "./known.ts";
import type { ListProposal, ProposedColumn, Question } from "./proposal.ts";
import { sampleColumn, type Samples } from "./samples.ts";
import { twinBelow, type Headed } from "./tables.ts";
import { contextFrom, formatIn, titlesAbove } from "./titles.ts";
import { judgeRecord, type Verdict } from "./verdict.ts";
import { isEmptyCell, type View } from "./view.ts";

/** A rival record this near in score is asked about. */
const near = 0.06;

/**
 * The list below a header: the record that fits best by names and cells, its rows, and what must be asked. Where the row
 * below says as much as the header, either may be it: the lower one is proposed, and which it is asked.
 */
export function proposeList(
  view: View,
  headed: Headed,
  others: readonly Headed[],
  known: readonly Known[],
  context: Context,
): ListProposal | undefined {
  const twin = twinBelow(view, headed, context);
  const list = proposeBelow(view, twin ?? headed, others, known, context);
  if (!twin || !list) return list;
  const rows = [headed, twin].map(({ header }) => header.rows.at(-1) ?? 0);
  return { ...list, questions: [{ about: "header", rows }, ...list.questions] };
}

function proposeBelow(
  view: View,
  headed: Headed,
  others: readonly Headed[],
  known: readonly Known[],
  context: Context,
): ListProposal | undefined {
  const place = placeOf(view, headed, others);
  const { columns } = headed.header;
  const judgeBy = (rows: readonly number[]) => {
    const samplesOf = remembered((column) => sampleColumn(view, column, rows));
    return (record: Known) => judgeColumns(record, columns, samplesOf, context);
  };
  const fits = known
    .map(judgeBy(filledRows(view, columns, place.headerRow, place.last)))
    .toSorted((one, other) => other.score - one.score);
  const titles = titlesAbove(view, place.headerRows[0] ?? 0, 0);
  const verdictOf = (fit: RecordFit) => weighed(fit, titles, context);
  const first = fits.find((fit) => verdictOf(fit) !== "no");
  if (!first) return undefined;
  const outline = readBody(view, first.columns, place.headerRow, place.last);
  const fit = judgeBy(outline.records)(first.known);
  const verdict = verdictOf(fit);
  if (verdict === "no") return undefined;
  const list = describeList(view, place, fit.known.sheet, fit.columns, fit.score, context);
  const rivals = fits.filter(
    (other) => other !== first && verdictOf(other) !== "no" && other.score > fit.score - near,
  );
  return { ...list, questions: [...recordQuestion(verdict, rivals), ...list.questions] };
}

function weighed(fit: RecordFit, titles: readonly string[], context: Context): Verdict {
  const { known, columns } = fit;
  const held = new Set(columns.flatMap(({ key }) => (key === null ? [] : [key])));
  const said = contextFrom(titles, known.sheet, held, context);
  return judgeRecord(fit, new Set(Object.keys(said)), known.isNamedIn(titles));
}

function recordQuestion(verdict: Verdict, rivals: readonly RecordFit[]): readonly Question[] {
  if (verdict === "yes" && rivals.length === 0) return [];
  return [{ about: "record", others: rivals.map(({ known }) => known.sheet.id) }];
}

/** The list below a header that people say is this record, however little of it the header names. */
export function forceList(view: View, headed: Headed, record: Known, context: Context): ListProposal {
  const place = placeOf(view, headed, []);
  const { columns } = headed.header;
  const rows = filledRows(view, columns, place.headerRow, place.last);
  const samplesOf = remembered((column) => sampleColumn(view, column, rows));
  const fit = judgeColumns(record, columns, samplesOf, context);
  return describeList(view, place, record.sheet, fit.columns, fit.score, context);
}

/** Where a list lies: its header, its Excel table, and the last row that may be its own. */
export interface ListPlace {
  readonly headerRows: readonly number[];
  readonly headerRow: number;
  readonly table: string | null;
  readonly last: number;
}

function placeOf(view: View, headed: Headed, others: readonly Headed[]): ListPlace {
  const headerRow = headed.header.rows.at(-1) ?? 0;
  const table = tableAt(view, headerRow, headed);
  const last = lastRowOf(view, headed, others, table);
  return { headerRows: headed.header.rows, headerRow, table: table?.name ?? null, last };
}

/** All that follows once the columns are known: the rows, the context, the habits and their questions. */
export function describeList(
  view: View,
  place: ListPlace,
  sheet: Sheet,
  columns: readonly ProposedColumn[],
  confidence: number,
  context: Context,
): ListProposal {
  const body = readBody(view, columns, place.headerRow, place.last);
  const titles = titlesAbove(view, place.headerRows[0] ?? 0, 0);
  const held = new Set(columns.flatMap(({ key }) => (key === null ? [] : [key])));
  const { habits, questions } = habitsOf(view, sheet, columns, body.records, titles, context);
  return {
    layout: "list",
    record: sheet.id,
    confidence,
    worksheet: view.grid.name,
    table: place.table,
    headerRows: place.headerRows,
    data: body.data,
    apart: body.apart,
    context: contextFrom(titles, sheet, held, context),
    habits,
    mergedData: mergedIn(view, body.data),
    questions,
    format: formatIn(titles, sheet),
    columns,
  };
}

/** The Excel table whose header this is. */
function tableAt(view: View, headerRow: number, { span }: Headed): GridTable | undefined {
  return view.grid.tables.find(
    ({ area }) => area.top === headerRow && area.left <= span.right && area.right >= span.left,
  );
}

/** The table ends above the next header in its columns, or where the Excel table ends. */
function lastRowOf(
  view: View,
  headed: Headed,
  others: readonly Headed[],
  table: GridTable | undefined,
): number {
  if (table) return table.area.bottom - (table.totals ? 1 : 0);
  const row = headed.header.rows.at(-1) ?? 0;
  const below = others.filter(
    (other) =>
      (other.header.rows.at(-1) ?? 0) > row &&
      other.span.left <= headed.span.right &&
      other.span.right >= headed.span.left &&
      isHeader(other) &&
      (!sameNames(other, headed) || standsApart(view, other)),
  );
  return Math.min(view.height, ...below.map(({ header }) => header.rows[0] ?? 0)) - 1;
}

/** Enough by its names alone to be surely a header, and no row of data that happens to hold such words. */
const isHeader = ({ fit }: Headed): boolean => fit.coverage >= 0.5 && fit.found >= 3;

/** Whether two rows above a header hold nothing or but a title. */
function standsApart(view: View, { header, span }: Headed): boolean {
  const row = header.rows[0] ?? 0;
  return [row - 1, row - 2].every((above) => {
    let filled = 0;
    for (let column = span.left; column <= span.right; column += 1)
      if (!isEmptyCell(view.cell(above, column))) filled += 1;
    return filled <= 1;
  });
}

/** A header that repeats ours is a repeated header among our rows, not another table. */
function sameNames(other: Headed, { header }: Headed): boolean {
  const names = new Set(header.columns.map((column) => column.header));
  const theirs = other.header.columns.filter((column) => column.header !== "");
  return theirs.filter((column) => names.has(column.header)).length >= 0.7 * theirs.length;
}

function filledRows(
  view: View,
  columns: readonly HeaderColumn[],
  headerRow: number,
  last: number,
): readonly number[] {
  const rows: number[] = [];
  for (let row = headerRow + 1; row <= last; row += 1) {
    if (columns.some(({ column }) => !isEmptyCell(view.cell(row, column)))) rows.push(row);
  }
  return rows;
}

/** Areas merged down over several rows of the data. */
function mergedIn(view: View, data: Area): readonly Area[] {
  return view.grid.merges.filter(
    ({ top, left, bottom, right }) =>
      bottom > top && top >= data.top && bottom <= data.bottom && left >= data.left && right <= data.right,
  );
}

function remembered(read: (column: number) => Samples): (column: number) => Samples {
  const known = new Map<number, Samples>();
  return (column) => {
    const before = known.get(column);
    if (before) return before;
    const samples = read(column);
    known.set(column, samples);
    return samples;
  };
}
