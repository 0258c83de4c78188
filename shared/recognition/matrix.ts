import type { Context } from "../model/kind.ts";
import { readRow } from "../model/read-row.ts";
import { columnOf, type Sheet } from "../model/sheet.ts";
import type { Cell, Row } from "../model/value.ts";
import type { Area } from "./grid.ts";
import { confidenceOf, limits } from "./confidence.ts";
import { fitColumn } from "./content-fit.ts";
import { judgeColumns } from "./judge-columns.ts";
import type { Known } from "./known.ts";
import { sectionAt, valueKeyOf } from "./matrix-cells.ts";
import { readLines, type Lines } from "./matrix-lines.ts";
import type { MonthHeader } from "./month-header.ts";
import type { MatrixProposal, ProposedColumn, Question } from "./proposal.ts";
import { unitsOf, type Line } from "./matrix-units.ts";
import { sampleColumn } from "./samples.ts";
import { contextFrom, formatIn, isReport, titlesAbove } from "./titles.ts";
import type { View } from "./view.ts";

/** The matrix of a record below a header of months; undefined where its lines are not that record's. */
export function proposeMatrix(
  view: View,
  header: MonthHeader,
  known: Known,
  last: number,
  context: Context,
): MatrixProposal | undefined {
  const { sheet } = known;
  if (!sheet.matrix || isReport(titlesAbove(view, header.row, 0))) return undefined;
  const columns = lineColumns(view, header, known, last, context);
  const proposal = describeMatrix(view, header, columns, known, last, context);
  const lines = columns.some(({ key }) => key !== null) || headingsIn(view, proposal, sheet, context);
  return proposal.data.bottom < proposal.data.top || !lines ? undefined : proposal;
}

/** All that follows once the columns of the lines are known. */
export function describeMatrix(
  view: View,
  header: MonthHeader,
  columns: readonly ProposedColumn[],
  known: Known,
  last: number,
  context: Context,
): MatrixProposal {
  const { sheet } = known;
  const titles = titlesAbove(view, header.row, 0);
  const sections = (row: number) => sectionAt(view, row, { columns }, sheet, context);
  const lines = readLines(view, header, columns, last, sections);
  const given = givenBy(titles, header, columns, sheet, context);
  const values = lineValues(view, sheet, columns, lines, given, context);
  const { habits, questions } = unitsOf(view, sheet, header, columns, values, titles);
  const named = known.isNamedIn(titles);
  const decided = values.some(({ key }) => key !== undefined);
  return {
    layout: "matrix",
    record: sheet.id,
    confidence: (named ? 0.9 : 0.5) * (decided ? 1 : 0.6),
    worksheet: view.grid.name,
    table: null,
    headerRows: [header.row],
    data: lines.data,
    apart: lines.apart,
    context: given,
    habits,
    mergedData: mergedDown(view, lines.data, header),
    questions: [...questionsOf(sheet, given, decided, named), ...questions],
    format: formatIn(titles, sheet),
    columns,
    months: header.months,
  };
}

function headingsIn(view: View, { columns, apart }: MatrixProposal, sheet: Sheet, context: Context): boolean {
  return apart.some(({ row }) => Object.keys(sectionAt(view, row, { columns }, sheet, context)).length > 0);
}

/** The year and whatever else the titles or the months' own headers say of all lines. */
function givenBy(
  titles: readonly string[],
  { year }: MonthHeader,
  columns: readonly ProposedColumn[],
  sheet: Sheet,
  context: Context,
): Row {
  const { matrix } = sheet;
  if (!matrix) return {};
  const held = new Set(columns.flatMap(({ key }) => (key === null ? [] : [key])));
  const sayable = { ...sheet, columns: pick(sheet, [matrix.year, ...matrix.lines]) };
  const said = contextFrom(titles, sayable, held, context);
  return year === null ? said : { ...said, [matrix.year]: year };
}

function mergedDown(view: View, { top, bottom }: Area, { months }: MonthHeader): readonly Area[] {
  return view.grid.merges.filter(
    (area) => area.bottom > area.top && area.top >= top && area.bottom <= bottom && !months.has(area.left),
  );
}

/** What the columns without a month are; those that say what a line is may go without a name. */
function lineColumns(
  view: View,
  { row, months }: MonthHeader,
  known: Known,
  last: number,
  context: Context,
): readonly ProposedColumn[] {
  const { sheet, names } = known;
  const lines = new Set(sheet.matrix?.lines);
  const rows = Array.from({ length: Math.max(0, last - row) }, (_, place) => row + 1 + place);
  const samplesOf = (column: number) => sampleColumn(view, column, rows);
  const width = view.grid.cells[row]?.length ?? 0;
  const places = Array.from({ length: width }, (_, column) => column).filter((column) => !months.has(column));
  const header = places.map((column) => {
    const text = view.text(row, column);
    return { column, header: text, readings: text === "" ? [] : [text] };
  });
  const onlyLines: Known = {
    ...known,
    names: { likeness: (text) => new Map([...names.likeness(text)].filter(([key]) => lines.has(key))) },
  };
  const judged = judgeColumns(onlyLines, header, samplesOf, context).columns;
  return judged.map((column) =>
    column.key === null ? byContent(column, judged, sheet, samplesOf(column.column), context) : column,
  );
}

/** A column without a telling name whose cells all are, say, markets. */
function byContent(
  column: ProposedColumn,
  judged: readonly ProposedColumn[],
  sheet: Sheet,
  samples: ReturnType<typeof sampleColumn>,
  context: Context,
): ProposedColumn {
  if (column.header !== "" || samples.cells.length === 0) return column;
  for (const key of sheet.matrix?.lines ?? []) {
    if (judged.some((other) => other.key === key)) continue;
    const definition = columnOf(sheet, key);
    const fit = fitColumn(key, definition, samples, context);
    const strict = confidenceOf(0, fit, definition, context) > 0;
    if (fit.share === 1 && strict) return { ...column, key, confidence: limits.certain, asked: false };
  }
  return column;
}

function lineValues(
  view: View,
  sheet: Sheet,
  columns: readonly ProposedColumn[],
  lines: Lines,
  given: Row,
  context: Context,
): readonly Line[] {
  return lines.records.map((row) => {
    const cells: Record<string, Cell> = { ...lines.sectionOf(row) };
    for (const { column, key } of columns) if (key !== null) cells[key] = view.value(row, column);
    const { values } = readRow(sheet, cells, context);
    return { row, key: valueKeyOf(sheet, { ...given, ...values }) };
  });
}

function questionsOf(sheet: Sheet, given: Row, decided: boolean, named: boolean): readonly Question[] {
  const { matrix } = sheet;
  const questions: Question[] = named ? [] : [{ about: "record", others: [] }];
  if (matrix && (given[matrix.year] ?? null) === null) questions.push({ about: "context", key: matrix.year });
  const undecided = decided ? undefined : matrix?.lines.find((key) => columnOf(sheet, key).required === true);
  if (undecided !== undefined) questions.push({ about: "context", key: undecided });
  return questions;
}

const pick = (sheet: Sheet, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, columnOf(sheet, key)]));
