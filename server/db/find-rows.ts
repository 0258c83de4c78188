import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Value } from "../../shared/model/value.ts";
import type { Database } from "./database.ts";
import { keyExpression } from "./sheet-table.ts";
import { identifier, numberOf, statement, toJson, type SqlRow, type SqlValue } from "./statement.ts";

/** Whose rows are looked at: those that name a person in a column, where somebody may read only theirs. */
export interface Owner {
  readonly column: string;
  readonly person: string;
}

/**
 * Which of the given values some row has that is not void, by their place, each row for one of them: of equal values as
 * many are known as there are rows. Empty values count as equal. The table is gone through once, whatever the columns.
 */
export async function findRows(
  database: Pick<Database, "read">,
  sheet: Sheet,
  {
    columns,
    values,
    owner,
  }: {
    readonly columns: readonly string[];
    readonly values: readonly (readonly Value[])[];
    readonly owner: Owner | undefined;
  },
): Promise<readonly number[]> {
  const stored = columns.map((column) => keyExpression(sheet, column));
  const asked = columns.map(
    (column, at) => `ifnull(CAST(j.value->>'$[${at}]' AS ${columnOf(sheet, column).kind.storage}), '')`,
  );
  const owned = owner ? ` AND ${keyExpression(sheet, owner.column)} = ?` : "";
  const [rows = []] = await database.read([
    statement(
      `SELECT count(*) AS rows, ${stored.map((sql, at) => `${sql} AS ${identifier(`c${at}`)}`).join(", ")}
       FROM ${identifier(sheet.id)} t WHERE t._voided = 0${owned}
       AND (${stored.join(", ")}) IN (SELECT ${asked.join(", ")} FROM json_each(?) j)
       GROUP BY ${stored.join(", ")}`,
      ...(owner ? [owner.person] : []),
      toJson(values),
    ),
  ]);
  const free = new Map(
    rows.map((row) => [nameOf(columns.map((_, at) => valueAt(row, at))), numberOf(row, "rows")]),
  );
  return values.flatMap((line, place) => {
    const name = nameOf(line);
    const left = free.get(name) ?? 0;
    free.set(name, left - 1);
    return left > 0 ? [place] : [];
  });
}

const valueAt = (row: SqlRow, at: number): SqlValue => row[`c${at}`] ?? null;

/** Values as one text; the service keeps nothing for an empty one. */
const nameOf = (values: readonly Value[]): string => toJson(values.map((value) => value ?? ""));
