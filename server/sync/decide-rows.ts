import type { RowAnswer } from "../../shared/contract.ts";
import type { RowStatus } from "../../shared/contract/row-status.ts";
import { ownColumn, readableColumns } from "../../shared/model/access.ts";
import { findingToIssue, isError, type Issue } from "../../shared/model/issue.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { acceptable, settleWarnings } from "./accept-warnings.ts";
import { decideRow, savedAnswer, type AcceptedRow, type Decision, type Judge } from "./decide-row.ts";
import { judgeByPeers } from "./judge-peers.ts";
import { valueOf } from "./merge.ts";
import { invalid } from "./refuse-row.ts";
import type { PushStore, RowChange } from "./push-store.ts";
import { findHolders } from "./find-holders.ts";
import { settleKeys, type Candidate, type Collision } from "./settle-keys.ts";
import { lowestBases, rounds, type PlacedRow } from "./placed-rows.ts";
import { standingOf, type LoadedRow } from "./stored-row.ts";
import { closesReturn, isLocked, lockedAnswer, standingChange } from "./verify-rows.ts";

export interface Outcome {
  readonly answers: ReadonlyMap<number, RowAnswer>;
  readonly changes: readonly RowChange[];
}

/** What deciding needs beside the rows. */
export interface Deciding {
  readonly store: Pick<PushStore, "load" | "holders" | "peers">;
  readonly judge: Judge;
  readonly by: { readonly id: string; readonly at: string };
  /** The version that follows another: higher than any that was given out before a restore. */
  readonly versionAfter: (version: number) => number;
  record(id: string): Sheet | undefined;
}

/** Decides the rows of one record. A row sent twice is decided twice, the second time on top of the first. */
export async function decideRows(
  sheet: Sheet,
  rows: readonly PlacedRow[],
  deciding: Deciding,
): Promise<Outcome> {
  const state = new Map(await deciding.store.load(sheet, lowestBases(rows)));
  const answers = new Map<number, RowAnswer>();
  const changes: RowChange[] = [];
  for (const round of rounds(rows)) {
    const { wanted, answered } = decideAlone(sheet, round, state, deciding.judge);
    for (const [place, answer] of answered) answers.set(place, answer);
    const collisions = settleKeys(sheet, wanted, await findHolders(sheet, wanted, state, deciding.store));
    const free = wanted.filter(({ id }) => !collisions.has(id));
    const byPeers = await judgeByPeers(sheet, free, { ...deciding, state });
    for (const one of wanted) {
      const collision = collisions.get(one.id);
      const { change, answer } = collision
        ? { change: undefined, answer: duplicate(sheet, one, collision, deciding.judge) }
        : settle(sheet, one, byPeers.get(one.id) ?? [], deciding);
      answers.set(one.place, answer);
      if (!change) continue;
      changes.push(change);
      state.set(one.id, applied(state.get(one.id), change, deciding));
    }
  }
  return { answers, changes };
}

interface Wanted extends Candidate {
  readonly place: number;
  readonly version: number;
  /** How the row stands before and, of a changed one, after the change. */
  readonly status: RowStatus | null;
  readonly becomes: RowStatus | null;
  readonly accepted: AcceptedRow;
  /** False where the row stands as it was wanted already. */
  readonly isChanged: boolean;
  /** Warnings that the person accepts, and those that were ever accepted. */
  readonly acceptances: Parameters<typeof settleWarnings>[2];
}

function decideAlone(
  sheet: Sheet,
  rows: readonly PlacedRow[],
  state: ReadonlyMap<string, LoadedRow>,
  judge: Judge,
): { wanted: readonly Wanted[]; answered: ReadonlyMap<number, RowAnswer> } {
  const wanted: Wanted[] = [];
  const answered = new Map<number, RowAnswer>();
  for (const { place, pushed } of rows) {
    const loaded = state.get(pushed.id) ?? { current: null, later: [] };
    const decision = decideRow(sheet, pushed, loaded, judge);
    if (decision.kind === "answered") answered.set(place, decision.answer);
    else wanted.push(wantedRow(sheet, { place, pushed, loaded }, decision, judge));
  }
  return { wanted, answered };
}

