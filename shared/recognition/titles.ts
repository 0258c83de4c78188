import { monthByName } from "../colombia/months.ts";
import { isTyped, type Column } from "../model/column.ts";
import { atColumn, type Context } from "../model/kind.ts";
import { readCell } from "../model/read-row.ts";
import type { Sheet } from "../model/sheet.ts";
import type { MutableRow, Row, Value } from "../model/value.ts";
import { normalise } from "../text/normalise.ts";
import type { Proposal } from "./proposal.ts";
import { isEmptyCell, type View } from "./view.ts";

/** Rows above a header that may hold titles. */
const mostTitleRows = 40;

/** The texts above a header within some columns, and the worksheet's name, from the nearest to the farthest. */
export function titlesAbove(view: View, headerRow: number, first: number): readonly string[] {
  const titles: string[] = [];
  for (let row = headerRow - 1; row >= Math.max(first, headerRow - mostTitleRows); row -= 1) {
    (view.grid.cells[row] ?? []).forEach((cell, column) => {
      if (typeof cell === "string" && !isEmptyCell(cell)) titles.push(withValue(view, row, column));
    });
  }
  return [...titles, view.grid.name];
}

/** A title that ends with a colon says what stands right of it. */
function withValue(view: View, row: number, column: number): string {
  const text = view.text(row, column);
  if (!text.endsWith(":")) return text;
  const area = view.mergeAt(row, column);
  const next = view.cell(row, (area?.right ?? column) + 1);
  return `${text} ${String(next)}`;
}

/** What titles say of columns that the table lacks: a year, a month, one of a few options, a name after its label. */
export function contextFrom(
  titles: readonly string[],
  sheet: Sheet,
  held: ReadonlySet<string>,
  context: Context,
): Row {
  const found: MutableRow = {};
  for (const [key, column] of Object.entries(sheet.columns)) {
    if (held.has(key) || !isTyped(column)) continue;
    const value = said(titles, key, column, context);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

function said(titles: readonly string[], key: string, column: Column, context: Context): Value | undefined {
  const readings = new Set<Value>();
  for (const phrase of phrasesFor(titles, column, context)) {
    const reading = readCell(column, phrase, atColumn(context, key), {});
    if (reading.ok && reading.value !== null && column.kind.schema.safeParse(reading.value).success)
      readings.add(reading.value);
  }
  const [value, ...others] = readings;
  return others.length === 0 ? value : undefined;
}

/** The parts of titles that may be a value of the column; a column that takes any text is never filled from a title. */
function phrasesFor(titles: readonly string[], column: Column, context: Context): readonly string[] {
  if (column.kind.options) {
    const options = column.kind.options(context).map(normalise);
    const months = monthsOf(titles).filter((month) => options.some((option) => option.startsWith(month)));
    return [...labelled(titles, column), ...optionsSaid(titles, column, context), ...months];
  }
  const refusesWords = !readCell(column, "zzqx wq", context, {}).ok;
  return refusesWords ? periodsOf(titles, column, context) : [];
}

/** «ASESOR: Keila Montes», where the label is the column's own. */
function labelled(titles: readonly string[], { label }: Column): readonly string[] {
  return titles.flatMap((title) => {
    const [before = "", after = ""] = title.split(/:(.*)/su);
    return normalise(before) === normalise(label) && after.trim() !== "" ? [after.trim()] : [];
  });
}

/** «VISITAS MERCADO REGULADO»: the label and one option; the longest option wins, as one may end with another. */
function optionsSaid(titles: readonly string[], column: Column, context: Context): readonly string[] {
  const options = column.kind.options?.(context) ?? [];
  if (options.length > 40) return [];
  return titles.flatMap((title) => {
    const text = ` ${normalise(title)} `;
    const found = options.filter((option) =>
      text.includes(` ${normalise(column.label)} ${normalise(option)} `),
    );
    return found.slice(0, 1);
  });
}

const monthsOf = (titles: readonly string[]): readonly string[] =>
  titles.flatMap((title) => wordsOf(title).filter((word) => monthByName(word) !== undefined));

/** Years alone, and months with the year that some title says. */
function periodsOf(titles: readonly string[], column: Column, context: Context): readonly string[] {
  const years = titles.flatMap((title) => title.match(/(?<!\d|[/-])(?:20)\d{2}(?!\d|[/-])/gu) ?? []);
  const months = monthsOf(titles);
  const dated = months.flatMap((month) => years.map((year) => `${month} ${year}`));
  const takesMonths = dated.some((phrase) => readCell(column, phrase, context, {}).ok);
  if (takesMonths) return dated;
  return countsYears(column, context) ? years : [];
}

/** Whether 2026 suits the column and 12 does not. */
function countsYears(column: Column, context: Context): boolean {
  const accepts = (value: number) => column.checks.every((check) => check(value, {}, context) === undefined);
  return accepts(2026) && !accepts(12);
}

const wordsOf = (title: string): readonly string[] => normalise(title).split(" ");

/** The official format that the head names, where its code is the record's. */
export function formatIn(titles: readonly string[], sheet: Sheet): Proposal["format"] {
  const code = normalise(sheet.format.code);
  if (!titles.some((title) => ` ${normalise(title)} `.includes(` ${code} `))) return null;
  const version = titles
    .map((title) => /vers(?:i[oó]n|\.)?[\s:.]*0*(\d{1,3})/iu.exec(title)?.[1])
    .find((digits) => digits !== undefined);
  return { code: sheet.format.code, version: version === undefined ? null : Number(version) };
}

/** Whether a title says that the sheet tells what was done, or repeats it. */
export function isReport(titles: readonly string[]): boolean {
  return titles.some((title) => report.test(normalise(title)));
}

const report =
  /\b(?:ejecutad[oa]s?|ejecucion|ejecutar|solo consulta|resumen|consolidado|informe|cumplimiento|real(?:es)?|historico|dashboard|tablero)\b/u;
