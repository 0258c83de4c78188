import { canWrite } from "../../shared/model/access.ts";
import { isError } from "../../shared/model/issue.ts";
import type { Role } from "../../shared/model/role.ts";
import { placeAt, placeOf, rowNumberAt } from "../excel/link-layout.ts";
import { nowhere } from "../excel/place.ts";
import { hasUnsent } from "./row-notes.ts";
import { issuesOf, statusOf, type LinkState } from "./link-state.ts";
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
    ...(state.elsewhere ? { elsewhere: state.elsewhere } : {}),
  };
}

/** Every remark about a cell, in the order of the rows. */
export function cellIssues(state: LinkState): readonly CellIssue[] {
  const { shape, link, sheet } = state;
  if (!shape) return [];
  return state.rows.flatMap((row) =>
    issuesOf(state, row.known.id).map((issue) => ({
      link: link.id,
      sheet: sheet.id,
      rowId: row.known.id,
      row: rowNumberAt(shape, row.position),
      place: placeAt(shape, row.position, issue.column),
      issue,
      typed: String(row.cells[issue.column] ?? ""),
    })),
  );
}

/** How many cells are wrong; remarks that stop nothing do not count. */
export function countWrong(issues: readonly CellIssue[]): number {
  return issues.filter(({ issue }) => isError(issue)).length;
}

export function cellConflicts(state: LinkState): readonly CellConflict[] {
  const { shape, link, sheet, conflicts } = state;
  if (!shape) return [];
  return state.rows.flatMap((row) => {
    const conflict = conflicts.get(row.known.id);
    const open =
      conflict?.fields.filter(({ column, mine }) => (row.reading.values[column] ?? null) === mine) ?? [];
    return open.map(({ column, base, mine, theirs }) => ({
      link: link.id,
      sheet: sheet.id,
      rowId: row.known.id,
      row: rowNumberAt(shape, row.position),
      column,
      place: placeAt(shape, row.position, column),
      base,
      mine,
      theirs,
      by: conflict?.by ?? "",
      at: conflict?.at ?? "",
    }));
  });
}
