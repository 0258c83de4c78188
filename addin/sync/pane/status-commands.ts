import type { Me } from "../../../shared/contract.ts";
import type { LinkState } from "../link-state.ts";
import type { Outcome } from "../session.ts";
import type { RowsOfLink, StandingReport, StatusCommands } from "../status-session.ts";
import { askInTurns, withLeft, type Ask } from "./ask-in-turns.ts";
import { done, failed, type Desk } from "./desk.ts";
import { keepAsNew } from "./keep-as-new.ts";
import { synchroniseLinks } from "./link-commands.ts";
import { closeVoided, loadMoreVoided, loadVoided, versionsOfVoided } from "./voided-commands.ts";

export function statusCommands(desk: Desk): StatusCommands {
  const { api } = desk.deps;
  const { memory } = desk;
  const change = (rows: RowsOfLink, how: { to: "validated" } | { to: "returned" | "sent"; reason: string }) =>
    actOnShown(desk, rows, (sheet, seen) =>
      api.status.change({ ...how, sheet, rows: seen, workbook: memory.workbook }),
    );
  return {
    validateRows: (rows) => change(rows, { to: "validated" }),
    returnRows: (rows, reason) => change(rows, { to: "returned", reason }),
    releaseRows: (rows, reason) => change(rows, { to: "sent", reason }),
    voidRows: (rows, reason) =>
      actOnShown(desk, rows, (sheet, seen) =>
        api.voidRows({ sheet, rows: seen, reason, workbook: memory.workbook }),
      ),
    restoreRows: (rows, reason) => restoreRows(desk, rows, reason),
    keepAsNew: (rows) => keepAsNew(desk, rows),
    loadVoided: (link) => loadVoided(desk, link),
    loadMoreVoided: () => loadMoreVoided(desk),
    closeVoided: () => closeVoided(desk),
  };
}

/** Acts on rows as the sheet shows them; what waits to be sent is nothing that anybody can vouch for yet. */
function actOnShown(desk: Desk, { link, rowIds }: RowsOfLink, ask: Ask): Promise<Outcome<StandingReport>> {
  return desk.perform("sending", async ({ signal }) => {
    const state = desk.memory.links.get(link);
    const { me } = desk.memory;
    if (!me || !state) return failed({ code: "not-found" });
    const wanted = new Set(rowIds);
    const rows = state.rows.filter(({ known }) => wanted.has(known.id));
    const seen = rows
      .filter(({ dirty, known }) => !dirty && known.version > 0)
      .map(({ known }) => ({ id: known.id, base: known.version }));
    const report = await askInTurns(desk, state, seen, ask);
    if (!report.ok) return report;
    const fetched = await fetchInto(desk, me, state, signal);
    if (!fetched.ok) return fetched;
    return done(withLeft(report.value, "unsent", rows.length - seen.length));
  });
}

/** Void rows count again, and what was changed here of those that the sheet still shows is sent. */
function restoreRows(
  desk: Desk,
  { link, rowIds }: RowsOfLink,
  reason: string,
): Promise<Outcome<StandingReport>> {
  return desk.perform("sending", async ({ signal }) => {
    const { memory, deps } = desk;
    const state = memory.links.get(link);
    const { me } = memory;
    if (!me || !state) return failed({ code: "not-found" });
    const versions = await versionsOfVoided(desk, state.sheet, rowIds);
    if (!versions.ok) return failed(versions.failure);
    const seen = [...versions.value].map(([id, base]) => ({ id, base }));
    const report = await askInTurns(desk, state, seen, (sheet, rows) =>
      deps.api.status.unvoid({ sheet, rows, reason, workbook: memory.workbook }),
    );
    if (!report.ok) return report;
    const fetched = await fetchInto(desk, me, state, signal, new Set(rowIds));
    if (!fetched.ok) return fetched;
    const { voided } = desk.store.get();
    if (voided?.link === link) await loadVoided(desk, link);
    return done(withLeft(report.value, "gone", rowIds.length - seen.length));
  });
}

/** Brings what was changed into the sheet; of what waits there only the given rows are sent. */
async function fetchInto(
  desk: Desk,
  me: Me,
  state: LinkState,
  signal: AbortSignal,
  sent: ReadonlySet<string> = new Set(),
): Promise<Outcome> {
  const current = desk.memory.links.get(state.link.id) ?? state;
  const results = await synchroniseLinks(desk, me, [current], signal, { only: sent, fetches: true });
  const failure = results.find((result) => result.failure)?.failure;
  return failure ? failed(failure) : done(undefined);
}
