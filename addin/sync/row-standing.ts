import type { Issue } from "../../shared/model/issue.ts";
import { typedColumns } from "../../shared/model/sheet.ts";
import type { KnownRows } from "./known-rows.ts";
import type { Finding, LinkState } from "./link-state.ts";
import type { PulledChanges } from "./pull-changes.ts";
import { withStatuses, type LocalStatus, type Notes } from "./row-notes.ts";

/**
 * What the service said of the rows, and of changed ones that nobody may change by now: those that are validated, and
 * void ones that the sheet still shows. It is said at once, also without a connection; they are sent all the same, as
 * the service may think otherwise by then.
 */
export function standingFindings(
  { sheet, shape, rows, notes }: LinkState,
  findings: ReadonlyMap<string, Finding>,
): ReadonlyMap<string, Finding> {
  const column = typedColumns(sheet).find(([key]) => shape?.columns.has(key) ?? true)?.[0] ?? "";
  const said = new Map<string, Finding>();
  for (const [id, finding] of findings) {
    const issues = finding.issues.filter(({ code }) => code !== "locked" && code !== "voided");
    if (issues.length > 0) said.set(id, { ...finding, issues });
  }
  for (const { known, dirty, digest } of rows) {
    const issue = dirty ? standingIssue(column, notes.get(known.id)?.status) : undefined;
    if (issue) said.set(known.id, { digest, issues: [issue, ...(said.get(known.id)?.issues ?? [])] });
  }
  return said;
}

function standingIssue(column: string, status: LocalStatus | undefined): Issue | undefined {
  if (status?.is === "voided") return { column, code: "voided", severity: "error" };
  if (status?.is !== "validated") return undefined;
  return { column, code: "locked", severity: "error", details: { by: status.by, at: status.at } };
}

/** What a pull tells of how rows stand, in its order. */
export function toldStatuses({
  pages,
}: Pick<PulledChanges, "pages">): readonly (readonly [string, LocalStatus | undefined])[] {
  return pages.flatMap(({ rows, removed }) => [
    ...rows.map(({ id, status }) => [id, status] as const),
    ...removed.map(
      ({ id, why }) => [id, why === "voided" ? ({ is: "voided" } as const) : undefined] as const,
    ),
  ]);
}

/** The notes without the statuses of rows that the sheet neither shows nor showed. */
export function statusesOfShown({ notes, rows }: Pick<LinkState, "notes" | "rows">, known: KnownRows): Notes {
  const shown = new Set(rows.map((row) => row.known.id));
  const strangers = [...notes].filter(([id, { status }]) => status && !shown.has(id) && !known.has(id));
  return withStatuses(
    notes,
    strangers.map(([id]) => [id, undefined] as const),
  );
}
