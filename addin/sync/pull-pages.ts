import type { Pull, PullAnswer } from "../../shared/contract.ts";
import type { Person } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Api } from "../api/create-api.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { LinkRecord } from "../excel/registry.ts";
import { cursorOf, isHandedOver } from "./link-cursors.ts";

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
 * Where a link's pull begins. What others pulled who see less of the record is compared as a whole, and what is gone of it
 * is told. The first pull of a link asks only for the days of the scope; one that shows just its own rows asks for a day
 * that never comes, which gives the place to go on from.
 */
export function firstPull(link: LinkRecord, definition: Sheet, person: Person, schema: string): Pull {
  const { sheet, scope, cursor } = link;
  if (cursor && isHandedOver(link, definition, person))
    return { schema, sheet, since: { epoch: cursor.epoch, seq: 0 } };
  const mine = cursorOf(link, person.id);
  if (mine) return { schema, sheet, since: { epoch: mine.epoch, seq: mine.seq } };
  const from = scope === "none" ? farFuture : scope.from;
  return { schema, sheet, since: null, ...(from === null ? {} : { from }) };
}

const farFuture = "9999-12-31";
