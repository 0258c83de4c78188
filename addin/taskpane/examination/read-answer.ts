import type { Column } from "../../../shared/model/column.ts";
import type { Finding } from "../../../shared/model/issue.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { readCell } from "../../../shared/model/read-row.ts";

/** What somebody typed as the value of a column for all rows: the canonical value, or why it is none. */
export type AnswerReading =
  { readonly ok: true; readonly value: string | number } | { readonly ok: false; readonly finding: Finding };

/** Reads and judges it as a cell of that column would be; an answer must say something. */
export function readAnswer(column: Column, typed: string, context: Context): AnswerReading {
  const reading = readCell(column, typed, context, {});
  if (!reading.ok) return reading;
  const { value } = reading;
  if (value === null) return { ok: false, finding: { code: "required" } };
  const wrong = column.checks
    .map((check) => check(value, {}, context))
    .find((finding) => finding !== undefined && finding.severity !== "warning");
  return wrong ? { ok: false, finding: wrong } : { ok: true, value };
}
