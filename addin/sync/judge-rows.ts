import { canWrite, mayTouch, ownColumn, type Person } from "../../shared/model/access.ts";
import { checkRow } from "../../shared/model/check-row.ts";
import { isError, type Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnKeys, typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow, Row } from "../../shared/model/value.ts";
import { distinctIssues } from "../../shared/peers/peer-issue.ts";
import { judgingByPeers, type PeerWorld } from "./peers/judge-by-peers.ts";
import { duplicateIssues } from "./duplicate-keys.ts";
import { createRemembered } from "./remembered-readings.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { isReoffered } from "./reference.ts";

/** What is asked to judge the rows of a table. */
export interface Judging {
  readonly sheet: Sheet;
  readonly person: Person;
  readonly context: Context;
  /** The columns that the table has. */
  readonly columns: ReadonlySet<string>;
  /** The worksheet's number of a row, as people see it. */
  rowNumber(position: number): number;
  /** Others' rows, where the pane knows of them. */
  readonly peers?: PeerWorld | undefined;
}

/**
 * What is wrong with the rows that wait to be sent, by id; rows without remarks are absent. Rows that stand as the
 * service answered them are not judged again, but count where keys must be unique; nor are those that it answered and may
 * have lost.
 */
export function judgeRows(
  rows: readonly LocalRow[],
  judging: Judging,
): ReadonlyMap<string, readonly Issue[]> {
  if (!canWrite(judging.sheet, judging.person.role)) return readOnlyIssues(rows, judging);
  const duplicates = duplicateIssues(judging, rows);
  const { peers } = judging;
  const byPeers = peers ? judgingByPeers(rows, { ...judging, peers }) : () => [];
  const { context, sheet, columns, person } = judging;
  const under = { context, form: JSON.stringify([sheet.id, [...columns], context.habits ?? null, person]) };
  const issuesById = new Map<string, readonly Issue[]>();
  for (const row of rows) {
    if (!row.dirty || isReoffered(row.known)) continue;
    const issues =
      row.copyOf === null
        ? distinctIssues([
            ...judgeOnce(row.reading, under, () => judgeRow(row, judging)),
            ...(duplicates.get(row.known.id) ?? []),
            ...byPeers(row, row.reading.values),
          ])
        : [copyIssue(row.copyOf, judging)];
    if (issues.length > 0) issuesById.set(row.known.id, issues);
  }
  return issuesById;
}

/** What is wrong with a row in itself stays so as long as it is read as it was. */
const judgeOnce = createRemembered<readonly Issue[]>();

/** A copy says all that another row says: it is named at the first column. */
function copyIssue(original: number, judging: Judging): Issue {
  const details = { row: judging.rowNumber(original) };
  return { column: firstColumn(judging), code: "copied", severity: "error", details };
}

const firstColumn = ({ sheet, columns }: Judging): string =>
  typedColumns(sheet).find(([key]) => columns.has(key))?.[0] ?? "";

/** Whoever may not write the record is told so at the first column of each row that they changed. */
function readOnlyIssues(rows: readonly LocalRow[], judging: Judging): ReadonlyMap<string, readonly Issue[]> {
  const issue: Issue = { column: firstColumn(judging), code: "read-only", severity: "error" };
  return new Map(rows.filter(({ dirty }) => dirty).map(({ known }) => [known.id, [issue]]));
}

export const hasErrors = (issues: readonly Issue[] | undefined): boolean => issues?.some(isError) ?? false;

function judgeRow(row: LocalRow, judging: Judging): readonly Issue[] {
  const { sheet, context, columns, person } = judging;
  const unjudged = new Set([
    ...Object.keys(row.reading.unread),
    ...columnKeys(sheet).filter((key) => !columns.has(key)),
  ]);
  const values = wholeRow(sheet, row.reading.values);
  return [
    ...row.reading.issues,
    ...checkRow(sheet, values, context, unjudged),
    ...ownershipIssues(sheet, values, person, unjudged),
  ];
}

/** Every column of the record, empty ones as null, as its rules expect. */
export function wholeRow(sheet: Sheet, values: Row): Row {
  const whole: MutableRow = {};
  for (const key of columnKeys(sheet)) whole[key] = values[key] ?? null;
  return whole;
}

function ownershipIssues(
  sheet: Sheet,
  values: Row,
  person: Person,
  unjudged: ReadonlySet<string>,
): readonly Issue[] {
  const column = ownColumn(sheet, person.role, "write");
  const isJudged = column !== undefined && !unjudged.has(column) && values[column] !== null;
  if (!isJudged || mayTouch(sheet, person, "write", values)) return [];
  return [{ column, code: "not-yours", severity: "error" }];
}
