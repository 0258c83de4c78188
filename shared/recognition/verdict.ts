import { isTyped } from "../model/column.ts";
import type { RecordFit } from "./judge-columns.ts";

/** Whether a table is a record: surely, perhaps (then it is asked), or not. */
export type Verdict = "yes" | "ask" | "no";

/** Half of what every row must have, in columns or in titles: with less, a sheet of lists would do. */
const leastCoverage = 0.5;
const leastFound = 3;

/**
 * Weighs the columns found: those that many records have say little, choices whose options stand in the cells say
 * more, and so does a title with the record's name. `said` are the columns that titles fill.
 */
export function judgeRecord(fit: RecordFit, said: ReadonlySet<string>, named: boolean): Verdict {
  const coverage = coverageOf(fit, said);
  if (coverage < leastCoverage || fit.found + said.size < leastFound) return "no";
  const telling = fit.telling + (named ? 0.7 : 0);
  const complete = coverage >= 0.7 || named;
  if (telling >= 1.3 && complete) return fit.contradicted ? "ask" : "yes";
  return telling >= (complete ? 0.8 : 1.6) && (complete || coverage >= 0.55) ? "ask" : "no";
}

function coverageOf({ known, coverage }: RecordFit, said: ReadonlySet<string>): number {
  const required = Object.entries(known.sheet.columns).filter(
    ([, column]) => isTyped(column) && column.required === true,
  );
  const filled = required.filter(([key]) => said.has(key)).length;
  return coverage + (required.length === 0 ? 0 : (0.9 * filled) / required.length);
}

/** Whether the names alone make it worth looking at what the cells hold. */
export const isWorthALook = ({ coverage, found }: RecordFit): boolean => coverage >= 0.25 && found >= 2;
