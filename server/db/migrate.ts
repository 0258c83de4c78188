import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import { baseTables } from "./base-tables.ts";
import { beginAudit } from "./begin-audit.ts";
import type { Database, Session } from "./database.ts";
import { indexOlderRows } from "./peer-texts.ts";
import { addColumnSql, addOwnColumnsSql, createTableSql, indexesSql, storedColumns } from "./sheet-table.ts";
import { statement, textOf } from "./statement.ts";

/**
 * Brings the tables up to the definitions: new records become tables, new columns are added, nothing is ever dropped.
 * Throws where a column changed its storage, which needs a migration written by hand.
 */
export async function migrate(database: Database, sheets: readonly Sheet[], now: () => Date): Promise<void> {
  await database.exclusive(async (session) => {
    await session.write(baseTables);
    await beginAudit(session, now);
    const steps = (await Promise.all(sheets.map((sheet) => stepsFor(session, sheet)))).flat();
    const at = now().toISOString();
    const journal = steps.map((sql) => statement("INSERT INTO migrations (at, sql) VALUES (?, ?)", at, sql));
    if (steps.length > 0) await session.write([...steps.map((sql) => statement(sql)), ...journal]);
    await indexOlderRows(session, sheets);
  });
}

async function stepsFor(session: Session, sheet: Sheet): Promise<readonly string[]> {
  const [columns = [], indexes = []] = await session.read([
    statement("SELECT name, type FROM pragma_table_info(?)", sheet.id),
    statement("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", sheet.id),
  ]);
  const stored = new Map(columns.map((column) => [textOf(column, "name"), textOf(column, "type")]));
  const named = new Set(indexes.map((index) => textOf(index, "name")));
  const tableSteps =
    stored.size === 0
      ? [createTableSql(sheet)]
      : [...addOwnColumnsSql(sheet, new Set(stored.keys())), ...missingColumns(sheet, stored)];
  const indexSteps = indexesSql(sheet).filter(({ name }) => !named.has(name));
  return [...tableSteps, ...indexSteps.map(({ sql }) => sql)];
}

function missingColumns(sheet: Sheet, stored: ReadonlyMap<string, string>): readonly string[] {
  for (const key of storedColumns(sheet)) {
    const { storage } = columnOf(sheet, key).kind;
    const type = stored.get(key) ?? storage;
    if (type !== storage)
      throw new Error(`${sheet.id}.${key} is stored as ${type} and now defined as ${storage}`);
  }
  return storedColumns(sheet)
    .filter((key) => !stored.has(key))
    .map((key) => addColumnSql(sheet, key));
}
