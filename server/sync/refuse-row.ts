import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import { mayTouch, readableColumns, writableColumns } from "../../shared/model/access.ts";
import { computeRow } from "../../shared/model/check-row.ts";
import { isTyped } from "../../shared/model/column.ts";
import { findingToIssue, type Issue } from "../../shared/model/issue.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import type { Judge } from "./decide-row.ts";
import { changedColumns, valueOf } from "./merge.ts";
import type { LoadedRow } from "./stored-row.ts";

/** Rows that the person may not see are not theirs to guess at; void rows are gone. */
export function refuseUnseen(
  sheet: Sheet,
  { id }: PushedRow,
  { current }: LoadedRow,
  judge: Judge,
): RowAnswer | undefined {
  if (readableColumns(sheet, judge.person.role).length === 0) return { result: "forbidden", id, columns: [] };
  if (!current) return undefined;
  if (!mayTouch(sheet, judge.person, "read", current.values)) return { result: "forbidden", id, columns: [] };
  return current.voided ? { result: "gone", id } : undefined;
}

/** Columns that the record lacks, that are not the person's to change, or that nobody fills in. */
export function refuseColumns(
  sheet: Sheet,
  { id, values }: PushedRow,
  base: Row,
  now: Row,
  judge: Judge,
): RowAnswer | undefined {
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(sheet.columns, key));
  if (unknown.length > 0)
    return invalid(
      id,
      unknown.map((key) => findingToIssue(key, { code: "unknown-column" })),
    );
  const forbidden = forbiddenColumns(sheet, values, base, judge);
  if (forbidden.length > 0) return { result: "forbidden", id, columns: [...forbidden] };
  const overwritten = overwrittenColumns(sheet, values, [base, now], judge);
  if (overwritten.length === 0) return undefined;
  return invalid(
    id,
    overwritten.map((key) => findingToIssue(key, { code: "read-only" })),
  );
}

/** The values of columns that people fill in. */
export function typedValues(sheet: Sheet, values: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([key]) => isTyped(columnOf(sheet, key))));
}

export function invalid(id: string, issues: readonly Issue[]): RowAnswer {
  return { result: "invalid", id, issues: [...issues] };
}

/** A column that one may not read is refused whatever is sent, so that nobody learns a value by trying. */
function forbiddenColumns(sheet: Sheet, values: Row, base: Row, { person }: Judge): readonly string[] {
  const readable = new Set(readableColumns(sheet, person.role));
  const writable = new Set(writableColumns(sheet, person.role));
  const changed = new Set(changedColumns(base, typedValues(sheet, values)));
  return Object.keys(values).filter((key) => !readable.has(key) || (changed.has(key) && !writable.has(key)));
}

/** Computed and kept columns to which something else was written than they hold. */
function overwrittenColumns(
  sheet: Sheet,
  values: Row,
  known: readonly Row[],
  { context }: Judge,
): readonly string[] {
  const own = Object.keys(values).filter((key) => !isTyped(columnOf(sheet, key)) && values[key] !== null);
  if (own.length === 0) return [];
  const rows = [...known, { ...known[0], ...values }].map((row) => computeRow(sheet, row, context));
  return own.filter((key) => {
    const candidates = columnOf(sheet, key).keptByService ? rows.slice(0, -1) : rows;
    return candidates.every((row) => valueOf(row, key) !== values[key]);
  });
}
