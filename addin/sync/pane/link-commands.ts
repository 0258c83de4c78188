import { readableColumns } from "../../../shared/model/access.ts";
import type { Me } from "../../../shared/contract.ts";
import type { Day } from "../../../shared/model/value.ts";
import type { ApiFailure } from "../../api/failure.ts";
import type { Editor } from "../../excel/workbook.ts";
import { encodeKnownRows } from "../known-rows.ts";
import { readLinkState, unreadState, type LinkState } from "../link-state.ts";
import { newId } from "../reference.ts";
import { createSendingActs, type SendingActs } from "../sending-acts.ts";
import { encodeNotes } from "../row-notes.ts";
import { planRowWrites } from "../row-writes.ts";
import { cellConflicts, cellIssues, countWrong } from "../summaries.ts";
import { synchroniseLink, type SynchronisedLink, type SynchroniseOptions } from "../synchronise-link.ts";
import type { Outcome, SyncReport } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { dressPending, pendingIds } from "./dress-pending.ts";
import { readerOf } from "./memory.ts";
import { refreshPeers } from "./peer-commands.ts";
import { synchronising } from "./synchronising.ts";
import { fetchVanished } from "./vanished-commands.ts";

/** Reads links again without writing anything: what is pending, wrong or gone. */
export async function recount(desk: Desk, editor: Editor, links: Iterable<LinkState>): Promise<void> {
  const { memory, deps } = desk;
  if (!memory.me) return;
  const reader = readerOf(memory, memory.me, deps.now());
  for (const state of links) memory.links.set(state.link.id, await readLinkState(editor, state, reader));
}

/** Marks what is wrong in every linked sheet. Gives the number of wrong cells. */
export function validate(desk: Desk): Promise<Outcome<{ readonly wrong: number }>> {
  return desk.perform("validating", async ({ signal }) => {
    const { memory, deps } = desk;
    if (!memory.me) return failed({ code: "unauthenticated" });
    const states = [...memory.links.values()];
    await deps.workbook.command(async (editor) => {
      for (const [at, state] of states.entries()) {
        if (signal.aborted) return;
        await recount(desk, editor, [state]);
        await markLink(desk, editor, state.link.id);
        desk.progress(at + 1, states.length);
      }
    });
    await saveRuled(desk, states);
    if (signal.aborted) return failed({ code: "cancelled" });
    return protectedFailure(desk) ?? done({ wrong: wrongCells(desk) });
  });
}

/** Writes statuses and marks of a link; rows without a reference stay without until they are sent. */
export async function markLink({ memory, deps }: Desk, editor: Editor, id: string): Promise<void> {
  const state = memory.links.get(id);
  if (!state?.shape || state.protected || !memory.me) return;
  await dressPending(editor, state, new Set(pendingIds(state)), readerOf(memory, memory.me, deps.now()));
  await editor.write(state.sheet, state.link, planRowWrites(state, { named: false }));
  const link = await editor.rule(state.sheet, state.link);
  const reader = readerOf(memory, memory.me, deps.now());
  memory.links.set(id, await readLinkState(editor, { ...state, link }, reader));
}

/** Keeps how far the marking rules reach, where they reach farther than before. */
async function saveRuled({ memory, deps }: Desk, before: readonly LinkState[]): Promise<void> {
  const ruled = before.flatMap((state) => {
    const link = memory.links.get(state.link.id)?.link;
    return link && link.ruledRows !== state.link.ruledRows ? [link] : [];
  });
  if (ruled.length > 0) await deps.workbook.saveLinks(ruled, memory.workbookId);
}

/** Sends what changed, fetches what others changed, for every linked sheet. */
export function synchronise(desk: Desk): Promise<Outcome<SyncReport>> {
  return desk.perform("sending", ({ signal }) => synchroniseAll(desk, signal));
}

/** Synchronises every linked sheet within a turn, as far as the options reach. */
export async function synchroniseAll(
  desk: Desk,
  signal: AbortSignal,
  options: SendingOptions = {},
): Promise<Outcome<SyncReport>> {
  const { me } = desk.memory;
  if (!me) return failed({ code: "unauthenticated" });
  if (options.only?.size !== 0) await refreshPeers(desk, signal);
  const results = await synchroniseLinks(desk, me, [...desk.memory.links.values()], signal, options);
  const failure = results.find((result) => result.failure)?.failure;
  if (failure) return failed(failure);
  desk.store.set({ connection: "online" });
  const refusal = protectedFailure(desk);
  if (refusal) return refusal;
  const total = (count: (result: SynchronisedLink) => number) =>
    results.reduce((sum, result) => sum + count(result), 0);
  return done({
    sent: total(({ sent }) => sent),
    received: total(({ received }) => received),
    wrong: wrongCells(desk),
    inConflict: [...desk.memory.links.values()].flatMap(cellConflicts).length,
  });
}

