import type { PullAnswer } from "../../shared/contract.ts";
import type { Context } from "../../shared/model/kind.ts";
import { readRow } from "../../shared/model/read-row.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import type { NewRow } from "../excel/table-row.ts";
import { keepsFormula, withKeptFormulas, withoutKeptFormulas } from "./kept-formulas.ts";
import type { LinkState } from "./link-state.ts";
import type { PullPlan } from "./plan-pull.ts";
import { decodeReference } from "./reference.ts";

interface PulledAll {
  readonly pages: readonly PullAnswer[];
  readonly restored: boolean;
  /** The pages hold every record that the person may see. */
  readonly complete: boolean;
}

/**
 * What a pull of everything means for a matrix. Months that the service has a record of are that record, and no
 * new one. Formulas stay: where the service has another value, the cell keeps its version and is remarked on. What
 * the service no longer has goes.
 */
export function fitMatrix(
  before: LinkState,
  plan: PullPlan,
  pulled: PulledAll,
  context: Context,
): { readonly state: LinkState; readonly plan: PullPlan } {
  const { rows, appended } = adopt(before, plan.appended, context);
  const kept = plan.updates.filter(keepsFormula);
  const findings = withKeptFormulas(withoutKeptFormulas(before.findings), before.sheet, kept, context);
  const state = { ...before, rows, findings };
  const updates = plan.updates.filter((update) => !kept.includes(update));
  return { state, plan: { ...plan, ...goneIn(state, plan, pulled), updates, appended } };
}

/** New months that the service has a record of by its key are that record; with another value they change it. */
function adopt({ sheet, rows }: LinkState, appended: readonly NewRow[], context: Context) {
  const byKey = new Map(
    appended.flatMap((row) => {
      const known = decodeReference(row.reference);
      return known
        ? [[keyOf(sheet, readRow(sheet, row.cells, context).values), { row, known }] as const]
        : [];
    }),
  );
  const taken = new Set<NewRow>();
  const adopted = rows.map((row) => {
    const same = row.known.version === 0 ? byKey.get(keyOf(sheet, row.reading.values)) : undefined;
    if (!same || taken.has(same.row)) return row;
    taken.add(same.row);
    const dirty = same.known.digest !== row.digest;
    return { ...row, known: same.known, unnamed: false, copyOf: null, dirty };
  });
  return { rows: adopted, appended: appended.filter((row) => !taken.has(row)) };
}

/** What tells the records of a matrix apart, as one text. */
const keyOf = ({ keys, columns }: Sheet, values: Row): string =>
  JSON.stringify((keys[0] ?? Object.keys(columns)).map((key) => values[key] ?? null));

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
