import type { Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { LocalRow } from "./interpret-rows.ts";

interface Keyed {
  readonly sheet: Sheet;
  readonly context: Context;
  /** The worksheet's number of a row, as people see it. */
  rowNumber(position: number): number;
}

/**
 * Rows that wait to be sent and repeat the key of another row of the table, by id: one issue at the key's first column,
 * with the other row's number.
 */
export function duplicateIssues(
  judging: Keyed,
  rows: readonly LocalRow[],
): ReadonlyMap<string, readonly Issue[]> {
  const issuesById = new Map<string, Issue[]>();
  for (const key of judging.sheet.keys) {
    for (const group of groupsByKey(rows, key)) {
      for (const { row, other } of pairsOf(group)) {
        const issue = duplicateIssue(judging, key, row, judging.rowNumber(other.position));
        issuesById.set(row.known.id, [...(issuesById.get(row.known.id) ?? []), issue]);
      }
    }
  }
  return issuesById;
}

interface Pair {
  readonly row: LocalRow;
  readonly other: LocalRow;
}

/** Each waiting row with the one it repeats: a clean row if there is one, as it was there first; else the first of them. */
function pairsOf(group: readonly LocalRow[]): readonly Pair[] {
  const [first, second] = group;
  const clean = group.find(({ dirty }) => !dirty);
  return group.flatMap((row) => {
    const other = clean ?? (row === first ? second : first);
    return row.dirty && other ? [{ row, other }] : [];
  });
}

function groupsByKey(rows: readonly LocalRow[], key: readonly string[]): readonly (readonly LocalRow[])[] {
  const groups = new Map<string, LocalRow[]>();
  for (const row of rows) {
    const name = nameOf(row, key);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The key's values, or undefined where one cannot be read or all are empty. */
function nameOf({ reading }: LocalRow, key: readonly string[]): string | undefined {
  if (key.some((column) => column in reading.unread)) return undefined;
  const values = key.map((column) => reading.values[column] ?? null);
  return values.every((value) => value === null) ? undefined : JSON.stringify(values);
}

function duplicateIssue(judging: Keyed, key: readonly string[], { reading }: LocalRow, row: number): Issue {
  const { sheet, context } = judging;
  const filled = key.filter((column) => (reading.values[column] ?? null) !== null);
  const shown = filled.map((column) =>
    columnOf(sheet, column).kind.display(reading.values[column] ?? "", context),
  );
  const columns = filled.map((column) => columnOf(sheet, column).label);
  const details = { columns: columns.join(", "), typed: shown.join(", "), row };
  return { column: key[0] ?? "", code: "duplicate", severity: "error", details };
}
