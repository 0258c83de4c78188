import { canWrite } from "../../shared/model/access.ts";
import type { Me, Pull, PullAnswer } from "../../shared/contract.ts";
import type { Api } from "../api/create-api.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { CellWrite, NewRow } from "../excel/table-row.ts";
import type { Editor } from "../excel/workbook.ts";
import type { Target } from "./accept-version.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { hasErrors } from "./judge-rows.ts";
import type { KnownRows } from "./known-rows.ts";
import { judgeState, readLinkState, type LinkState, type Reader } from "./link-state.ts";
import { nextKnownRows, wasUndone } from "./known-after.ts";
import { mergeCellWrites } from "./merge-cell-writes.ts";
import { planPull, type PullPlan } from "./plan-pull.ts";
import { toPushedRow } from "./plan-push.ts";
import { firstPull, pullPages } from "./pull-pages.ts";
import { pushRows } from "./push-rows.ts";
import { encodeReference } from "./reference.ts";
import { planRowWrites } from "./row-writes.ts";
import { applyAccepted, settleAnswers } from "./settle-answers.ts";

/** What a synchronisation works with. */
export interface Synchronising {
  readonly api: Pick<Api, "push" | "pull">;
  readonly me: Me;
  /** Fingerprint of the definitions that this pane runs with; the service refuses any other than its own. */
  readonly schema: string;
  readonly reader: Reader;
  /** Names the workbook in the history. */
  readonly workbook: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  report(progress: { readonly sent?: number; readonly toSend?: number; readonly received?: number }): void;
}

/** A link after a synchronisation. With a failure, what was answered before it is in the sheet all the same. */
export interface SynchronisedLink {
  readonly state: LinkState;
  readonly known: KnownRows;
  readonly sent: number;
  readonly received: number;
  readonly failure: ApiFailure | null;
}

/** Only these rows are sent, and nothing is fetched. */
export interface SynchroniseOptions {
  readonly only?: ReadonlySet<string>;
}

/**
 * Synchronises one link: reads it, names new rows in the sheet before anything is sent (so that doing all of this again
 * after a crash is harmless), sends what changed and is in order, fetches what others changed, and writes the outcome
 * back where the rows stand by then. The cursor advances last.
 */
export async function synchroniseLink(
  editor: Editor,
  before: LinkState,
  known: KnownRows,
  world: Synchronising,
  { only }: SynchroniseOptions = {},
): Promise<SynchronisedLink> {
  const read = await readLinkState(editor, before, world.reader);
  if (!read.shape || read.protected) return { state: read, known, sent: 0, received: 0, failure: null };
  const target = targetOf(read, world.reader);
  const named = await nameRows(editor, read);

  const push = await pushChanges(named, target, world, only);
  const pull = only || push.failure ? nothingPulled : await pullChanges(push.state, known, target, world);
  const repush = pull.plan.reoffered.length > 0 && !pull.failure;
  const settled = applyAccepted(withReoffered(push.state, pull.plan), pull.plan.updates);
  const state = judgeState(settled, world.reader);

  const cells = mergeCellWrites([...push.accepted, ...pull.plan.updates]);
  const written = await writeBack(editor, state, cells, pull.plan, world.reader);
  const result: SynchronisedLink = {
    state: withCursor(written, pull.pages, push.failure ?? pull.failure, world, only !== undefined),
    known: nextKnownRows(known, written.rows, pull.plan.forgotten, pull.plan.removals),
    sent: push.accepted.length,
    received: pull.plan.updates.length + pull.plan.appended.length + pull.plan.removals.length,
    failure: push.failure ?? pull.failure,
  };
  return repush ? sendReoffered(editor, result, world) : result;
}

export function targetOf({ sheet, shape }: LinkState, { context }: Reader): Target {
  return { sheet, columns: new Set(shape?.columns.keys()), context };
}

/** Gives rows without a reference theirs, and takes it from blank ones. */
async function nameRows(editor: Editor, state: LinkState): Promise<LinkState> {
  const naming = state.rows
    .filter(({ unnamed }) => unnamed)
    .map((row) => ({
      position: row.position,
      expects: row.reference,
      reference: encodeReference(row.known),
    }));
  const emptying = [...state.emptied].map(([position, expects]) => ({
    position,
    expects,
    reference: "",
    status: "",
    marks: "",
  }));
  const lost = await editor.write(state.sheet, state.link, [...naming, ...emptying]);
  const lostPositions = new Set(lost.map(({ position }) => position));
  const rows = state.rows
    .filter((row) => !row.unnamed || !lostPositions.has(row.position))
    .map((row) => (row.unnamed ? { ...row, unnamed: false, reference: encodeReference(row.known) } : row));
  return { ...state, rows, emptied: new Map() };
}

