import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import { canWriteWholeRows, mayTouch, readableColumns, type Person } from "../../shared/model/access.ts";
import { checkRow, computeRow } from "../../shared/model/check-row.ts";
import { findingToIssue, isError, type Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnKeys, columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow, Row } from "../../shared/model/value.ts";
import { toldAcceptances, type SettledWarnings } from "./accept-warnings.ts";
import { changedColumns, mergeFields, valueOf, type FieldConflict } from "./merge.ts";
import { invalid, refuseColumns, refuseUnseen, typedValues } from "./refuse-row.ts";
import { keptFromAnonymised } from "./keep-anonymous.ts";
import { rowAtVersion, type LoadedRow, type StoredRow } from "./stored-row.ts";
import { judgeMerged, toldIssues, type Sides } from "./told-issues.ts";
import { isLocked, lockedAnswer, toldStatus } from "./verify-rows.ts";

/** Who pushes, and the world in which the rows are judged. */
export interface Judge {
  readonly person: Person;
  readonly context: Context;
}

/** A row that may be saved, unless another row has its key. */
export interface AcceptedRow {
  readonly row: Row;
  readonly before: Row;
  readonly after: Row;
  readonly reason: string | null;
  readonly warnings: readonly Issue[];
  readonly typed: Readonly<Record<string, string>>;
}

/** What becomes of a pushed row: a final answer, or a change to be written. */
export type Decision =
  | { readonly kind: "answered"; readonly answer: RowAnswer }
  /** The row stands as it was wanted; nothing is written unless a warning of it is accepted. */
  | {
      readonly kind: "unchanged";
      readonly row: Row;
      readonly warnings: readonly Issue[];
      readonly mayWrite: boolean;
    }
  | { readonly kind: "accepted"; readonly accepted: AcceptedRow };

/** Decides one row on its own: who may, what changed, how it merges, whether the result is right. */
export function decideRow(sheet: Sheet, pushed: PushedRow, loaded: LoadedRow, judge: Judge): Decision {
  const { current } = loaded;
  const now = current?.values ?? emptyRow(sheet);
  const base = { ...emptyRow(sheet), ...rowAtVersion(loaded, pushed.base), ...settledFields(pushed, loaded) };
  const refusal =
    refuseUnseen(sheet, pushed, loaded, judge) ?? refuseColumns(sheet, pushed, base, now, judge);
  if (refusal) return answered(refusal);

  const mine = typedValues(sheet, pushed.values);
  if (current?.anonymised && mayTouch(sheet, judge.person, "write", now)) {
    const kept = keptFromAnonymised(sheet, mine, now, judge.context);
    if (kept.length > 0) return answered(invalid(pushed.id, kept));
  }
  const { row: merged, conflicts } = mergeFields(base, now, mine);
  const isChanging = conflicts.length > 0 || changedColumns(now, merged).length > 0;
  if (current && isChanging && isLocked(current) && mayTouch(sheet, judge.person, "write", now))
    return answered(lockedAnswer(current, judge.context.people.nameOf));
  if (conflicts.length > 0) return answered(conflictAnswer(sheet, pushed, loaded, conflicts, judge));
  const sides = { base, now, merged };
  if (current && changedColumns(now, merged).length === 0) {
    const warnings = checkRow(sheet, now, judge.context).filter((issue) => !isError(issue));
    const told = toldIssues(sheet, warnings, sides, judge);
    return {
      kind: "unchanged",
      row: now,
      warnings: told,
      mayWrite: mayTouch(sheet, judge.person, "write", now),
    };
  }
  const { person } = judge;
  const columns = [...changedColumns(base, mine)];
  const forbidden: RowAnswer = { result: "forbidden", id: pushed.id, columns };
  // Whose a new row is, is judged with its other values.
  const mayWrite = current ? mayTouch(sheet, person, "write", now) : canWriteWholeRows(sheet, person.role);
  if (!mayWrite) return answered(forbidden);
  const verdict = judgeRow(sheet, sides, judge, pushed.typed);
  if ("accepted" in verdict) return { kind: "accepted", accepted: verdict.accepted };
  // What hinders the row is hidden from the person: they cannot mend it, and do not learn what it is.
  return answered(verdict.errors.length > 0 ? invalid(pushed.id, verdict.errors) : forbidden);
}

