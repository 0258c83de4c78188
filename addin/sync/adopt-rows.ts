import type { Pull, PullAnswer } from "../../shared/contract.ts";
import type { ApiFailure } from "../api/failure.ts";
import { digestOf, type Target } from "./accept-version.ts";
import type { LocalRow } from "./interpret-rows.ts";
import type { KnownRow } from "./known-rows.ts";
import type { LinkState } from "./link-state.ts";
import { pulledRows } from "./plan-pull.ts";
import { pullPages } from "./pull-pages.ts";
import type { Synchronising } from "./synchronise-link.ts";

/** A link whose rows are told apart from those that the service has; with a failure nothing of it is to be sent. */
export interface Adopted {
  readonly state: LinkState;
  readonly failure: ApiFailure | null;
}

/**
 * Before the first rows of the staff's own list are sent: those that say just what rows of the service say are these,
 * one each, however they came there, and are not sent a second time. The pull goes on from what was asked here.
 */
export async function adoptRows(
  state: LinkState,
  target: Target,
  { api, me, schema, signal, report }: Synchronising,
): Promise<Adopted> {
  const { link, sheet, rows } = state;
  const isFirst = link.origin !== null && link.cursor === null;
  if (!isFirst || !rows.some(isUnsent)) return { state, failure: null };
  const everything: Pull = { schema, sheet: sheet.id, since: null };
  const received = (count: number) => report({ received: count });
  const { pages, failure } = await pullPages(everything, { api, signal, received });
  const next = pages.at(-1)?.next;
  if (failure || !next) return { state, failure };
  const cursor = { ...next, person: me.person.id, role: me.person.role };
  return { state: { ...state, rows: adopt(state, pages, target), link: { ...link, cursor } }, failure };
}

const isUnsent = ({ unnamed, copyOf }: LocalRow): boolean => unnamed && copyOf === null;

function adopt({ rows, link }: LinkState, pages: readonly PullAnswer[], target: Target): readonly LocalRow[] {
  const given = Object.entries(link.context);
  const shown = new Set(rows.filter(({ unnamed }) => !unnamed).map(({ known }) => known.id));
  const free = new Map<string, (KnownRow & { readonly id: string })[]>();
  for (const { id, version, values } of pulledRows(pages)) {
    if (shown.has(id) || given.some(([key, value]) => values[key] !== value)) continue;
    const digest = digestOf(values, target);
    free.set(digest, [...(free.get(digest) ?? []), { id, version, digest }]);
  }
  return rows.map((row) => {
    const known = isUnsent(row) ? free.get(row.digest)?.shift() : undefined;
    return known ? { ...row, known, unnamed: false, dirty: false } : row;
  });
}
