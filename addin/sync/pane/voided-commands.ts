import { readableColumns } from "../../../shared/model/access.ts";
import { datedRowLabel } from "../../../shared/model/row-label.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { VoidedAnswer } from "../../../shared/contract/status.ts";
import type { ApiResult } from "../../api/failure.ts";
import type { VoidedRow, VoidedRows } from "../status-session.ts";
import type { Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/** Shows the void rows of a link's record. */
export async function loadVoided(desk: Desk, link: string): Promise<void> {
  const sheet = desk.memory.links.get(link)?.sheet;
  if (!sheet) return;
  const before = desk.store.get().voided;
  const shown = before?.link === link ? before.rows : [];
  const stage = shown.length > 0 ? "ready" : "loading";
  desk.store.set({ voided: { link, sheet: sheet.id, stage, rows: shown, more: false } });
  desk.memory.voidedBefore = null;
  await showPage(desk, sheet, link, []);
}

/** Shows those voided before the ones that are shown. */
export async function loadMoreVoided(desk: Desk): Promise<void> {
  const { voided } = desk.store.get();
  const sheet = voided ? desk.memory.links.get(voided.link)?.sheet : undefined;
  if (voided && sheet && voided.more) await showPage(desk, sheet, voided.link, voided.rows);
}

export function closeVoided({ store }: Desk): void {
  store.set({ voided: null });
}

/** The versions of void rows, as far as the person sees such. */
export async function versionsOfVoided(
  { deps }: Desk,
  { id: sheet }: Sheet,
  rowIds: readonly string[],
): Promise<ApiResult<ReadonlyMap<string, number>>> {
  const wanted = new Set(rowIds);
  const versions = new Map<string, number>();
  let before: number | undefined;
  while (versions.size < wanted.size) {
    const page = await deps.api.status.voided(sheet, before);
    if (!page.ok) return page;
    for (const { id, version } of page.value.rows) if (wanted.has(id)) versions.set(id, version);
    if (page.value.next === null) break;
    before = page.value.next;
  }
  return { ok: true, value: versions };
}

async function showPage(desk: Desk, sheet: Sheet, link: string, shown: readonly VoidedRow[]): Promise<void> {
  const { memory, store, deps } = desk;
  const page = await deps.api.status.voided(sheet.id, memory.voidedBefore ?? undefined);
  const { voided } = store.get();
  // Meanwhile another list may have been asked for, or none.
  if (voided?.link !== link) return;
  const about: Pick<VoidedRows, "link" | "sheet"> = { link, sheet: sheet.id };
  if (!page.ok) return store.set({ voided: { ...about, stage: "failed", rows: shown, more: false } });
  memory.voidedBefore = page.value.next;
  const rows = [...shown, ...labelled(desk, sheet, page.value)];
  store.set({ voided: { ...about, stage: "ready", rows, more: page.value.next !== null } });
}

function labelled(
  { memory, deps }: Desk,
  sheet: Sheet,
  { columns, rows }: VoidedAnswer,
): readonly VoidedRow[] {
  const { me } = memory;
  if (!me) return [];
  const { context } = readerOf(memory, me, deps.now());
  const readable = readableColumns(sheet, me.person.role);
  return rows.map(({ id, values, by, at, reason, mayRestore }) => {
    const row = Object.fromEntries(columns.map((key, place) => [key, values[place] ?? null]));
    return { rowId: id, label: datedRowLabel(sheet, row, context, readable), by, at, reason, mayRestore };
  });
}
