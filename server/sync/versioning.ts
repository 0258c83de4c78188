import { findingToIssue, type Issue } from "../../shared/model/issue.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { valueOf } from "./merge.ts";

/** A row with its official version counted, and why that version may not be. */
export interface VersionedRow {
  readonly row: Row;
  /** Why the official version changed; null where it did not, or for the first. */
  readonly reason: string | null;
  readonly issues: readonly Issue[];
}

/**
 * Counts the official version of a row whose versioned columns changed. From the second on it needs a reason other than
 * the one that the person's version of the row already had.
 */
export function countVersion(sheet: Sheet, base: Row, current: Row, merged: Row): VersionedRow {
  const { versioning } = sheet;
  const isNew = versioning?.columns.some((column) => valueOf(merged, column) !== valueOf(current, column));
  if (!versioning || !isNew) return { row: merged, reason: null, issues: [] };
  const official = Number(valueOf(current, versioning.counter) ?? 0) + 1;
  const row = { ...merged, [versioning.counter]: official };
  if (official === 1) return { row, reason: null, issues: [] };
  const reason = valueOf(merged, versioning.reason);
  const isFresh = typeof reason === "string" && reason !== valueOf(base, versioning.reason);
  if (isFresh) return { row, reason, issues: [] };
  const finding = { code: "reason-required", details: { version: official } } as const;
  return { row, reason: null, issues: [findingToIssue(versioning.reason, finding)] };
}
