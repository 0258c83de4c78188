import { serialToDay } from "../colombia/day.ts";
import { monthByName } from "../colombia/months.ts";
import { isDateFormat } from "./number-format.ts";
import type { View } from "./view.ts";

/** A row whose cells name months of one year, as over a matrix. */
export interface MonthHeader {
  readonly row: number;
  /** Month (1–12) by column of the worksheet, from 0. */
  readonly months: ReadonlyMap<number, number>;
  /** The year that the months themselves say, or null. */
  readonly year: number | null;
}

/** Fewer months than a quarter are no matrix. */
const fewestMonths = 3;

/** The rows that name months across, in their order and each once. */
export function monthHeaders(view: View): readonly MonthHeader[] {
  const headers: MonthHeader[] = [];
  for (let row = 0; row < view.height; row += 1) {
    if ((view.grid.cells[row]?.length ?? 0) < fewestMonths) continue;
    const header = readMonths(view, row);
    if (header) headers.push(header);
  }
  return headers;
}

function readMonths(view: View, row: number): MonthHeader | undefined {
  const months = new Map<number, number>();
  const years = new Set<number>();
  for (let column = 0; column < (view.grid.cells[row]?.length ?? 0); column += 1) {
    const named = monthAt(view, row, column, view.grid.formatAt(row, column));
    if (!named) continue;
    const last = [...months.values()].at(-1) ?? 0;
    if (named.month <= last) break;
    months.set(column, named.month);
    if (named.year !== null) years.add(named.year);
  }
  if (months.size < fewestMonths || years.size > 1) return undefined;
  return { row, months, year: [...years][0] ?? null };
}

function monthAt(
  view: View,
  row: number,
  column: number,
  format: string,
): { readonly month: number; readonly year: number | null } | undefined {
  const cell = view.cell(row, column);
  if (typeof cell === "number") {
    if (!isDateFormat(format) || !/m/iu.test(format) || cell < 20_000 || cell > 80_000) return undefined;
    const day = serialToDay(cell);
    return { month: Number(day.slice(5, 7)), year: Number(day.slice(0, 4)) };
  }
  const parts = /^\s*(\p{L}{3,10})\.?(?:\s*[-/']?\s*(\d{4}|\d{2}))?\s*$/u.exec(String(cell));
  const month = parts?.[1] === undefined ? undefined : monthByName(parts[1]);
  if (month === undefined) return undefined;
  const digits = parts?.[2];
  return { month, year: digits === undefined ? null : Number(digits) + (digits.length === 2 ? 2000 : 0) };
}
