import { canWrite } from "../../shared/model/access.ts";
import { isError, type IssueCode } from "../../shared/model/issue.ts";
import type { Role } from "../../shared/model/role.ts";
import { placeAt, placeOf, rowNumberAt } from "../excel/link-layout.ts";
import { nowhere } from "../excel/place.ts";
import { hasUnsent } from "./row-notes.ts";
import { issuesOf, statusOf, type LinkState } from "./link-state.ts";
import { openFields } from "./open-conflicts.ts";
import type { CellConflict, CellIssue, LinkSummary } from "./session.ts";

/** A link as the pane shows it. Rows are counted, not cells. */
export function summarise(state: LinkState, role: Role): LinkSummary {
  const statuses = state.rows.map((row) => statusOf(state, row));
  return {
    id: state.link.id,
    sheet: state.sheet.id,
    place: state.shape ? placeOf(state.shape) : nowhere,
    rows: state.rows.length,
    pending: state.rows.filter(
      ({ dirty, known, reading }) => dirty || hasUnsent(state.notes.get(known.id), reading.values),
    ).length,
    wrong: statuses.filter((status) => status === "wrong").length,
    inConflict: statuses.filter((status) => status === "conflict").length,
    lastSync: state.link.lastSync,
    troubles: state.troubles,
    canWrite: canWrite(state.sheet, role),
    ...(isStaffs(state.link) ? { isStaffs: true } : {}),
    ...(state.elsewhere ? { elsewhere: state.elsewhere } : {}),
  };
}

/** A sheet of the staff's own: a list that became a table, or a matrix, which the add-in never inserts. */
const isStaffs = ({ origin, layout }: LinkState["link"]): boolean => origin !== null || layout === "matrix";

/** Every remark about a cell, in the order of the rows. */
export function cellIssues(state: LinkState): readonly CellIssue[] {
  const { shape, link, sheet } = state;
  if (!shape) return [];
  const remarks = state.rows.flatMap((row) =>
    issuesOf(state, row.known.id).map((issue) => ({
      link: link.id,
      sheet: sheet.id,
      rowId: row.known.id,
      row: rowNumberAt(shape, row.position),
      place: placeAt(shape, row.position, shape.matrix && aboutRecords.has(issue.code) ? "" : issue.column),
      issue,
      typed: String(row.cells[issue.column] ?? ""),
    })),
  );
  return shape.matrix ? onceEachCell(remarks) : remarks;
}

/** Remarks about a record as a whole: a table shows them at its first cell, a matrix at the month's. */
const aboutRecords: ReadonlySet<IssueCode> = new Set([
  "duplicate",
  "copied",
  "voided",
  "read-only",
  "not-yours",
]);

/** A label belongs to all months of its line, and is remarked on once. */
function onceEachCell(remarks: readonly CellIssue[]): readonly CellIssue[] {
  const seen = new Set<string>();
  return remarks.filter(({ place, issue }) => {
    const key = `${place.address} ${issue.column} ${issue.code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How many cells are wrong; remarks that stop nothing do not count. */
export function countWrong(issues: readonly CellIssue[]): number {
  return issues.filter(({ issue }) => isError(issue)).length;
}

export function cellConflicts(state: LinkState): readonly CellConflict[] {
  const { shape, link, sheet, conflicts } = state;
  if (!shape) return [];
  return state.rows.flatMap((row) =>
    openFields(conflicts.get(row.known.id), row).map(({ column, base, mine, theirs, by, at }) => ({
      link: link.id,
      sheet: sheet.id,
      rowId: row.known.id,
      row: rowNumberAt(shape, row.position),
      column,
      place: placeAt(shape, row.position, column),
      base,
      mine,
      theirs,
      by,
      at,
    })),
  );
}
