import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import { ownColumn, readableColumns } from "../../shared/model/access.ts";
import { findingToIssue } from "../../shared/model/issue.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { decideRow, savedAnswer, type AcceptedRow, type Judge } from "./decide-row.ts";
import { valueOf } from "./merge.ts";
import type { PushStore, RowChange } from "./push-store.ts";
import {
  keyText,
  keyValues,
  settleKeys,
  type Candidate,
  type Collision,
  type Holders,
} from "./settle-keys.ts";
import type { LoadedRow } from "./stored-row.ts";

/** A pushed row and its place in the push. */
export interface PlacedRow {
  readonly place: number;
  readonly pushed: PushedRow;
}

export interface Outcome {
  readonly answers: ReadonlyMap<number, RowAnswer>;
  readonly changes: readonly RowChange[];
}

/** What deciding needs beside the rows. */
export interface Deciding {
  readonly store: Pick<PushStore, "load" | "holders">;
  readonly judge: Judge;
  readonly by: { readonly id: string; readonly at: string };
  /** The version that follows another: higher than any that was given out before a restore. */
  readonly versionAfter: (version: number) => number;
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
    const collisions = settleKeys(sheet, wanted, await findHolders(sheet, wanted, state, deciding));
    for (const one of wanted) {
      const collision = collisions.get(one.id);
      answers.set(
        one.place,
        collision ? duplicate(sheet, one, collision, deciding.judge) : save(sheet, one, deciding),
      );
      if (collision) continue;
      const change = changeOf(sheet, one, deciding);
      changes.push(change);
      state.set(one.id, applied(state.get(one.id), change, deciding));
    }
  }
  return { answers, changes };
}

interface Wanted extends Candidate {
  readonly place: number;
  readonly version: number;
  readonly accepted: AcceptedRow;
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
    else wanted.push(wantedRow(place, pushed.id, loaded, decision.accepted));
  }
  return { wanted, answered };
}

function wantedRow(place: number, id: string, { current }: LoadedRow, accepted: AcceptedRow): Wanted {
  return {
    place,
    id,
    now: current?.values ?? null,
    row: accepted.row,
    version: current?.version ?? 0,
    accepted,
  };
}

/** Rows of the database that have a wanted key; rows already decided in this push count as they will be. */
async function findHolders(
  sheet: Sheet,
  wanted: readonly Wanted[],
  state: ReadonlyMap<string, LoadedRow>,
  { store }: Deciding,
): Promise<Holders> {
  const byKey = await Promise.all(sheet.keys.map((key) => holdersOf(sheet, key, { wanted, state, store })));
  return (index, text) => byKey[index]?.get(text);
}

interface Search {
  readonly wanted: readonly Wanted[];
  readonly state: ReadonlyMap<string, LoadedRow>;
  readonly store: Deciding["store"];
}

async function holdersOf(sheet: Sheet, key: readonly string[], { wanted, state, store }: Search) {
  const moving = wanted.filter(({ now, row }) => !now || keyText(key, now) !== keyText(key, row));
  const found = await store.holders(
    sheet,
    key,
    moving.map(({ row }) => keyValues(key, row)),
  );
  const holders = new Map<string, string>();
  for (const [id, { current }] of state) {
    if (current && !current.voided) holders.set(keyText(key, current.values), id);
  }
  for (const [place, id] of found) {
    const row = moving[place];
    if (row && !state.has(id)) holders.set(keyText(key, row.row), id);
  }
  return holders;
}

function changeOf(sheet: Sheet, { id, version, accepted }: Wanted, { versionAfter }: Deciding): RowChange {
  const { row, before, after, reason } = accepted;
  return { sheet, id, version: versionAfter(version), row, before, after, reason, voided: false };
}

function save(sheet: Sheet, { id, version, accepted }: Wanted, { judge, versionAfter }: Deciding): RowAnswer {
  return savedAnswer(sheet, id, versionAfter(version), accepted.row, judge, accepted.warnings);
}

function applied(loaded: LoadedRow | undefined, change: RowChange, { by }: Deciding): LoadedRow {
  const { id, version, row: values, before, after } = change;
  const revision = { version, by: by.id, at: by.at, before, after };
  return { current: { id, version, voided: false, values }, later: [revision, ...(loaded?.later ?? [])] };
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

function lowestBases(rows: readonly PlacedRow[]): ReadonlyMap<string, number> {
  const bases = new Map<string, number>();
  for (const { pushed } of rows) {
    bases.set(pushed.id, Math.min(pushed.base, bases.get(pushed.id) ?? Infinity));
  }
  return bases;
}

/** The first row of each id, then the second of each, and so on. */
function rounds(rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] {
  const seen = new Map<string, number>();
  const byRound: PlacedRow[][] = [];
  for (const row of rows) {
    const round = seen.get(row.pushed.id) ?? 0;
    seen.set(row.pushed.id, round + 1);
    (byRound[round] ??= []).push(row);
  }
  return byRound;
}
