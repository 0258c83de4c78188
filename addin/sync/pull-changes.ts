import type { Me, Pull, PullAnswer } from "../../shared/contract.ts";
import { canWrite, mayTouch, type Person } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { Target } from "./accept-version.ts";
import { wasUndone } from "./known-after.ts";
import { cursorOf, isHandedOver } from "./link-cursors.ts";
import type { LinkState } from "./link-state.ts";
import { fitMatrix } from "./fit-matrix.ts";
import { keepsFormula, withKeptFormulas } from "./kept-formulas.ts";
import { planPull, type PullPlan, type Reoffered } from "./plan-pull.ts";
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
  const handedOver = isHandedOver(link, sheet, me.person);
  const unseen = otherRole ? await pullUnseen(state, world) : nothingUnseen;
  if (unseen.failure) return { ...nothingPulled, failure: unseen.failure };
  const isAnew = isMatrix || otherRole || (!handedOver && wasUndone(rows, known));
  const first = isAnew ? everything : firstPull(link, sheet, me.person, schema);
  const pulled = await pullPages(first, { api, signal, received: (received) => report({ received }) });
  const { failure } = pulled;
  const seen = otherRole ? withoutHidden(pulled.pages, target, world) : pulled.pages;
  const pages = [...unseen.pages, ...seen];
  const restored = isRestored(state, me, first.since, pulled.pages);
  const complete = failure === null && first.from === undefined;
  const rewritten = otherRole || (handedOver && !restored);
  const planned = planPull(
    { pages, restored, complete, rewritten },
    {
      target,
      rows,
      known,
      scope: link.scope,
      toRemove: new Set(link.toRemove),
      offers: canWrite(sheet, me.person.role),
    },
  );
  const plan = { ...planned, reoffered: planned.reoffered.filter((one) => mayBeLost(one, sheet, me.person)) };
  // Which rows are lost, hidden or to be compared is known once all pages came: until then the pull begins anew.
  const kept = (restored || otherRole || handedOver) && failure ? [] : pages;
  if (isMatrix)
    return { ...fitMatrix(state, plan, { pages, restored, complete }, target.context), pages: kept, failure };
  return { state: { ...state, findings: remarked(state, plan, target) }, plan, pages: kept, failure };
}

/** What was said of the rows, and that formulas say something else than what others wrote. */
const remarked = ({ findings, sheet }: LinkState, { updates }: PullPlan, { context }: Target) =>
  withKeptFormulas(findings, sheet, updates.filter(keepsFormula), context);

/** Whether a row that is to be offered again can be said to be lost: others' rows, which the person does not see, are not. */
const mayBeLost = ({ row, known }: Reoffered, sheet: Sheet, person: Person): boolean =>
  known.version > 0 || mayTouch(sheet, person, "read", row.reading.values);

/**
 * Whether the service goes on from a backup: its history has another name, or ends before what was pulled of it. What
 * others noticed of that, who may not see all rows, is noticed again. Pages before the last end where they end.
 */
function isRestored(
  { link }: LinkState,
  { person }: Me,
  since: Pull["since"],
  pages: readonly PullAnswer[],
): boolean {
  const pulled = [link.cursor, cursorOf(link, person.id)].filter((cursor) => cursor !== null);
  return pages.some(({ next, more }) =>
    pulled.some(({ epoch, seq }) => next.epoch !== epoch || next.seq < (more ? (since?.seq ?? 0) : seq)),
  );
}
