import type { PullAnswer } from "../../shared/contract.ts";
import type { Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf } from "../../shared/model/sheet.ts";
import type { NewRow } from "../excel/table-row.ts";
import type { Accepted } from "./accept-version.ts";
import type { LocalRow } from "./interpret-rows.ts";
import type { Finding, LinkState } from "./link-state.ts";
import type { PullPlan } from "./plan-pull.ts";
import { decodeReference } from "./reference.ts";

interface PulledAll {
  readonly pages: readonly PullAnswer[];
  readonly restored: boolean;
  /** The pages hold every record that the person may see. */
  readonly complete: boolean;
}

/**
 * What a pull of everything means for a matrix. Months that say the same as a record of the service are that record, and
 * no new one. Formulas stay: where the service has another value, the cell keeps its version and is remarked on. What
 * the service no longer has goes.
 */
export function fitMatrix(
  before: LinkState,
  plan: PullPlan,
  pulled: PulledAll,
  context: Context,
): { readonly state: LinkState; readonly plan: PullPlan } {
  const { rows, appended } = adopt(before.rows, plan.appended);
  const kept = plan.updates.filter(keepsFormula);
  const state = { ...before, rows, findings: withKept(before, kept, context) };
  const updates = plan.updates.filter((update) => !kept.includes(update));
  return { state, plan: { ...plan, ...goneIn(state, plan, pulled), updates, appended } };
}

function adopt(rows: readonly LocalRow[], appended: readonly NewRow[]) {
  const byDigest = new Map(
    appended.flatMap((row) => {
      const known = decodeReference(row.reference);
      return known ? [[known.digest, { row, known }] as const] : [];
    }),
  );
  const taken = new Set<NewRow>();
  const adopted = rows.map((row) => {
    const same = row.known.version === 0 ? byDigest.get(row.digest) : undefined;
    if (!same || taken.has(same.row)) return row;
    taken.add(same.row);
    return { ...row, known: same.known, unnamed: false, copyOf: null, dirty: false };
  });
  return { rows: adopted, appended: appended.filter((row) => !taken.has(row)) };
}

/** Whether a cell that the update would change is calculated by the sheet. */
const keepsFormula = ({ row, values }: Accepted): boolean =>
  [...(row.formulas ?? [])].some((key) => (values[key] ?? null) !== (row.reading.values[key] ?? null));

/** A remark at each formula whose value is not the service's; those of the last time are dropped. */
function withKept(
  { findings, sheet }: LinkState,
  kept: readonly Accepted[],
  context: Context,
): LinkState["findings"] {
  const fresh = new Map<string, Finding>();
  for (const [id, { digest, issues }] of findings) {
    const others = issues.filter(({ code }) => code !== "formula-kept");
    if (others.length > 0) fresh.set(id, { digest, issues: others });
  }
  for (const { row, values } of kept) {
    const issues = [...(row.formulas ?? [])].map((column): Issue => {
      const value = values[column] ?? null;
      const theirs = value === null ? "" : columnOf(sheet, column).kind.display(value, context);
      return { column, code: "formula-kept", severity: "warning", details: { theirs } };
    });
    fresh.set(row.known.id, { digest: row.digest, issues });
  }
  return fresh;
}

/** Records that the matrix shows, or showed, and the service does not have any more. */
function goneIn(
  { rows, known }: LinkState,
  plan: PullPlan,
  { pages, restored, complete }: PulledAll,
): Pick<PullPlan, "removals" | "forgotten"> {
  if (restored || !complete) return plan;
  const there = new Set(pages.flatMap((page) => page.rows.map(({ id }) => id)));
  const here = new Set(rows.map((row) => row.known.id));
  return {
    removals: rows.filter((row) => !row.dirty && row.known.version > 0 && !there.has(row.known.id)),
    forgotten: [...known.keys()].filter((id) => !there.has(id) && !here.has(id)),
  };
}
