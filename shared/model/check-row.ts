import type { Column } from "./column.ts";
import { holds } from "./condition.ts";
import { findingToIssue, type Finding, type Issue } from "./issue.ts";
import type { Context } from "./kind.ts";
import { typedColumns, type Sheet } from "./sheet.ts";
import type { MutableRow, Row } from "./value.ts";

/**
 * Judges the canonical values of a whole row: schema, what is required or not allowed, the columns' checks and the
 * rules between columns. `unread` names the columns whose cells could not be read; they are not judged again.
 */
export function checkRow(
  sheet: Sheet,
  row: Row,
  context: Context,
  unread: ReadonlySet<string> = new Set(),
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [key, column] of typedColumns(sheet)) {
    if (unread.has(key) || dependsOn(column, unread)) continue;
    const finding = checkColumn(column, row[key] ?? null, row, context);
    if (finding) issues.push(findingToIssue(key, finding));
  }
  for (const rule of sheet.rules) {
    if (!unread.has(rule.on) && !rule.holds(row, context)) issues.push(findingToIssue(rule.on, rule.finding));
  }
  return issues;
}

/** The row with its computed columns filled in; those kept by the service stay as they are. */
export function computeRow(sheet: Sheet, row: Row, context: Context): Row {
  const computed: MutableRow = { ...row };
  for (const [key, column] of Object.entries(sheet.columns)) {
    if (column.compute) computed[key] = column.compute(computed, context);
  }
  return computed;
}

/** A condition on a cell that could not be read cannot be judged. */
function dependsOn(column: Column, unread: ReadonlySet<string>): boolean {
  const conditions = [column.required, column.onlyWhen];
  return conditions.some((condition) => typeof condition === "object" && unread.has(condition.column));
}

function checkColumn(column: Column, value: Row[string], row: Row, context: Context): Finding | undefined {
  if (value === null || value === undefined)
    return isRequired(column, row) ? { code: "required" } : undefined;
  if (column.onlyWhen && !holds(column.onlyWhen, row)) return { code: "not-allowed" };
  const schemaFinding = checkSchema(column, value);
  if (schemaFinding) return schemaFinding;
  for (const check of column.checks) {
    const finding = check(value, row, context);
    if (finding) return finding;
  }
  return undefined;
}

function checkSchema(column: Column, value: string | number): Finding | undefined {
  if (column.kind.schema.safeParse(value).success) return undefined;
  return { code: "out-of-range", details: { typed: String(value) } };
}

export function isRequired(column: Column, row: Row): boolean {
  const { required = false } = column;
  return typeof required === "boolean" ? required : holds(required, row);
}
