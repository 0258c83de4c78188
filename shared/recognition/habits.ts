import { isDateFormat, isPercentFormat } from "./number-format.ts";
import type { ColumnHabit } from "../model/habit.ts";
import type { Context } from "../model/kind.ts";
import { readCell } from "../model/read-row.ts";
import { columnOf, type Sheet } from "../model/sheet.ts";
import type { Column } from "../model/column.ts";
import { normalise } from "../text/normalise.ts";
import type { ProposedColumn, Question } from "./proposal.ts";
import { cellText, isEmptyCell, type View } from "./view.ts";

/** How the table writes its columns, as far as it is evident, and what must be asked. */
export interface Habits {
  readonly habits: Readonly<Record<string, ColumnHabit>>;
  readonly questions: readonly Question[];
}

/** Cells that are looked at for a column's habit. */
const mostCells = 2_000;
const mostExamples = 3;

export function habitsOf(
  view: View,
  sheet: Sheet,
  columns: readonly ProposedColumn[],
  rows: readonly number[],
  titles: readonly string[],
  context: Context,
): Habits {
  const habits: Record<string, ColumnHabit> = {};
  const questions: Question[] = [];
  for (const { column, key, header } of columns) {
    if (key === null) continue;
    const definition = columnOf(sheet, key);
    if (definition.compute) continue;
    const texts = textsOf(view, column, rows);
    const order = isDateFormat(definition.kind.layout.numberFormat) ? orderQuestion(key, texts) : undefined;
    if (order) questions.push(order);
    if (countsShares(definition) && showsShares(view, column, rows)) habits[key] = { unit: 100 };
    if (!countsMoney(definition)) continue;
    const numbers = numbersOf(view, definition, column, rows, context);
    const unit = unitOf(key, header, titles, numbers);
    if (typeof unit === "number" && unit !== 1) habits[key] = { unit };
    else if (typeof unit === "object") questions.push(unit);
  }
  return { habits, questions };
}

/** Whether the column's numbers are shown as money. */
export const countsMoney = (column: Column): boolean => /\$/u.test(column.kind.layout.numberFormat);

/** Whether the column's numbers are percentages. */
const countsShares = (column: Column): boolean => column.kind.layout.numberFormat.includes("%");

/**
 * Whether 1 in a cell counts a hundred: the sheet shows most of the column's numbers as percentages, or none is above 1
 * and some are fractions, which as percentages would be next to nothing.
 */
function showsShares(view: View, column: number, rows: readonly number[]): boolean {
  const places = rows.slice(0, mostCells).filter((row) => typeof view.cell(row, column) === "number");
  const shown = places.filter((row) => isPercentFormat(view.grid.formatAt(row, column)));
  const numbers = places.map((row) => Number(view.cell(row, column)));
  const isShare =
    numbers.every((number) => number >= 0 && number <= 1) && numbers.some((number) => number % 1 > 0);
  return isShare || shown.length * 2 > numbers.length;
}

function textsOf(view: View, column: number, rows: readonly number[]): readonly string[] {
  return rows.slice(0, mostCells).flatMap((row) => {
    const cell = view.cell(row, column);
    return typeof cell === "string" && !isEmptyCell(cell) ? [cellText(cell)] : [];
  });
}

/**
 * Text dates that can only be month first, where none or few can only be day first: whoever links is asked once, by
 * those that may be either. A single one among many others is a slip of its own row.
 */
function orderQuestion(key: string, texts: readonly string[]): Question | undefined {
  const monthFirst: string[] = [];
  const either: string[] = [];
  let dayFirst = 0;
  for (const text of texts) {
    const [, first, second] = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*\d{2,4}/u.exec(text) ?? [];
    if (Number(second) > 12 && Number(first) <= 12) monthFirst.push(text);
    if (Number(first) > 12 && Number(second) <= 12) dayFirst += 1;
    if (Number(first) <= 12 && Number(second) <= 12 && first !== second) either.push(text);
  }
  const evident = monthFirst.length > 0 && (dayFirst === 0 || monthFirst.length >= 0.2 * dayFirst);
  return evident
    ? { about: "date-order", key, examples: [...either, ...monthFirst].slice(0, mostExamples) }
    : undefined;
}

function numbersOf(
  view: View,
  definition: Column,
  column: number,
  rows: readonly number[],
  context: Context,
): readonly number[] {
  return rows.slice(0, mostCells).flatMap((row) => {
    const cell = view.cell(row, column);
    if (typeof cell === "number") return [cell];
    const plain = typeof cell === "string" && /^[\s$]*[\d.,]+\s*$/u.test(cell);
    const reading = plain ? readCell(definition, cell, context, {}) : undefined;
    return reading?.ok && typeof reading.value === "number" ? [reading.value] : [];
  });
}

/** Pesos of this business have at least five digits; millions of it have at most five. */
const [leastPesos, mostMillions] = [10_000, 100_000];

/** What 1 counts by what the header or a title says, unless the numbers contradict it; then the question. */
export function unitOf(
  key: string,
  header: string,
  titles: readonly string[],
  numbers: readonly number[],
): number | Question {
  const said = unitSaid(header) ?? titles.map(unitInTitle).find((unit) => unit !== undefined);
  const sizes = numbers
    .map(Math.abs)
    .filter((size) => size > 0)
    .toSorted((one, other) => one - other);
  const middle = sizes[Math.floor(sizes.length / 2)];
  const question: Question = {
    about: "unit",
    key,
    examples: sizes.slice(0, mostExamples).map((size) => String(size).replace(".", ",")),
  };
  if (middle === undefined) return said ?? 1;
  if (said !== undefined && said > 1)
    return middle * said > 1e13 || middle >= leastPesos * (mostMillions / said) ? question : said;
  const largest = sizes.at(-1) ?? 0;
  return middle < leastPesos && (said === undefined || largest < leastPesos) ? question : 1;
}

/** «(millones)», «en miles de pesos», «MM COP»; undefined where nothing is said. */
export function unitSaid(text: string): number | undefined {
  const words = ` ${normalise(text)} `;
  if (/ (?:millones|millon|mill|mm|mllns) /u.test(words)) return 1_000_000;
  if (/ (?:miles|mil) /u.test(words)) return 1_000;
  return / (?:cop|pesos) |\$/u.test(`${words}${text}`) ? 1 : undefined;
}

/** A title speaks of all numbers only where it says so: «cifras en millones», «(en pesos)», «valores en miles». */
function unitInTitle(title: string): number | undefined {
  const words = normalise(title);
  return /\ben (?:millones|miles|mill|mm|pesos)\b/u.test(words) ? unitSaid(words) : undefined;
}