export interface SendingOptions extends SynchroniseOptions {
  /** Nobody asked for it: it gives way to whoever types in a cell. */
  readonly isUnasked?: true;
  /** Told how many rows were sent so far. */
  readonly told?: (sent: number) => void;
  /** What is sent is taken back with what was sent as these before. */
  readonly acts?: SendingActs;
}

/**
 * Synchronises links one after the other within one command, and keeps what each came to even when a later one fails.
 * A failure of network or session stops the links that follow.
 */
export async function synchroniseLinks(
  desk: Desk,
  me: Me,
  states: readonly LinkState[],
  signal: AbortSignal,
  { told = () => undefined, acts = createSendingActs(), isUnasked, ...options }: SendingOptions = {},
): Promise<readonly SynchronisedLink[]> {
  const { deps } = desk;
  const world = synchronising(desk, me, signal, { told, acts });
  let results: SynchronisedLink[] = [];
  try {
    await deps.workbook[isUnasked ? "unasked" : "command"](async (editor) => {
      results = [];
      for (const state of states) {
        const result = await synchroniseLink(editor, state, world, options);
        results.push(result);
        await dressPending(editor, result.state, new Set(pendingIds(state)), world.reader);
        if (stopsOthers(result.failure)) return;
      }
    });
  } finally {
    await keep(desk, results);
    tellSending(desk, acts, results);
  }
  await nameVanished(desk, results, signal);
  return results;
}

/** What was sent may be taken back right away; of a large sending the last act. */
function tellSending(
  { store, deps }: Desk,
  { all }: SendingActs,
  results: readonly SynchronisedLink[],
): void {
  const rows = results.reduce((sum, { sent }) => sum + sent, 0);
  const act = all.at(-1);
  if (rows > 0 && act !== undefined)
    store.set({ lastSending: { act, acts: all.length, rows, at: deps.now().toISOString() } });
}

const stopsOthers = (failure: ApiFailure | null): boolean => failure !== null && failure.code !== "forbidden";

/** Keeps what synchronisations came to, here and in the workbook; the cursor goes last. */
async function keep({ memory, deps }: Desk, results: readonly SynchronisedLink[]): Promise<void> {
  for (const { state } of results) {
    const { id } = state.link;
    const before = encodeKnownRows(memory.links.get(id)?.known ?? new Map());
    const after = encodeKnownRows(state.known);
    const notes = encodeNotes(memory.links.get(id)?.notes ?? new Map());
    memory.links.set(id, state);
    if (encodeNotes(state.notes) !== notes) await deps.workbook.saveRowNotes(id, encodeNotes(state.notes));
    if (after !== before) await deps.workbook.saveKnownRows(id, after);
  }
  if (results.length > 0)
    await deps.workbook.saveLinks(
      results.map(({ state }) => state.link),
      memory.workbookId,
    );
}

/** Inserts the format of a record in a new worksheet and fetches its rows. */
export function insertFormat(
  desk: Desk,
  sheetId: string,
  rows: { readonly from: Day | null } | "none",
): Promise<Outcome> {
  return desk.perform("inserting", async ({ signal, retryAs }) => {
    const { memory, deps } = desk;
    const { me } = memory;
    if (!me) return failed({ code: "unauthenticated" });
    const sheet = deps.sheets.find(({ id }) => id === sheetId);
    const columns = sheet ? readableColumns(sheet, me.person.role) : [];
    if (!sheet || columns.length === 0) return failed({ code: "forbidden" });
    const { context } = readerOf(memory, me, deps.now());
    const request = { id: newId(), sheet, columns, scope: rows, context };
    const link = await deps.workbook.insertFormat(request, memory.workbookId);
    memory.links.set(link.id, unreadState(link, sheet));
    // The format stands: doing it all again would insert a second one.
    retryAs(() => synchronise(desk));
    const results = await synchroniseLinks(desk, me, [unreadState(link, sheet)], signal);
    const failure = results.find((result) => result.failure)?.failure;
    return failure ? failed(failure) : done(undefined);
  });
}

export function forgetLink(desk: Desk, id: string): Promise<Outcome> {
  return desk.inTurn(async () => {
    await desk.deps.workbook.forgetLink(id);
    desk.memory.links.delete(id);
    desk.publish();
    return done(undefined);
  });
}

function wrongCells({ memory }: Desk): number {
  return countWrong([...memory.links.values()].flatMap(cellIssues));
}

/** The first linked sheet that could not be written to because it is protected. */
function protectedFailure({ memory }: Desk) {
  const refused = [...memory.links.values()].find((state) => state.protected);
  return refused ? failed({ code: "protected", worksheet: refused.shape?.worksheet ?? "" }) : undefined;
}

/** Fetches the rows that vanished, once, so that the pane can name them. */
async function nameVanished(
  desk: Desk,
  results: readonly SynchronisedLink[],
  signal: AbortSignal,
): Promise<void> {
  for (const { state, failure } of results) {
    if (!failure) await fetchVanished(desk, state, signal);
  }
}
