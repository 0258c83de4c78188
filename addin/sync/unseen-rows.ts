import { limits, type PullAnswer } from "../../shared/contract.ts";
import { readableColumns } from "../../shared/model/access.ts";
import type { Api } from "../api/create-api.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { Target } from "./accept-version.ts";
import { cursorOf } from "./link-cursors.ts";
import type { LinkState } from "./link-state.ts";
import type { Synchronising } from "./synchronise-link.ts";

/** What is asked with: the service, and in whose name. */
type Asking = Pick<Synchronising, "me" | "schema" | "signal"> & { readonly api: Pick<Api, "seen"> };

/** Whether the rows of a link were pulled for the same person in another role. */
export function hasOtherRole({ link }: LinkState, { me }: Pick<Asking, "me">): boolean {
  const role = cursorOf(link, me.person.id)?.role;
  return role !== undefined && role !== me.person.role;
}

/** The rows of a link that the person does not see in the new role, as a page of what is gone. */
export async function pullUnseen(
  { rows, sheet, link: { cursor } }: LinkState,
  { api, schema, signal }: Asking,
): Promise<{ readonly pages: readonly PullAnswer[]; readonly failure: ApiFailure | null }> {
  const ids = rows.flatMap(({ known }) => (known.version > 0 ? [known.id] : []));
  const unseen: string[] = [];
  for (let first = 0; first < ids.length; first += limits.pushRows) {
    const asked = ids.slice(first, first + limits.pushRows);
    const result = await api.seen({ schema, sheet: sheet.id, rows: asked }, signal);
    if (!result.ok) return { pages: [], failure: result.failure };
    unseen.push(...result.value.unseen);
  }
  const removed = unseen.map((id) => ({ id, why: "not-visible" as const }));
  const next = { epoch: cursor?.epoch ?? "", seq: cursor?.seq ?? 0 };
  return { pages: [{ next, more: true, columns: [], rows: [], removed }], failure: null };
}

/** Pages whose rows say nothing in the columns of the table that the person does not see any more. */
export function withoutHidden(
  pages: readonly PullAnswer[],
  { sheet, columns }: Target,
  { me }: Pick<Asking, "me">,
): readonly PullAnswer[] {
  const readable = new Set(readableColumns(sheet, me.person.role));
  const hidden = [...columns].filter((key) => !readable.has(key));
  return pages.map((page) => ({
    ...page,
    columns: [...page.columns, ...hidden],
    rows: page.rows.map((row) => ({ ...row, values: [...row.values, ...hidden.map(() => null)] })),
  }));
}
