import { canWrite } from "../../shared/model/access.ts";
import type { Me, PullAnswer } from "../../shared/contract.ts";
import type { Api } from "../api/create-api.ts";
import type { ApiFailure } from "../api/failure.ts";
import type { Editor } from "../excel/workbook.ts";
import type { Target } from "./accept-version.ts";
import { adoptRows } from "./adopt-rows.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { hasErrors } from "./judge-rows.ts";
import { withCursor } from "./link-cursors.ts";
import { judgeState, readLinkState, readerFor, type LinkState, type Reader } from "./link-state.ts";
import { nextKnownRows } from "./known-after.ts";
import { mergeCellWrites } from "./merge-cell-writes.ts";
import type { PullPlan } from "./plan-pull.ts";
import { toPushedRow } from "./plan-push.ts";
import { nothingPulled, pullChanges, type PulledChanges } from "./pull-changes.ts";
import { hasUnsent, pushedNotes, withPulled, withStatuses, type Notes } from "./row-notes.ts";
import { pushRows } from "./push-rows.ts";
import type { SendingActs } from "./sending-acts.ts";
import { settledColumns, type Settlement } from "./settlement.ts";
import { encodeReference } from "./reference.ts";
import { statusesOfShown, toldStatuses } from "./row-standing.ts";
import { emptiedWrites } from "./row-writes.ts";
import { applyAccepted, settleAnswers } from "./settle-answers.ts";
import { writeBack } from "./write-back.ts";

/** What a synchronisation works with. */
export interface Synchronising {
  readonly api: Pick<Api, "push" | "pull" | "seen">;
  readonly me: Me;
  /** Fingerprint of the definitions that this pane runs with; the service refuses any other than its own. */
  readonly schema: string;
  readonly reader: Reader;
  /** Names the workbook in the history. */
  readonly workbook: string;
  readonly acts: SendingActs;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  report(progress: { readonly sent?: number; readonly toSend?: number; readonly received?: number }): void;
}

/** A link after a synchronisation. With a failure, what was answered before it is in the sheet all the same. */
export interface SynchronisedLink {
  readonly state: LinkState;
  readonly sent: number;
  readonly received: number;
  readonly failure: ApiFailure | null;
}

export interface SynchroniseOptions {
  /** Only these rows are sent, and nothing is fetched unless it `fetches`. */
  readonly only?: ReadonlySet<string>;
  readonly fetches?: true;
  /** What was decided of conflicts, by row. */
  readonly settled?: ReadonlyMap<string, Settlement>;
}

/**
 * Synchronises one link: reads it, names new rows in the sheet before anything is sent (so that doing all of this again
 * after a crash is harmless), sends what changed and is in order, fetches what others changed, and writes the outcome
 * back where the rows stand by then. The cursor advances last.
 */
export async function synchroniseLink(
  editor: Editor,
  before: LinkState,
  world: Synchronising,
  options: SynchroniseOptions = {},
): Promise<SynchronisedLink> {
  const { only, fetches } = options;
  const read = await readLinkState(editor, before, world.reader);
  if (!read.shape || read.protected) return { state: read, sent: 0, received: 0, failure: null };
  const target = targetOf(read, world.reader);
  const adopted = only?.size === 0 ? { state: read, failure: null } : await adoptRows(read, target, world);
  if (adopted.failure) return { state: read, sent: 0, received: 0, failure: adopted.failure };
  const named = await nameRows(editor, adopted.state, only);

  const push = await pushChanges(named, target, world, options);
  const pulled =
    (only && !fetches) || push.failure ? nothingPulled : await pullChanges(push.state, target, world);
  const pull = read.link.origin ? keepingRows(pulled) : pulled;
  // Where only some rows are sent, those that a restored service lost wait with the others.
  const repush = only === undefined && pull.plan.reoffered.length > 0 && !pull.failure;
  const pulledInto = pull.state ?? push.state;
  const merged = applyAccepted(withReoffered(pulledInto, pull.plan), pull.plan.updates);
  const settled = {
    ...merged,
    notes: withStatuses(notesAfter(merged.notes, pull.pages), toldStatuses(pull)),
  };
  const state = judgeState(settled, world.reader);

  const cells = mergeCellWrites([...push.accepted, ...pull.plan.updates]);
  const written = await writeBack(editor, state, cells, pull.plan, world.reader);
  // What was pulled for a row that was not found comes again: then the cursor stays.
  const pages = written.complete ? pull.pages : [];
  const known = nextKnownRows(written.state, pull.plan);
  const after = { ...written.state, known, notes: statusesOfShown(written.state, known) };
  const isWhole = only === undefined || (fetches === true && !after.rows.some(({ dirty }) => dirty));
  const result: SynchronisedLink = {
    state: broughtTo(after, pages, push.failure ?? pull.failure, world, !isWhole),
    sent: push.accepted.length,
    received: pull.plan.updates.length + written.appended + pull.plan.removals.length,
    failure: push.failure ?? pull.failure,
  };
  return repush ? sendReoffered(editor, result, world) : result;
}

