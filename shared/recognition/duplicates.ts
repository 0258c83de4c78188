import { findingToIssue } from "../model/issue.ts";
import type { Sheet } from "../model/sheet.ts";
import type { ProposedRow } from "./read-proposal.ts";

/** The rows, of which each that repeats the key of an earlier one says so. */
export function markDuplicates(sheet: Sheet, rows: readonly ProposedRow[]): readonly ProposedRow[] {
  return sheet.keys.reduce<readonly ProposedRow[]>((marked, key) => markKey(sheet, key, marked), rows);
}

function markKey(sheet: Sheet, key: readonly string[], rows: readonly ProposedRow[]): readonly ProposedRow[] {
  const seen = new Map<string, ProposedRow>();
  return rows.map((row) => {
    const name = nameOf(sheet, key, row);
    if (name === undefined) return row;
    const earlier = seen.get(name);
    if (!earlier) {
      seen.set(name, row);
      return row;
    }
    const issue = findingToIssue(key[0] ?? "", { code: "duplicate", details: { row: earlier.row + 1 } });
    return { ...row, issues: [...row.issues, issue] };
  });
}

/** The key's values together; undefined where one could not be read, is required and missing, or all are empty. */
function nameOf(sheet: Sheet, key: readonly string[], { reading, cells }: ProposedRow): string | undefined {
  const values = key.map((column) => reading.values[column] ?? null);
  const incomplete = key.some((column, place) => {
    const required = sheet.columns[column]?.required === true;
    return column in reading.unread || (required && (values[place] === null || !(column in cells)));
  });
  return incomplete || values.every((value) => value === null) ? undefined : JSON.stringify(values);
}