async function pushChanges(
  state: LinkState,
  target: Target,
  world: Synchronising,
  only: ReadonlySet<string> | undefined,
) {
  const { api, schema, workbook, signal, reader } = world;
  const rows = canWrite(state.sheet, reader.person.role)
    ? state.rows.filter((row) => isReady(state, row) && (only?.has(row.known.id) ?? true))
    : [];
  world.report({ toSend: rows.length });
  const pushed = await pushRows(
    rows.map((row) => toPushedRow(state.sheet, row, target.columns)),
    { api, envelope: { schema, workbook }, signal, sent: (sent) => world.report({ sent }) },
  );
  const settled = settleAnswers(state, pushed.answers, target, reader);
  return { ...settled, failure: pushed.failure };
}

const isReady = ({ judged }: LinkState, { dirty, known }: LocalRow): boolean =>
  dirty && !hasErrors(judged.get(known.id));

interface PulledChanges {
  readonly plan: PullPlan;
  readonly pages: readonly PullAnswer[];
  readonly failure: ApiFailure | null;
}

const nothingPulled: PulledChanges = {
  plan: { updates: [], appended: [], removals: [], reoffered: [], forgotten: [] },
  pages: [],
  failure: null,
};

async function pullChanges(
  state: LinkState,
  known: KnownRows,
  target: Target,
  { api, me, schema, signal, report }: Synchronising,
): Promise<PulledChanges> {
  const { link, sheet, rows } = state;
  const everything: Pull = { schema, sheet: sheet.id, since: null };
  const first = wasUndone(rows, known) ? everything : firstPull(link, me.person.id, schema);
  const { pages, failure } = await pullPages(first, {
    api,
    signal,
    received: (received) => report({ received }),
  });
  const restored = first.since !== null && pages.some(({ next }) => next.epoch !== first.since?.epoch);
  const complete = failure === null && first.from === undefined;
  const plan = planPull(
    { pages, restored, complete },
    { target, rows, known, scope: link.scope, toRemove: new Set(link.toRemove) },
  );
  return { plan, pages, failure };
}

function withReoffered(state: LinkState, { reoffered }: PullPlan): LinkState {
  const byId = new Map(reoffered.map(({ row, known }) => [row.known.id, known]));
  const rows = state.rows.map((row) => {
    const known = byId.get(row.known.id);
    return known ? { ...row, known, dirty: true } : row;
  });
  return { ...state, rows };
}

async function writeBack(
  editor: Editor,
  state: LinkState,
  cells: ReadonlyMap<string, readonly CellWrite[]>,
  plan: PullPlan,
  reader: Reader,
): Promise<LinkState> {
  const { sheet, link } = state;
  const lost = await editor.write(sheet, link, planRowWrites(state, { cells }));
  const staying = await editor.remove(
    sheet,
    link,
    plan.removals.map(({ known }) => encodeReference(known)),
  );
  await editor.append(sheet, link, plan.appended satisfies readonly NewRow[], reader.context);
  const removed = plan.removals.length - staying.length;
  const stayingIds = plan.removals.filter(({ known }) => staying.includes(encodeReference(known)));
  const kept = { ...link, toRemove: stayingIds.map(({ known }) => known.id) };
  const isOther = lost.length > 0 || removed > 0 || plan.appended.length > 0;
  if (!isOther) return { ...withReferences(state), link: kept };
  const ruled = plan.appended.length > 0 ? await editor.rule(sheet, kept) : kept;
  return readLinkState(editor, { ...state, link: ruled }, reader);
}

/** The rows as they read now that references, statuses and marks are written. */
function withReferences(state: LinkState): LinkState {
  const writes = new Map(planRowWrites(state).map((write) => [write.position, write]));
  const rows = state.rows.map((row) => {
    const {
      reference = row.reference,
      status = row.status,
      marks = row.marks,
    } = writes.get(row.position) ?? {};
    return { ...row, reference, status, marks };
  });
  return { ...state, rows };
}

function withCursor(
  state: LinkState,
  pages: readonly PullAnswer[],
  failure: ApiFailure | null,
  { me, now }: Synchronising,
  partial: boolean,
): LinkState {
  const next = pages.at(-1)?.next;
  const cursor = next ? { ...next, person: me.person.id } : state.link.cursor;
  const lastSync = failure || partial ? state.link.lastSync : now().toISOString();
  return { ...state, link: { ...state.link, cursor, lastSync } };
}

/** Rows that a restored service lost go to it at once. */
async function sendReoffered(
  editor: Editor,
  first: SynchronisedLink,
  world: Synchronising,
): Promise<SynchronisedLink> {
  const again = await synchroniseLink(editor, first.state, first.known, world);
  return { ...again, sent: first.sent + again.sent, received: first.received + again.received };
}
