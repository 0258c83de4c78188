import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import {
  canWrite,
  mayTouch,
  readableColumns,
  writableColumns,
  type Person,
} from "../../shared/model/access.ts";
import { checkRow, computeRow } from "../../shared/model/check-row.ts";
import { isTyped } from "../../shared/model/column.ts";
import { findingToIssue, isError, type Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnKeys, columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow, Row } from "../../shared/model/value.ts";
import { changedColumns, mergeFields, valueOf, type FieldConflict } from "./merge.ts";
import { rowAtVersion, type LoadedRow } from "./stored-row.ts";
import { countVersion } from "./versioning.ts";

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
}

/** What becomes of a pushed row: a final answer, or a change to be written. */
export type Decision =
  | { readonly kind: "answered"; readonly answer: RowAnswer }
  | { readonly kind: "accepted"; readonly accepted: AcceptedRow };

/** Decides one row on its own: who may, what changed, how it merges, whether the result is right. */
export function decideRow(sheet: Sheet, pushed: PushedRow, loaded: LoadedRow, judge: Judge): Decision {
  const { current } = loaded;
  const now = current?.values ?? emptyRow(sheet);
  const base = { ...emptyRow(sheet), ...rowAtVersion(loaded, pushed.base) };
  const refusal =
    refuseUnseen(sheet, pushed, loaded, judge) ?? refuseColumns(sheet, pushed, base, now, judge);
  if (refusal) return answered(refusal);

  const mine = typedValues(sheet, pushed.values);
  const { row: merged, conflicts } = mergeFields(base, now, mine);
  if (conflicts.length > 0) return answered(conflictAnswer(sheet, pushed, loaded, conflicts, judge));
  if (current && changedColumns(now, merged).length === 0) {
    const warnings = checkRow(sheet, now, judge.context).filter((issue) => !isError(issue));
    return answered(savedAnswer(sheet, current.id, current.version, now, judge, warnings));
  }
  const { person } = judge;
  // Whose a new row is, is judged with its other values.
  if (!(current ? mayTouch(sheet, person, "write", now) : canWrite(sheet, person.role))) {
    return answered({ result: "forbidden", id: pushed.id, columns: [...changedColumns(base, mine)] });
  }
  return judgeRow(sheet, pushed.id, { base, now, merged }, judge);
}

/** The answer for a row that stands as it was wanted. */
export function savedAnswer(
  sheet: Sheet,
  id: string,
  version: number,
  row: Row,
  judge: Judge,
  warnings: readonly Issue[] = [],
): RowAnswer {
  return { result: "saved", id, version, values: visibleValues(sheet, row, judge), warnings: [...warnings] };
}

/** What the person may read of a row, computed columns as they are today. */
export function visibleValues(
  sheet: Sheet,
  row: Row,
  { person, context }: Judge,
): Record<string, Row[string]> {
  const computed = computeRow(sheet, row, context);
  const columns = readableColumns(sheet, person.role);
  return Object.fromEntries(columns.map((column) => [column, valueOf(computed, column)]));
}

function emptyRow(sheet: Sheet): Row {
  return Object.fromEntries(columnKeys(sheet).map((key) => [key, null]));
}

/** Rows that the person may not see are not theirs to guess at; void rows are gone. */
function refuseUnseen(
  sheet: Sheet,
  { id }: PushedRow,
  { current }: LoadedRow,
  judge: Judge,
): RowAnswer | undefined {
  if (readableColumns(sheet, judge.person.role).length === 0) return { result: "forbidden", id, columns: [] };
  if (!current) return undefined;
  if (!mayTouch(sheet, judge.person, "read", current.values)) return { result: "forbidden", id, columns: [] };
  return current.voided ? { result: "gone", id } : undefined;
}

function refuseColumns(
  sheet: Sheet,
  { id, values }: PushedRow,
  base: Row,
  now: Row,
  judge: Judge,
): RowAnswer | undefined {
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(sheet.columns, key));
  if (unknown.length > 0)
    return invalid(
      id,
      unknown.map((key) => findingToIssue(key, { code: "unknown-column" })),
    );
  const forbidden = forbiddenColumns(sheet, values, base, judge);
  if (forbidden.length > 0) return { result: "forbidden", id, columns: [...forbidden] };
  const overwritten = overwrittenColumns(sheet, values, [base, now], judge);
  if (overwritten.length === 0) return undefined;
  return invalid(
    id,
    overwritten.map((key) => findingToIssue(key, { code: "read-only" })),
  );
}

/** A column that one may not read is refused whatever is sent, so that nobody learns a value by trying. */
function forbiddenColumns(sheet: Sheet, values: Row, base: Row, { person }: Judge): readonly string[] {
  const readable = new Set(readableColumns(sheet, person.role));
  const writable = new Set(writableColumns(sheet, person.role));
  const changed = new Set(changedColumns(base, typedValues(sheet, values)));
  return Object.keys(values).filter((key) => !readable.has(key) || (changed.has(key) && !writable.has(key)));
}

/** Computed and kept columns to which something else was written than they hold. */
function overwrittenColumns(
  sheet: Sheet,
  values: Row,
  known: readonly Row[],
  { context }: Judge,
): readonly string[] {
  const own = Object.keys(values).filter((key) => !isTyped(columnOf(sheet, key)) && values[key] !== null);
  if (own.length === 0) return [];
  const rows = [...known, { ...known[0], ...values }].map((row) => computeRow(sheet, row, context));
  return own.filter((key) => {
    const candidates = columnOf(sheet, key).keptByService ? rows.slice(0, -1) : rows;
    return candidates.every((row) => valueOf(row, key) !== values[key]);
  });
}

function typedValues(sheet: Sheet, values: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([key]) => isTyped(columnOf(sheet, key))));
}

function conflictAnswer(
  sheet: Sheet,
  { id }: PushedRow,
  { current, later }: LoadedRow,
  conflicts: readonly FieldConflict[],
  judge: Judge,
): RowAnswer {
  const last = later.find(({ after }) => conflicts.some(({ column }) => Object.hasOwn(after, column)));
  if (!current || !last) throw new Error(`row ${id} conflicts with a change that its history lacks`);
  return {
    result: "conflict",
    id,
    version: current.version,
    fields: [...conflicts],
    by: judge.context.people.byId(last.by)?.name ?? last.by,
    at: last.at,
    values: visibleValues(sheet, current.values, judge),
  };
}

interface Sides {
  readonly base: Row;
  readonly now: Row;
  readonly merged: Row;
}

function judgeRow(sheet: Sheet, id: string, { base, now, merged }: Sides, judge: Judge): Decision {
  const versioned = countVersion(sheet, base, now, merged);
  const row = computeRow(sheet, versioned.row, judge.context);
  const issues = [...checkRow(sheet, row, judge.context), ...versioned.issues];
  const errors = [...issues.filter(isError), ...ownershipIssues(sheet, row, issues, judge)];
  if (errors.length > 0) return answered(invalid(id, errors));
  const changed = columnKeys(sheet).filter((key) => !columnOf(sheet, key).compute && row[key] !== now[key]);
  const pick = (from: Row): MutableRow => Object.fromEntries(changed.map((key) => [key, valueOf(from, key)]));
  const warnings = issues.filter((issue) => !isError(issue));
  const accepted = { row, before: pick(now), after: pick(row), reason: versioned.reason, warnings };
  return { kind: "accepted", accepted };
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

function invalid(id: string, issues: readonly Issue[]): RowAnswer {
  return { result: "invalid", id, issues: [...issues] };
}