function wantedRow(
  sheet: Sheet,
  { place, pushed, loaded }: PlacedRow & { readonly loaded: LoadedRow },
  decision: Exclude<Decision, { kind: "answered" }>,
  { person }: Judge,
): Wanted {
  const { current, accepted: kept = [] } = loaded;
  const acceptances = acceptable(sheet, person.role, pushed);
  const seen = Math.max(pushed.base, pushed.settled?.version ?? 0);
  const isChanged = decision.kind === "accepted";
  const accepted = isChanged ? decision.accepted : unchangedRow(decision);
  const offered = isChanged || decision.mayWrite ? acceptances : [];
  return {
    place,
    id: pushed.id,
    now: current?.values ?? null,
    row: accepted.row,
    version: current?.version ?? 0,
    status: current?.status ?? null,
    becomes: isChanged && closesReturn(sheet, person.role, loaded, seen) ? null : (current?.status ?? null),
    accepted,
    isChanged,
    acceptances: { offered, kept },
  };
}

function unchangedRow({ row, warnings }: Extract<Decision, { kind: "unchanged" }>): AcceptedRow {
  return { row, warnings, before: {}, after: {}, reason: null, typed: {} };
}

/** A row that no other keeps from standing by its key, in view of its peers. */
function settle(sheet: Sheet, one: Wanted, ofPeers: readonly Issue[], deciding: Deciding): Saved {
  const errors = ofPeers.filter(isError);
  if (errors.length > 0 && one.isChanged) return { change: undefined, answer: invalid(one.id, errors) };
  const warnings = [...one.accepted.warnings, ...ofPeers.filter((issue) => !isError(issue))];
  return save(sheet, one, warnings, deciding);
}

interface Saved {
  readonly change: RowChange | undefined;
  readonly answer: RowAnswer;
}

/** The answer for a row that may stand, and what is written of it: nothing where it stands so already and no warning is accepted. */
function save(
  sheet: Sheet,
  { id, version, row, accepted, isChanged, acceptances, ...one }: Wanted,
  warnings: readonly Issue[],
  { judge, by, versionAfter }: Deciding,
): Saved {
  const settled = settleWarnings(warnings, { sheet, row, context: judge.context }, acceptances, by);
  const isWritten = isChanged || settled.fresh.length > 0;
  const standing = { id, version, voided: false, values: row, status: one.status };
  if (isWritten && isLocked(standing))
    return { change: undefined, answer: lockedAnswer(standing, judge.context.people.nameOf) };
  const next = isWritten ? versionAfter(version) : version;
  const { reason, typed } = accepted;
  const notes = { accepted: settled.fresh, typed };
  const status = standingOf({ status: one.becomes });
  const closing = one.status === one.becomes ? { before: {}, after: {} } : standingChange(standing, status);
  const before = { ...accepted.before, ...closing.before };
  const after = { ...accepted.after, ...closing.after };
  const change = { sheet, id, version: next, row, before, after, voided: false, status, reason, ...notes };
  return {
    change: isWritten ? change : undefined,
    answer: savedAnswer(sheet, id, next, row, judge, { ...settled, status: one.becomes }),
  };
}

function applied(loaded: LoadedRow | undefined, change: RowChange, { by }: Deciding): LoadedRow {
  const { id, version, row: values, before, after } = change;
  const revision = { version, by: by.id, at: by.at, before, after };
  const status = change.status === "sent" ? null : (loaded?.current?.status ?? null);
  return {
    current: { ...loaded?.current, id, version, voided: false, values, status },
    later: [revision, ...(loaded?.later ?? [])],
    accepted: [...(change.accepted ?? []), ...(loaded?.accepted ?? [])],
  };
}

/**
 * Says which key is taken, as far as the person may read it, and by which row unless that row may be none of their
 * business. A key that is hidden from them as a whole is not told at all.
 */
function duplicate(sheet: Sheet, { id, row }: Wanted, { key, holder }: Collision, judge: Judge): RowAnswer {
  const { role } = judge.person;
  const readable = readableColumns(sheet, role);
  const told = key.filter((column) => readable.includes(column));
  const [first] = told;
  if (first === undefined) return { result: "forbidden", id, columns: [] };
  const filled = told.filter((column) => valueOf(row, column) !== null);
  const seesAll = ownColumn(sheet, role, "read") === undefined;
  const details = {
    columns: filled.map((column) => columnOf(sheet, column).label).join(", "),
    typed: filled.map((column) => display(sheet, column, row, judge)).join(", "),
    ...(seesAll ? { row: holder } : {}),
  };
  return { result: "invalid", id, issues: [findingToIssue(first, { code: "duplicate", details })] };
}

function display(sheet: Sheet, column: string, row: Row, { context }: Judge): string {
  const value = valueOf(row, column);
  return value === null ? "" : columnOf(sheet, column).kind.display(value, context);
}
