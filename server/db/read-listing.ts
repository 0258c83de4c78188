import type { Listing } from "../../shared/model/measure.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { seqStatement } from "./commit-changes.ts";
import type { Database } from "./database.ts";
import type { Owner } from "./find-rows.ts";
import { storedValuesOf, storedValuesSql } from "./load-rows.ts";
import { filterOf } from "./measure-sql.ts";
import { storedColumnSql } from "./sheet-table.ts";
import { identifier, numberOf } from "./statement.ts";

/** The rows of a listing that are not void, with what is kept of them, and the place in the history that they show. */
export async function readListing(
  reader: Pick<Database, "read">,
  sheet: Sheet,
  listing: Listing,
  owner: Owner | undefined,
): Promise<{ readonly seq: number; readonly rows: readonly Row[] }> {
  const column = (key: string) => storedColumnSql(sheet, key);
  const { sql, args } = filterOf(listing, column);
  const [seq = [], rows = []] = await reader.read([
    seqStatement,
    {
      sql: `SELECT ${storedValuesSql(sheet)} FROM ${identifier(sheet.id)} t
        WHERE t._voided = 0${sql}${owner ? ` AND ${column(owner.column)} = ?` : ""} ORDER BY t._created, t._id`,
      args: [...args, ...(owner ? [owner.person] : [])],
    },
  ]);
  return {
    seq: seq[0] ? numberOf(seq[0], "seq") : 0,
    rows: rows.map((row) => storedValuesOf(sheet, row)),
  };
}
