import type { Me } from "../../../shared/contract.ts";
import type { ApiFailure } from "../../api/failure.ts";
import { keepsFormula } from "../kept-formulas.ts";
import { cursorOf } from "../link-cursors.ts";
import type { LinkState } from "../link-state.ts";
import { pullChanges, type PulledChanges } from "../pull-changes.ts";
import { createSendingActs } from "../sending-acts.ts";
import { targetOf } from "../synchronise-link.ts";
import type { Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/** How many rows of a link a fetch would change, or why that is not known. The sheet is neither read nor written. */
export async function peek(
  { deps, memory }: Desk,
  me: Me,
  state: LinkState,
  signal: AbortSignal,
): Promise<{ readonly rows: number; readonly failure: ApiFailure | null }> {
  if (!state.shape || !cursorOf(state.link, me.person.id)) return { rows: 0, failure: null };
  const reader = readerOf(memory, me, deps.now());
  const pulled = await pullChanges(state, targetOf(state, reader), {
    api: deps.api,
    me,
    schema: memory.schema,
    reader,
    workbook: memory.workbook,
    acts: createSendingActs(),
    signal,
    now: deps.now,
    report: () => undefined,
  });
  return { rows: pulled.failure ? 0 : countRows(state, pulled), failure: pulled.failure };
}

/** Rows that wait for something else than being fetched are not counted: they would wait for ever. */
function countRows({ link }: LinkState, { plan }: PulledChanges): number {
  const postponed = new Set(link.toRemove);
  const removed = link.origin ? 0 : plan.removals.filter(({ known }) => !postponed.has(known.id)).length;
  const added = link.layout === "matrix" ? 0 : plan.appended.length;
  return plan.updates.filter((update) => !keepsFormula(update)).length + removed + added;
}
