import type { CellConflict, CellIssue, PaneState, VanishedRow } from "../../sync/session.ts";
import type { ReturnedRow } from "../../sync/status-session.ts";
import { sheetLabel } from "../session/definitions.ts";

/** Everything of one linked sheet that needs a person. */
export interface ReviewGroup {
  readonly link: string;
  readonly sheet: string;
  readonly label: string;
  readonly conflicts: readonly CellConflict[];
  readonly mistakes: readonly CellIssue[];
  readonly vanished: readonly VanishedRow[];
  /** Rows that came back to be corrected. */
  readonly returned: readonly ReturnedRow[];
  /** What may stay as it is, but deserves a look. */
  readonly warnings: readonly CellIssue[];
}

/** The part of the state that waits for a person. */
export type Queue = Pick<PaneState, "issues" | "conflicts" | "vanished" | "returned">;

/** How many things keep work from being saved or wait for a decision; remarks do not count. */
export function reviewCount({ issues, conflicts, vanished, returned }: Queue): number {
  return issues.filter(isMistake).length + conflicts.length + returned.length + vanished.length;
}

export const isMistake = ({ issue }: CellIssue): boolean => issue.severity === "error";

/** The groups, worst first: sheets with conflicts, with mistakes, with returned rows, with rows that vanished; the fuller first. */
export function reviewGroups(queue: Queue): readonly ReviewGroup[] {
  const groups = new Map<string, Building>();
  const groupOf = ({ link, sheet }: { readonly link: string; readonly sheet: string }): Building => {
    const group = groups.get(link) ?? emptyGroup(link, sheet);
    groups.set(link, group);
    return group;
  };
  for (const conflict of queue.conflicts) groupOf(conflict).conflicts.push(conflict);
  for (const issue of queue.issues) groupOf(issue)[isMistake(issue) ? "mistakes" : "warnings"].push(issue);
  for (const row of queue.returned) groupOf(row).returned.push(row);
  for (const row of queue.vanished) groupOf(row).vanished.push(row);
  return [...groups.values()].toSorted(worstFirst);
}

interface Building extends ReviewGroup {
  readonly conflicts: CellConflict[];
  readonly mistakes: CellIssue[];
  readonly vanished: VanishedRow[];
  readonly returned: ReturnedRow[];
  readonly warnings: CellIssue[];
}

function emptyGroup(link: string, sheet: string): Building {
  const nothing = { conflicts: [], mistakes: [], vanished: [], returned: [], warnings: [] };
  return { link, sheet, label: sheetLabel(sheet), ...nothing };
}

/** Number of things in a group. */
export const groupSize = (group: ReviewGroup): number =>
  group.conflicts.length +
  group.mistakes.length +
  group.returned.length +
  group.vanished.length +
  group.warnings.length;

function worstFirst(one: ReviewGroup, other: ReviewGroup): number {
  const differences = (["conflicts", "mistakes", "returned", "vanished", "warnings"] as const).map(
    (kind) => other[kind].length - one[kind].length,
  );
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** What of the queue is in one row of one sheet. */
export function rowOfQueue(group: ReviewGroup, row: number): ReviewGroup {
  const inRow = (item: { readonly row: number }) => item.row === row;
  return {
    ...group,
    conflicts: group.conflicts.filter(inRow),
    mistakes: group.mistakes.filter(inRow),
    warnings: group.warnings.filter(inRow),
    // How the row stands is told of it as a whole.
    returned: [],
    vanished: [],
  };
}
