import { groupBy } from "../../shared/group-by.ts";
import type { Finding } from "../audit/finding.ts";
import type { Session } from "./database.ts";
import { changedValuesOf } from "./load-rows.ts";
import {
  identifier,
  numberOf,
  statement,
  textOf,
  type SqlRow,
  type SqlValue,
  type Statement,
} from "./statement.ts";

type Reading = Pick<Session, "read">;
type Verified = { readonly finding: Finding } | { readonly count: number };

const rowsAtOnce = 1_000;

/** Whether every row of every record says what follows from its versions, and each version has its row. */
export async function verifyRows(session: Reading): Promise<Verified> {
  const [tables = [], told = []] = await session.read([recordTables, recordsTold]);
  const sheets = new Set(tables.map((row) => textOf(row, "name")));
  const lost = told.find((row) => !sheets.has(textOf(row, "sheet")));
  if (lost)
    return { finding: { code: "row-missing", sheet: textOf(lost, "sheet"), row: textOf(lost, "id") } };
  let count = 0;
  for (const sheet of sheets) {
    const verified = await verifySheet(session, sheet);
    if ("finding" in verified) return verified;
    count += verified.count;
  }
  return { count };
}

/** Whatever the definitions say now: the tables of rows are those with a place in the history. */
const recordTables = statement(
  `SELECT m.name FROM sqlite_master m CROSS JOIN pragma_table_info(m.name) p
   WHERE m.type = 'table' AND p.name = '_seq' ORDER BY m.name`,
);
const recordsTold = statement('SELECT sheet, min("row") AS id FROM revisions GROUP BY sheet');

async function verifySheet(session: Reading, sheet: string): Promise<Verified> {
  const missing = await rowWithoutLine(session, sheet);
  if (missing) return { finding: missing };
  const defaults = await readDefaults(session, sheet);
  let [count, after] = [0, ""];
  for (;;) {
    const [rows = [], revisions = []] = await session.read(pageOf(sheet, after));
    const versions = groupBy(revisions, (row) => textOf(row, "row"));
    for (const row of rows) {
      const finding = checkRow(sheet, row, versions.get(textOf(row, "_id")) ?? [], defaults);
      if (finding) return { finding };
    }
    count += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return { count };
    after = textOf(last, "_id");
  }
}

/** A page of rows with all that happened to them, from one snapshot. */
function pageOf(sheet: string, after: string): readonly Statement[] {
  const page = `FROM ${identifier(sheet)} t WHERE t._id > ? ORDER BY t._id LIMIT ${rowsAtOnce}`;
  return [
    statement(`SELECT t.* ${page}`, after),
    statement(
      `SELECT r."row", r.seq, r.version, r."after" FROM (SELECT t._id ${page}) p CROSS JOIN revisions r
       ON r.sheet = ? AND r."row" = p._id ORDER BY r."row", r.version`,
      after,
      sheet,
    ),
  ];
}

function checkRow(
  sheet: string,
  row: SqlRow,
  versions: readonly SqlRow[],
  defaults: ReadonlyMap<string, SqlValue>,
): Finding | undefined {
  const id = textOf(row, "_id");
  const [first, last] = [versions[0], versions.at(-1)];
  if (!first || !last) return { code: "row-unknown", sheet, row: id };
  const expected = new Map<string, SqlValue>([
    ...defaults,
    ["_id", id],
    ["_version", numberOf(last, "version")],
    ["_seq", numberOf(last, "seq")],
    ["_created", numberOf(first, "seq")],
  ]);
  for (const version of versions)
    for (const [column, value] of Object.entries(changedValuesOf(version, "after")))
      expected.set(column, value);
  const column = [...defaults.keys()].find((key) => (row[key] ?? null) !== (expected.get(key) ?? null));
  return column === undefined ? undefined : { code: "row-differs", sheet, row: id, column };
}

/** The columns of a record's table with what a row has there that no version speaks of. */
async function readDefaults(session: Reading, sheet: string): Promise<ReadonlyMap<string, SqlValue>> {
  const [columns = []] = await session.read([
    statement("SELECT name, dflt_value AS value FROM pragma_table_info(?)", sheet),
  ]);
  return new Map(columns.map((column) => [textOf(column, "name"), defaultOf(column["value"] ?? null)]));
}

/** A default as SQLite tells it: a number, or a text in quotes. */
function defaultOf(sql: SqlValue): SqlValue {
  if (typeof sql !== "string") return sql;
  return sql.startsWith("'") ? sql.slice(1, -1).replaceAll("''", "'") : Number(sql);
}

async function rowWithoutLine(session: Reading, sheet: string): Promise<Finding | undefined> {
  const [rows = []] = await session.read([
    statement(
      `SELECT r."row" AS id FROM revisions r WHERE r.sheet = ?
       AND NOT EXISTS (SELECT 1 FROM ${identifier(sheet)} t WHERE t._id = r."row") LIMIT 1`,
      sheet,
    ),
  ]);
  return rows[0] ? { code: "row-missing", sheet, row: textOf(rows[0], "id") } : undefined;
}
