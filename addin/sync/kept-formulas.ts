import type { Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import { keptFormulas, type Accepted } from "./accept-version.ts";
import type { Finding, LinkState } from "./link-state.ts";

type Findings = LinkState["findings"];

/** Whether a cell that the update would change is calculated by the sheet. */
export const keepsFormula = ({ row, values }: Accepted): boolean => keptFormulas(row, values).length > 0;

/** The findings without remarks at formulas. */
export function withoutKeptFormulas(findings: Findings): Findings {
  const fresh = new Map<string, Finding>();
  for (const [id, { digest, issues }] of findings) {
    const others = issues.filter(({ code }) => code !== "formula-kept");
    if (others.length > 0) fresh.set(id, { digest, issues: others });
  }
  return fresh;
}

/** The findings, and a remark at each formula whose value is not the service's. */
export function withKeptFormulas(
  findings: Findings,
  sheet: Sheet,
  kept: readonly Accepted[],
  context: Context,
): Findings {
  const fresh = new Map(findings);
  for (const { row, known, values } of kept) {
    const issues = keptFormulas(row, values).map((column): Issue => {
      const value = values[column] ?? null;
      const theirs = value === null ? "" : columnOf(sheet, column).kind.display(value, context);
      return { column, code: "formula-kept", severity: "warning", details: { theirs } };
    });
    fresh.set(row.known.id, { digest: known.digest, issues });
  }
  return fresh;
}
