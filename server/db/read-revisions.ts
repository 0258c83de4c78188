import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Database } from "./database.ts";
import { changedValuesOf, storedRowOf, storedRowSql } from "./load-rows.ts";
import { identifier, numberOf, statement, textOf, toJson, type SqlRow } from "./statement.ts";

/** A change of a row, and the row as it stands by now. */
export interface RecentChange {
  readonly seq: number;
  readonly sheet: Sheet;
  readonly before: Row;
  readonly after: Row;
  readonly row: Row;
}

/** Changes that are read at once. */
const most = 1_000;

/** What was changed after a place in the history, oldest first, and whether there is more of it than was read. */
export async function readRevisionsAfter(
  database: Pick<Database, "read">,
  sheets: readonly Sheet[],
  after: number,
): Promise<{ readonly changes: readonly RecentChange[]; readonly seq: number; readonly more: boolean }> {
  const [revisions = []] = await database.read([
    statement(
      `SELECT seq, sheet, "row" AS id, "before", "after" FROM revisions WHERE seq > ? ORDER BY seq LIMIT ?`,
      after,
      most,
    ),
  ]);
  const bySheet = groupBy(revisions, (row) => textOf(row, "sheet"));
  const changed = sheets.filter(({ id }) => bySheet.has(id));
  const rows = await database.read(changed.map((sheet) => rowsStatement(sheet, bySheet.get(sheet.id) ?? [])));
  const changes = changed.flatMap((sheet, at) => {
    const standing = new Map(
      (rows[at] ?? []).map((row) => [textOf(row, "id"), storedRowOf(sheet, row).values]),
    );
    return (bySheet.get(sheet.id) ?? []).map((revision) => ({
      seq: numberOf(revision, "seq"),
      sheet,
      before: changedValuesOf(revision, "before"),
      after: changedValuesOf(revision, "after"),
      row: standing.get(textOf(revision, "id")) ?? {},
    }));
  });
  const last = revisions.at(-1);
  return { changes, seq: last ? numberOf(last, "seq") : after, more: revisions.length === most };
}

function rowsStatement(sheet: Sheet, revisions: readonly SqlRow[]) {
  const ids = [...new Set(revisions.map((row) => textOf(row, "id")))];
  return statement(
    `SELECT ${storedRowSql(sheet)} FROM json_each(?) j CROSS JOIN ${identifier(sheet.id)} t ON t._id = j.value`,
    toJson(ids),
  );
}
