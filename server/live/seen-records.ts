import { mayTouch, readableColumns, type Person } from "../../shared/model/access.ts";
import type { RecentChange } from "../db/read-revisions.ts";
import { isRowKey } from "../sync/stored-row.ts";

/**
 * The records in which somebody sees a change: of a column that they may read, in a row that they may read by now or
 * might before it left them. What their next pull would not show for it is not counted.
 */
export function recordsSeenBy(person: Person, changes: readonly RecentChange[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const columns = new Map<string, ReadonlySet<string>>();
  for (const change of changes) {
    const { sheet } = change;
    if (seen.has(sheet.id)) continue;
    const readable = columns.get(sheet.id) ?? new Set(readableColumns(sheet, person.role));
    columns.set(sheet.id, readable);
    const isTold = (key: string) => readable.has(key) || isRowKey(key);
    if (Object.keys(change.after).some(isTold) && mayHaveRow(person, change)) seen.add(sheet.id);
  }
  return seen;
}

const mayHaveRow = (person: Person, { sheet, row, before }: RecentChange): boolean =>
  [row, { ...row, ...before }].some((values) => mayTouch(sheet, person, "read", values));
