import { isDeepStrictEqual } from "node:util";
import { readableColumns } from "../../shared/model/access.ts";
import { checkRow, computeRow } from "../../shared/model/check-row.ts";
import type { Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnKeys, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import type { Judge } from "./decide-row.ts";
import { countVersion, type VersionedRow } from "./versioning.ts";

/** A row before and after somebody's change. */
export interface Sides {
  readonly base: Row;
  readonly now: Row;
  readonly merged: Row;
}

export interface JudgedRow extends Pick<VersionedRow, "row" | "reason"> {
  readonly issues: readonly Issue[];
}

/** The merged row as it would stand, and all that is wrong with it. */
export function judgeMerged(sheet: Sheet, { base, now, merged }: Sides, context: Context): JudgedRow {
  const versioned = countVersion(sheet, base, now, merged);
  const row = computeRow(sheet, versioned.row, context);
  return { row, reason: versioned.reason, issues: [...checkRow(sheet, row, context), ...versioned.issues] };
}

/**
 * Issues as far as the person may know of them: those of columns that they may read. Details stay where they follow
 * from what the person may read alone: a date that is too early, say, is told without the hidden date before it.
 */
export function toldIssues(
  sheet: Sheet,
  issues: readonly Issue[],
  sides: Sides,
  { person, context }: Judge,
): readonly Issue[] {
  const readable = new Set(readableColumns(sheet, person.role));
  if (issues.length === 0 || readable.size === columnKeys(sheet).length) return issues;
  const seen = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, readable.has(key) ? value : null]));
  const { base, now, merged } = sides;
  const ofSeen = judgeMerged(sheet, { base: seen(base), now: seen(now), merged: seen(merged) }, context);
  return issues
    .filter(({ column }) => readable.has(column))
    .map((issue) => (ofSeen.issues.some((one) => isDeepStrictEqual(one, issue)) ? issue : bare(issue)));
}

function bare({ column, code, severity }: Issue): Issue {
  return { column, code, severity };
}
