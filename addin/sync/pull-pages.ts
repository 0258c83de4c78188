import type { Pull, PullAnswer } from "../../shared/contract.ts";
import type { Api } from "../api/create-api.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { LinkRecord } from "../excel/registry.ts";

/** The pages that came, and what stopped the rest. */
export interface PulledPages {
  readonly pages: readonly PullAnswer[];
  readonly failure: ApiFailure | null;
}

export interface PullingPages {
  readonly api: Pick<Api, "pull">;
  readonly signal: AbortSignal;
  /** Told after each page. */
  received(rows: number): void;
}

/** Asks for pages until the last, a failure or cancellation. */
export async function pullPages(first: Pull, { api, signal, received }: PullingPages): Promise<PulledPages> {
  const pages: PullAnswer[] = [];
  let { since } = first;
  for (;;) {
    if (signal.aborted) return { pages, failure: { code: "cancelled" } };
    const result = await api.pull({ ...first, since }, signal);
    if (!result.ok) return { pages, failure: result.failure };
    pages.push(result.value);
    received(result.value.rows.length);
    if (!result.value.more) return { pages, failure: null };
    since = result.value.next;
  }
}

/**
 * Where a link's pull begins. What was pulled for somebody else counts for nothing, as they may see other rows. A first
 * pull asks only for the days of the scope; a link that shows just its own rows asks for a day that never comes, which
 * gives the place to go on from.
 */
export function firstPull(link: LinkRecord, person: string, schema: string): Pull {
  const { sheet, cursor, scope } = link;
  if (cursor && cursor.person === person)
    return { schema, sheet, since: { epoch: cursor.epoch, seq: cursor.seq } };
  const from = scope === "none" ? farFuture : scope.from;
  return { schema, sheet, since: null, ...(from === null ? {} : { from }) };
}

const farFuture = "9999-12-31";
