import type { ApiFailure } from "../../api/failure.ts";
import { toNewRow } from "../accept-version.ts";
import { encodeKnownRows } from "../known-rows.ts";
import { dropReferences } from "./drop-references.ts";
import { readLinkState, type LinkState } from "../link-state.ts";
import type { Outcome, VanishedRow } from "../session.ts";
import type { StandingReport } from "../status-session.ts";
import { targetOf } from "../synchronise-link.ts";
import { fetchRows, vanishedIds } from "../vanished.ts";
import { addReports, askInTurns, type Ask } from "./ask-in-turns.ts";
import { done, failed, type Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/**
 * Fetches the rows that a link's table lost, where that was not done yet. Those that the person no longer sees in the
 * service either are forgotten.
 */
export async function fetchVanished(
  desk: Desk,
  state: LinkState,
  signal: AbortSignal,
): Promise<ApiFailure | null> {
  const { memory, deps } = desk;
  const { link, sheet, shape } = state;
  const unnamed = shape ? vanishedIds(state).filter((id) => !memory.fetched.has(id)) : [];
  if (unnamed.length === 0) return null;
  const { rows: fetched, failure } = await fetchRows(sheet, memory.schema, deps.api, signal);
  if (failure) return failure;
  for (const id of unnamed) {
    const row = fetched.get(id);
    if (row) memory.fetched.set(id, row);
  }
  const gone = unnamed.filter((id) => !fetched.has(id));
  await dropReferences(desk, link.id, gone);
  await forgetRows(desk, link.id, gone);
  return null;
}

/** Puts vanished rows back below the others, as the service has them. */
export function restoreVanished(desk: Desk, rows: readonly VanishedRow[]): Promise<Outcome> {
  return desk.perform("receiving", async ({ signal }) => {
    for (const [link, ids] of idsByLink(rows)) {
      const failure = await restoreInLink(desk, link, ids, signal);
      if (failure) return failed(failure);
    }
    return done(undefined);
  });
}

async function restoreInLink(
  desk: Desk,
  linkId: string,
  ids: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ApiFailure | null> {
  const { memory, deps } = desk;
  const { me } = memory;
  const state = memory.links.get(linkId);
  if (!me || !state) return null;
  const reader = readerOf(memory, me, deps.now());
  const failure = await fetchVanished(desk, state, signal);
  if (failure) return failure;
  await deps.workbook.command(async (editor) => {
    const before = await readLinkState(editor, memory.links.get(linkId) ?? state, reader);
    const stillGone = new Set(vanishedIds(before));
    const restored = [...ids].flatMap((id) => {
      const row = stillGone.has(id) ? memory.fetched.get(id) : undefined;
      return row ? [toNewRow(id, row.version, row.values, targetOf(before, reader))] : [];
    });
    const displaced = await editor.append(before.sheet, before.link, restored, reader.context);
    if (displaced.length === 0) for (const id of ids) memory.fetched.delete(id);
    memory.links.set(linkId, await readLinkState(editor, before, reader));
  });
  return null;
}

/** Voids vanished rows in the service, with a reason. */
export function voidVanished(
  desk: Desk,
  rows: readonly VanishedRow[],
  reason: string,
): Promise<Outcome<StandingReport>> {
  return desk.perform("sending", async ({ signal }) => {
    let report: StandingReport = { done: 0, left: {} };
    for (const [link, ids] of idsByLink(rows)) {
      const state = desk.memory.links.get(link);
      const voided = state ? await voidInLink(desk, state, { ids, reason, signal }) : done(report);
      if (!voided.ok) return voided;
      report = state ? addReports(report, voided.value) : report;
    }
    return done(report);
  });
}

interface Voiding {
  readonly ids: ReadonlySet<string>;
  readonly reason: string;
  readonly signal: AbortSignal;
}

async function voidInLink(
  desk: Desk,
  state: LinkState,
  { ids, reason, signal }: Voiding,
): Promise<Outcome<StandingReport>> {
  const { memory, deps } = desk;
  const missing = await fetchVanished(desk, state, signal);
  if (missing) return failed(missing);
  const rows = [...ids].flatMap((id) => {
    const base = memory.fetched.get(id)?.version;
    return base === undefined ? [] : [{ id, base }];
  });
  const gone: string[] = [];
  const ask: Ask = (sheet, some) =>
    deps.api.voidRows({ sheet, rows: some, reason, workbook: memory.workbook });
  const report = await askInTurns(desk, state, rows, ask, (answers) => {
    for (const { id, result } of answers) {
      // A row that changed meanwhile is shown as it is now: the person decides about that one again.
      if (result !== "forbidden" && result !== "locked") memory.fetched.delete(id);
      if (result === "voided" || result === "gone") gone.push(id);
    }
  });
  await dropReferences(desk, state.link.id, gone);
  await forgetRows(desk, state.link.id, gone);
  if (!report.ok) return report;
  const stale = report.value.left.stale ? await fetchVanished(desk, state, signal) : null;
  return stale ? failed(stale) : report;
}

/** Stops expecting rows in a link's table: nothing happens to them in the service. */
export function forgetVanished(desk: Desk, rows: readonly VanishedRow[]): Promise<Outcome> {
  return desk.inTurn(async () => {
    for (const [link, ids] of idsByLink(rows)) await forgetRows(desk, link, [...ids]);
    desk.publish();
    return done(undefined);
  });
}

/** Rows are no longer expected in a link's table. */
export async function forgetRows(
  { memory, deps }: Desk,
  link: string,
  ids: readonly string[],
): Promise<void> {
  const state = memory.links.get(link);
  if (!state || ids.length === 0) return;
  const known = new Map(state.known);
  for (const id of ids) known.delete(id);
  memory.links.set(link, { ...state, known });
  await deps.workbook.saveKnownRows(link, encodeKnownRows(known));
}

function idsByLink(rows: readonly VanishedRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byLink = new Map<string, Set<string>>();
  for (const { link, rowId } of rows) byLink.set(link, (byLink.get(link) ?? new Set()).add(rowId));
  return byLink;
}
