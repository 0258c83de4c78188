import type { Acceptance } from "../../shared/contract/acceptances.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { StoredRow } from "../sync/stored-row.ts";
import { seqStatement } from "./commit-changes.ts";
import type { Database } from "./database.ts";
import { storedRowOf, storedRowSql } from "./load-rows.ts";
import { acceptancesOf, acceptancesSql } from "./revision-notes.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, literal, numberOf, textOf, type SqlValue, type Statement } from "./statement.ts";

export interface ChangesQuery {
  readonly sheet: Sheet;
  /** Only what changed later than this place in the history; 0 for everything. */
  readonly after: number;
  /** The asker has no rows yet, so that there is nothing to be told gone. */
  readonly first: boolean;
  /** The column that must hold `person` for the row to be seen. */
  readonly own: { readonly column: string; readonly person: string } | undefined;
  /** Only rows of this day or later, rows without a day, and rows that were such before they changed. */
  readonly from: string | undefined;
  readonly rows: number;
  /** How many characters of stored values to give at most; at least one row comes. */
  readonly characters: number;
}

export interface ChangedRow extends StoredRow {
  readonly seq: number;
  readonly visible: boolean;
  /** The warnings that were ever accepted, newest first; `by` is the person's id. */
  readonly accepted: readonly Acceptance[];
}

export interface Changes {
  readonly rows: readonly ChangedRow[];
  readonly more: boolean;
  /** The newest place in the history when this was read. */
  readonly seq: number;
}

/** Rows of a record in the order in which they last changed, from one snapshot: none is ever passed over. */
export async function readChanges(database: Pick<Database, "read">, query: ChangesQuery): Promise<Changes> {
  const [[seqRow] = [], rows = []] = await database.read([seqStatement, changesStatement(query)]);
  let characters = 0;
  const fitting = rows.slice(0, query.rows).filter((row, index) => {
    characters += textOf(row, "values").length;
    return index === 0 || characters <= query.characters;
  });
  return {
    rows: fitting.map((row) => ({
      ...storedRowOf(query.sheet, row),
      seq: numberOf(row, "seq"),
      visible: numberOf(row, "visible") === 1,
      accepted: acceptancesOf(row),
    })),
    more: fitting.length < rows.length,
    seq: seqRow ? numberOf(seqRow, "seq") : 0,
  };
}

interface Condition {
  readonly sql: string;
  readonly args: readonly SqlValue[];
}

function changesStatement({ sheet, after, first, own, from, rows }: ChangesQuery): Statement {
  const isMine = own
    ? { sql: `${storedColumnSql(sheet, own.column)} IS ?`, args: [own.person] }
    : { sql: "1", args: [] };
  const conditions: readonly Condition[] = [
    { sql: "t._seq > ?", args: [after] },
    ...(first ? [{ sql: "t._voided = 0", args: [] }, isMine] : own ? [wasOrIsMine(sheet, own, isMine)] : []),
    ...(from === undefined || sheet.period.length === 0 ? [] : [fallsOrFellIn(sheet, from)]),
  ];
  return {
    sql: `SELECT ${storedRowSql(sheet)}, (${isMine.sql}) AS visible, ${acceptancesSql(sheet)} AS accepted FROM ${identifier(sheet.id)} t
      WHERE ${conditions.map(({ sql }) => `(${sql})`).join(" AND ")} ORDER BY t._seq LIMIT ?`,
    args: [...isMine.args, ...conditions.flatMap(({ args }) => args), rows + 1],
  };
}

/** Rows that once were the person's must be told to be gone, whichever page of whichever pull they fall into. */
function wasOrIsMine(sheet: Sheet, own: { column: string; person: string }, isMine: Condition): Condition {
  const was = historyHolds(sheet, [`r."before"->>${jsonPath(own.column)} IS ?`]);
  return { sql: `${isMine.sql} OR ${was}`, args: [...isMine.args, own.person] };
}

function fallsOrFellIn(sheet: Sheet, from: string): Condition {
  const day = `coalesce(${sheet.period.map((column) => storedColumnSql(sheet, column)).join(", ")}, NULL)`;
  const fell = historyHolds(
    sheet,
    sheet.period.map((column) => `r."before"->>${jsonPath(column)} >= ?`),
  );
  return { sql: `${day} IS NULL OR ${day} >= ? OR ${fell}`, args: [from, ...sheet.period.map(() => from)] };
}

function historyHolds(sheet: Sheet, alternatives: readonly string[]): string {
  return `EXISTS (SELECT 1 FROM revisions r WHERE r.sheet = ${literal(sheet.id)} AND r."row" = t._id
    AND (${alternatives.join(" OR ")}))`;
}

const jsonPath = (column: string) => literal(`$.${identifier(column)}`);
