import type { Sheet } from "../../shared/model/sheet.ts";
import type { Database } from "./database.ts";
import type { Owner } from "./find-rows.ts";
import { keyExpression } from "./sheet-table.ts";
import { identifier, statement, textOf, toJson } from "./statement.ts";

/** Which of the rows are there, not void, and the owner's where one is named. */
export async function findSeen(
  database: Pick<Database, "read">,
  sheet: Sheet,
  ids: readonly string[],
  owner: Owner | undefined,
): Promise<ReadonlySet<string>> {
  const owned = owner ? ` AND ${keyExpression(sheet, owner.column)} = ?` : "";
  const [rows = []] = await database.read([
    statement(
      `SELECT t._id AS id FROM json_each(?) j CROSS JOIN ${identifier(sheet.id)} t ON t._id = j.value
       WHERE t._voided = 0${owned}`,
      toJson(ids),
      ...(owner ? [owner.person] : []),
    ),
  ]);
  return new Set(rows.map((row) => textOf(row, "id")));
}