/** The answer for a row that stands as it was wanted. */
export function savedAnswer(
  sheet: Sheet,
  id: string,
  version: number,
  row: Row,
  judge: Judge,
  { open, inForce, status }: Pick<SettledWarnings, "open" | "inForce"> & Pick<StoredRow, "status">,
): RowAnswer {
  const { nameOf } = judge.context.people;
  return {
    result: "saved",
    id,
    version,
    values: visibleValues(sheet, row, judge),
    warnings: [...open],
    ...toldAcceptances(inForce, readableColumns(sheet, judge.person.role), nameOf),
    ...toldStatus(status, nameOf),
  };
}

/** What the person may read of a row, computed columns as they are today. */
function visibleValues(sheet: Sheet, row: Row, { person, context }: Judge): Record<string, Row[string]> {
  const computed = computeRow(sheet, row, context);
  const columns = readableColumns(sheet, person.role);
  return Object.fromEntries(columns.map((column) => [column, valueOf(computed, column)]));
}

function emptyRow(sheet: Sheet): Row {
  return Object.fromEntries(columnKeys(sheet).map((key) => [key, null]));
}

function conflictAnswer(
  sheet: Sheet,
  { id }: PushedRow,
  { current, later }: LoadedRow,
  conflicts: readonly FieldConflict[],
  judge: Judge,
): RowAnswer {
  if (!current) throw new Error(`row ${id} conflicts though there is none`);
  const fields = conflicts.map((field) => {
    const last = later.find(({ after }) => Object.hasOwn(after, field.column));
    if (!last) throw new Error(`row ${id} conflicts with a change that its history lacks`);
    return { ...field, by: judge.context.people.nameOf(last.by), at: last.at };
  });
  const { version, values } = current;
  return { result: "conflict", id, version, fields, values: visibleValues(sheet, values, judge) };
}

/**
 * What others wrote as the person saw it who ended a conflict: theirs is then what their own side changes. Whoever says
 * to have seen what is not written yet saw another history, and is asked again.
 */
function settledFields({ settled, values }: PushedRow, loaded: LoadedRow): Row {
  if (!settled || settled.version > (loaded.current?.version ?? 0)) return {};
  const seen = rowAtVersion(loaded, settled.version);
  const sent = settled.columns.filter((column) => Object.hasOwn(values, column));
  return Object.fromEntries(sent.map((column) => [column, valueOf(seen, column)]));
}

/** The row to write, or what the person may know of the errors that stand against it: perhaps nothing. */
type Verdict = { readonly accepted: AcceptedRow } | { readonly errors: readonly Issue[] };

function judgeRow(sheet: Sheet, sides: Sides, judge: Judge, typed: PushedRow["typed"] = {}): Verdict {
  const { row, reason, issues } = judgeMerged(sheet, sides, judge.context);
  const errors = [...issues.filter(isError), ...ownershipIssues(sheet, row, issues, judge)];
  if (errors.length > 0) return { errors: toldIssues(sheet, errors, sides, judge) };
  const { now } = sides;
  const changed = columnKeys(sheet).filter((key) => !columnOf(sheet, key).compute && row[key] !== now[key]);
  const pick = (from: Row): MutableRow => Object.fromEntries(changed.map((key) => [key, valueOf(from, key)]));
  const warnings = toldIssues(
    sheet,
    issues.filter((issue) => !isError(issue)),
    sides,
    judge,
  );
  const ofChanged = Object.entries(typed).filter(([key]) => changed.includes(key));
  const kept = { reason, warnings, typed: Object.fromEntries(ofChanged) };
  return { accepted: { row, before: pick(now), after: pick(row), ...kept } };
}

/** Whoever may touch their own rows only cannot write one that names somebody else, or nobody. */
function ownershipIssues(
  sheet: Sheet,
  row: Row,
  issues: readonly Issue[],
  { person }: Judge,
): readonly Issue[] {
  const stays = mayTouch(sheet, person, "write", row) && mayTouch(sheet, person, "read", row);
  const column = sheet.access.own?.column;
  if (stays || column === undefined) return [];
  if (valueOf(row, column) !== null) return [findingToIssue(column, { code: "not-yours" })];
  const isNamed = issues.some((issue) => issue.column === column && issue.code === "required");
  return isNamed ? [] : [findingToIssue(column, { code: "required" })];
}

const answered = (answer: RowAnswer): Decision => ({ kind: "answered", answer });
