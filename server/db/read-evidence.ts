import type { Measure } from "../../shared/model/measure.ts";
import type { Month } from "../../shared/model/value.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { StoredRow } from "../sync/stored-row.ts";
import type { Database } from "./database.ts";
import { storedRowOf, storedRowSql, writesSql } from "./load-rows.ts";
import { countedRows, voidedRows, type Fragment } from "./measure-sql.ts";
import {
  identifier,
  literal,
  numberOf,
  textOf,
  textOrNullOf,
  type SqlRow,
  type Statement,
} from "./statement.ts";

export interface EvidenceRow {
  readonly row: StoredRow;
  readonly day: string;
  readonly value: number;
  readonly advisor: string | null;
  /** Who wrote it last, and when. */
  readonly by: string;
  readonly at: string;
}

export interface EvidenceQuery {
  readonly sheet: Sheet;
  readonly measure: Measure;
  readonly month: Month;
  /** Only the rows of this advisor, or of nobody (`null`). */
  readonly advisor: string | null | undefined;
  readonly rows: number;
}

/** The very rows that make a figure, and those that would were they not void; one row more than asked for tells of more. */
export async function readEvidence(
  reader: Pick<Database, "read">,
  query: EvidenceQuery,
): Promise<{ readonly counted: readonly EvidenceRow[]; readonly voided: readonly EvidenceRow[] }> {
  const months = { first: query.month, last: query.month };
  const [counted = [], voided = []] = await reader.read([
    evidenceStatement(query, countedRows(query.sheet, query.measure, months)),
    evidenceStatement(query, voidedRows(query.sheet, query.measure, months)),
  ]);
  const evidenceOf = (row: SqlRow): EvidenceRow => ({
    row: storedRowOf(query.sheet, row),
    day: textOf(row, "day"),
    value: numberOf(row, "value"),
    advisor: textOrNullOf(row, "advisor"),
    by: textOf(row, "by"),
    at: textOf(row, "at"),
  });
  return { counted: counted.map(evidenceOf), voided: voided.map(evidenceOf) };
}

/** The last revision that wrote something into row `t`: whoever verified the row later did not write it. */
function writtenLast({ id }: Sheet): string {
  return `(SELECT w.seq FROM revisions w WHERE w.sheet = ${literal(id)} AND w."row" = t._id AND ${writesSql("w")}
    ORDER BY w.version DESC LIMIT 1)`;
}

function evidenceStatement({ sheet, advisor, rows }: EvidenceQuery, behind: Fragment): Statement {
  return {
    sql: `SELECT ${storedRowSql(sheet)}, e.day AS day, e.value AS value, e.advisor AS advisor, r."by" AS "by", r.at AS at
      FROM (${behind.sql}) e CROSS JOIN ${identifier(sheet.id)} t ON t._id = e.id
      CROSS JOIN revisions r ON r.seq = ifnull(${writtenLast(sheet)}, t._seq)
      ${advisor === undefined ? "" : "WHERE e.advisor IS ?"} ORDER BY e.day, e.created, e.id LIMIT ?`,
    args: [...behind.args, ...(advisor === undefined ? [] : [advisor]), rows + 1],
  };
}
