import type { Pull, PullAnswer } from "../../shared/contract.ts";
import { canWrite } from "../../shared/model/access.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { Target } from "./accept-version.ts";
import { wasUndone } from "./known-after.ts";
import type { LinkState } from "./link-state.ts";
import { fitMatrix } from "./fit-matrix.ts";
import { keepsFormula, withKeptFormulas } from "./kept-formulas.ts";
import { planPull, type PullPlan } from "./plan-pull.ts";
import { firstPull, pullPages } from "./pull-pages.ts";
import type { Synchronising } from "./synchronise-link.ts";
import { hasOtherRole, pullUnseen, withoutHidden } from "./unseen-rows.ts";

/** What others changed, what it does to the table, and what stopped the rest. */
export interface PulledChanges {
  /** The link's state, where pulling tells something of its rows. */
  readonly state?: LinkState;
  readonly plan: PullPlan;
  /** The pages that need not be asked for again. */
  readonly pages: readonly PullAnswer[];
  readonly failure: ApiFailure | null;
}

export const nothingPulled: PulledChanges = {
  plan: { updates: [], appended: [], removals: [], reoffered: [], rebased: [], waiting: [], forgotten: [] },
  pages: [],
  failure: null,
};

const nothingUnseen = { pages: [], failure: null } as const;

/**
 * Fetches what others changed since the link's last pull. A matrix has everything fetched: lines may have come that
 * records are waiting for, and it is small.
 */
export async function pullChanges(
  state: LinkState,
  target: Target,
  world: Synchronising,
): Promise<PulledChanges> {
  const { api, me, schema, signal, report } = world;
  const { link, sheet, rows, known } = state;
  const everything: Pull = { schema, sheet: sheet.id, since: null };
  const isMatrix = link.layout === "matrix";
  const otherRole = hasOtherRole(state, world);
  const unseen = otherRole ? await pullUnseen(state, world) : nothingUnseen;
  if (unseen.failure) return { ...nothingPulled, failure: unseen.failure };
  const isAnew = isMatrix || otherRole || wasUndone(rows, known);
  const first = isAnew ? everything : firstPull(link, me.person.id, schema);
  const pulled = await pullPages(first, { api, signal, received: (received) => report({ received }) });
  const { failure } = pulled;
  const seen = otherRole ? withoutHidden(pulled.pages, target, world) : pulled.pages;
  const pages = [...unseen.pages, ...seen];
  const cursor = link.cursor?.person === me.person.id ? link.cursor : null;
  const restored = pages.some(({ next }) => isOtherHistory(cursor, next));
  const complete = failure === null && first.from === undefined;
  const plan = planPull(
    { pages, restored, complete, rewritten: otherRole },
    {
      target,
      rows,
      known,
      scope: link.scope,
      toRemove: new Set(link.toRemove),
      offers: canWrite(sheet, me.person.role),
    },
  );
  if (isMatrix)
    return { ...fitMatrix(state, plan, { pages, restored, complete }, target.context), pages, failure };
  // Which rows the restored service lost is known once all its pages came: until then the pull begins anew.
  return {
    state: { ...state, findings: remarked(state, plan, target) },
    plan,
    pages: restored && failure ? [] : pages,
    failure,
  };
}

/** What was said of the rows, and that formulas say something else than what others wrote. */
const remarked = ({ findings, sheet }: LinkState, { updates }: PullPlan, { context }: Target) =>
  withKeptFormulas(findings, sheet, updates.filter(keepsFormula), context);

/** Whether the service went on from a backup: its history has another name, or ends before what was pulled of it. */
function isOtherHistory(since: Pull["since"], next: PullAnswer["next"]): boolean {
  return since !== null && (next.epoch !== since.epoch || next.seq < since.seq);
}