/** In the staff's own sheet no row goes that others may no longer see: it also holds what is only theirs. */
function keepingRows(pulled: PulledChanges): PulledChanges {
  return { ...pulled, plan: { ...pulled.plan, removals: [], waiting: [] } };
}

export function targetOf({ sheet, shape, link }: LinkState, reader: Reader): Target {
  return { sheet, columns: new Set(shape?.columns.keys()), context: readerFor(reader, link).context };
}

/** Gives rows without a reference theirs, and takes it from blank ones. Copies keep the one that tells what they are. */
async function nameRows(
  editor: Editor,
  state: LinkState,
  only: ReadonlySet<string> | undefined,
): Promise<LinkState> {
  const isNew = (row: LocalRow) => row.unnamed && row.copyOf === null && (only?.has(row.known.id) ?? true);
  const naming = state.rows.filter(isNew).map((row) => ({
    position: row.position,
    expects: row.reference,
    reference: encodeReference(row.known),
  }));
  const lost = await editor.write(state.sheet, state.link, [...naming, ...emptiedWrites(state)]);
  const lostPositions = new Set(lost.map(({ position }) => position));
  const rows = state.rows
    .filter((row) => !isNew(row) || !lostPositions.has(row.position))
    .map((row) => (isNew(row) ? { ...row, unnamed: false, reference: encodeReference(row.known) } : row));
  return { ...state, rows, emptied: new Map() };
}

async function pushChanges(
  state: LinkState,
  target: Target,
  world: Synchronising,
  { only, settled }: SynchroniseOptions,
) {
  const { api, schema, workbook, acts, signal, reader } = world;
  const rows = canWrite(state.sheet, reader.person.role)
    ? state.rows.filter((row) => isReady(state, row) && (only?.has(row.known.id) ?? true))
    : [];
  world.report({ toSend: rows.length });
  const pushed = await pushRows(
    rows.map((row) => {
      const notes = pushedNotes(state.sheet, row, state.notes.get(row.known.id), target.context);
      const ended = settledColumns(settled?.get(row.known.id), row);
      return toPushedRow(state.sheet, row, pushedColumns(state, row, target), { ...notes, ...ended });
    }),
    { api, envelope: { schema, workbook }, acts, signal, sent: (sent) => world.report({ sent }) },
  );
  const answered = settleAnswers(state, pushed.answers, target, reader);
  return { ...answered, failure: pushed.failure };
}

/**
 * What a title gives to every row travels with new rows: of others somebody may have changed it meanwhile. What a row
 * carries without having a cell for it travels too.
 */
function pushedColumns(
  { link }: LinkState,
  { known, carried = {} }: LocalRow,
  { columns }: Target,
): ReadonlySet<string> {
  const given = known.version === 0 ? Object.keys(link.context) : [];
  return new Set([...columns, ...given, ...Object.keys(carried)]);
}

const isReady = ({ judged, notes }: LinkState, { dirty, known, reading }: LocalRow): boolean =>
  (dirty || hasUnsent(notes.get(known.id), reading.values)) && !hasErrors(judged.get(known.id));

/** What others accepted of the rows that came. */
function notesAfter(notes: Notes, pages: readonly PullAnswer[]): Notes {
  return pages
    .flatMap(({ rows }) => rows)
    .reduce((kept, { id, accepted }) => withPulled(kept, id, accepted), notes);
}

function withReoffered(state: LinkState, { reoffered, rebased, updates }: PullPlan): LinkState {
  const byId = new Map([...reoffered, ...rebased].map(({ row, known }) => [row.known.id, known]));
  const rows = state.rows.map((row) => {
    const known = byId.get(row.known.id);
    return known ? { ...row, known, dirty: true } : row;
  });
  // Else the next reading would recognise the versions that were lost, and take the rows for synchronised.
  const known = new Map(state.known);
  for (const { row } of reoffered) known.delete(row.known.id);
  for (const { known: goesBack } of updates)
    if (goesBack.version < (known.get(goesBack.id)?.version ?? 0)) known.set(goesBack.id, goesBack);
  return { ...state, rows, known };
}

function broughtTo(
  state: LinkState,
  pages: readonly PullAnswer[],
  failure: ApiFailure | null,
  { me, now }: Synchronising,
  partial: boolean,
): LinkState {
  const next = pages.at(-1)?.next;
  const { person } = me;
  const link = next ? withCursor(state.link, { ...next, person: person.id, role: person.role }) : state.link;
  const lastSync = failure || partial ? link.lastSync : now().toISOString();
  return { ...state, link: { ...link, lastSync } };
}

/** Rows that a restored service lost go to it at once. */
async function sendReoffered(
  editor: Editor,
  first: SynchronisedLink,
  world: Synchronising,
): Promise<SynchronisedLink> {
  const again = await synchroniseLink(editor, first.state, world);
  return { ...again, sent: first.sent + again.sent, received: first.received + again.received };
}
