import type { Sheet } from "../../shared/model/sheet.ts";
import { voidedKey, type StoredRow } from "../sync/stored-row.ts";
import type { Database } from "./database.ts";
import type { Owner } from "./find-rows.ts";
import { storedRowOf, storedRowSql } from "./load-rows.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, numberOf, statement, textOf, textOrNullOf } from "./statement.ts";

export interface VoidedRow {
  readonly row: StoredRow;
  readonly seq: number;
  /** Who voided it (an id), when and why. */
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

/** Void rows, those that changed last first; `before` is a place in the history, `owner` whose rows alone are looked at. */
export async function readVoided(
  database: Pick<Database, "read">,
  sheet: Sheet,
  { before, owner, rows: most }: { before: number; owner: Owner | undefined; rows: number },
): Promise<readonly VoidedRow[]> {
  const voiding = `SELECT v.seq FROM revisions v WHERE v.sheet = ? AND v."row" = t._id
    AND v."after" = json_object(?, 1) ORDER BY v.version DESC LIMIT 1`;
  const own = owner ? ` AND ${storedColumnSql(sheet, owner.column)} IS ?` : "";
  const [rows = []] = await database.read([
    statement(
      `SELECT ${storedRowSql(sheet)}, r."by" AS "by", r.at AS at, r.reason AS reason
       FROM ${identifier(sheet.id)} t CROSS JOIN revisions r ON r.seq = (${voiding})
       WHERE t._voided = 1 AND t._seq < ?${own} ORDER BY t._seq DESC LIMIT ?`,
      sheet.id,
      voidedKey,
      before,
      ...(owner ? [owner.person] : []),
      most,
    ),
  ]);
  return rows.map((row) => ({
    row: storedRowOf(sheet, row),
    seq: numberOf(row, "seq"),
    by: textOf(row, "by"),
    at: textOf(row, "at"),
    reason: textOrNullOf(row, "reason"),
  }));
}
