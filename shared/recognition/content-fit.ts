import type { IssueCode } from "../model/issue.ts";
import type { Column } from "../model/column.ts";
import { atColumn, type Context } from "../model/kind.ts";
import { readCell } from "../model/read-row.ts";
import { cellText } from "./view.ts";
import { isDateFormat, isMoneyFormat } from "./number-format.ts";
import type { Sample, Samples } from "./samples.ts";

/** How the cells of a column agree with one of the record's. */
export interface Fit {
  /** Share of the cells that the column's kind reads, from 0 to 1; undefined without cells. */
  readonly share: number | undefined;
  /** Cells that say something, error cells not among them. */
  readonly judged: number;
  /** Different values among them. */
  readonly distinct: number;
}

/** What a cell that was not read still says for its column: a name that no list knows may be right all the same. */
const lenient: Partial<Record<IssueCode, number>> = {
  "unknown-person": 0.9,
  "not-whole": 1,
  "out-of-range": 0.6,
  "bad-check-digit": 1,
  "invalid-date": 1,
  "ambiguous-date": 1,
  "ambiguous-municipality": 1,
  "too-long": 0.5,
};

/** Judges the cells by the kind of the column itself, once for the same cells; error cells say nothing. */
export function fitColumn(key: string, column: Column, samples: Samples, context: Context): Fit {
  const fits = judged.get(samples) ?? new Map<Column, Fit>();
  const before = fits.get(column);
  if (before) return before;
  const fit = judgeAll(key, column, samples, context);
  judged.set(samples, fits.set(column, fit));
  return fit;
}

const judged = new WeakMap<Samples, Map<Column, Fit>>();

function judgeAll(key: string, column: Column, samples: Samples, context: Context): Fit {
  const values = new Set<string>();
  let heard = 0;
  let fitting = 0;
  for (const sample of samples.cells) {
    const mark = judge(key, column, sample, context);
    if (mark === undefined) continue;
    heard += 1;
    fitting += mark;
    if (mark > 0) values.add(cellText(sample.cell).toLowerCase());
  }
  return { share: heard === 0 ? undefined : fitting / heard, judged: heard, distinct: values.size };
}

function judge(key: string, column: Column, sample: Sample, context: Context): number | undefined {
  const reading = readCell(column, sample.cell, atColumn(context, key), {});
  if (!reading.ok && reading.finding.code === "error-cell") return undefined;
  if (!formatSuits(column, sample, reading.ok ? reading.value : null)) return 0;
  if (reading.ok) return 1;
  return typeof sample.cell === "number" && reading.finding.code === "unknown-person"
    ? 0
    : (lenient[reading.finding.code] ?? 0);
}

/** A number shown as a day is no quantity and no name; one shown as money is no day and no name. */
function formatSuits(column: Column, { cell, format }: Sample, value: string | number | null): boolean {
  if (typeof cell !== "number") return true;
  const { numberFormat } = column.kind.layout;
  if (isDateFormat(format)) return isDateFormat(numberFormat) || /^\d{4}-\d{2}/u.test(String(value));
  return !isMoneyFormat(format) || (!isDateFormat(numberFormat) && column.kind.storage !== "TEXT");
}
