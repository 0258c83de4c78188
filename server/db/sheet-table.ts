import type { Column } from "../../shared/model/column.ts";
import { columnKeys, columnOf, type Sheet } from "../../shared/model/sheet.ts";
import { identifier } from "./statement.ts";

/**
 * The service's own columns of a record's table: `_seq` is the row's last place in the history, `_created` its first;
 * a voided row stays. Definitions' keys cannot begin with an underscore, so the two never meet.
 */
const ownColumns = [
  "_id TEXT NOT NULL PRIMARY KEY",
  "_version INTEGER NOT NULL",
  "_seq INTEGER NOT NULL",
  "_created INTEGER NOT NULL",
  "_voided INTEGER NOT NULL DEFAULT 0",
  "_status TEXT NOT NULL DEFAULT 'sent' CHECK (_status IN ('sent', 'validated', 'returned'))",
  "_anonymised INTEGER NOT NULL DEFAULT 0",
];

const reserved = new Set([
  "meta",
  "migrations",
  "revisions",
  "pushes",
  "attachments",
  "synonyms",
  "revision_notes",
  "peer_texts",
  "settings",
  "audit_chain",
  "audit_events",
  "audit_erasures",
  "erased_objects",
]);

/** The columns that are kept; computed ones follow from them, and some from the day, so they are never stored. */
export function storedColumns(sheet: Sheet): readonly string[] {
  return columnKeys(sheet).filter((key) => !columnOf(sheet, key).compute);
}

/** Names a kept column of `t` in SQL. Throws where the record does not keep such a one. */
export function storedColumnSql(sheet: Sheet, key: string): string {
  return `t.${keptIdentifier(sheet, key)}`;
}

/** The statement that creates the table of a record. Throws where the definition cannot be a table. */
export function createTableSql(sheet: Sheet): string {
  refuseAmbiguity(sheet);
  const columns = storedColumns(sheet).map((key) => columnSql(key, columnOf(sheet, key)));
  return `CREATE TABLE ${identifier(sheet.id)} (${[...ownColumns, ...columns].join(", ")}) STRICT`;
}

/** The statement that gives the table a column which its definition gained. */
export function addColumnSql(sheet: Sheet, key: string): string {
  return `ALTER TABLE ${identifier(sheet.id)} ADD COLUMN ${columnSql(key, columnOf(sheet, key))}`;
}

/** The statements that give an older table the service's own columns that it lacks; each of these has a default. */
export function addOwnColumnsSql({ id }: Sheet, stored: ReadonlySet<string>): readonly string[] {
  return ownColumns
    .filter((column) => !stored.has(column.split(" ")[0] ?? ""))
    .map((column) => `ALTER TABLE ${identifier(id)} ADD COLUMN ${column}`);
}

/** Indexes for pulling in the order of the history and for looking up keys. */
export function indexesSql(sheet: Sheet): readonly { readonly name: string; readonly sql: string }[] {
  const table = identifier(sheet.id);
  const seqName = `${sheet.id}_seq`;
  const seq = { name: seqName, sql: `CREATE UNIQUE INDEX ${identifier(seqName)} ON ${table} (_seq)` };
  return [seq, ...sheet.keys.map((key) => keyIndex(sheet, key))];
}

/** A column of a key, as its index has it: an empty value counts as equal to another, which NULL would not. */
export function keyExpression(sheet: Sheet, column: string): string {
  return `ifnull(${storedColumnSql(sheet, column)}, '')`;
}

function keyIndex(sheet: Sheet, key: readonly string[]): { readonly name: string; readonly sql: string } {
  const name = `${sheet.id}_key_${key.join("_")}`;
  const columns = key.map((column) => `ifnull(${keptIdentifier(sheet, column)}, '')`).join(", ");
  return {
    name,
    sql: `CREATE INDEX ${identifier(name)} ON ${identifier(sheet.id)} (${columns}) WHERE _voided = 0`,
  };
}

function keptIdentifier(sheet: Sheet, key: string): string {
  if (!storedColumns(sheet).includes(key)) throw new Error(`${sheet.id}: no column "${key}" is kept`);
  return identifier(key);
}

function columnSql(key: string, column: Column): string {
  if (key.startsWith("_"))
    throw new Error(`"${key}": keys that begin with an underscore are the service's own`);
  return `${identifier(key)} ${column.kind.storage}`;
}

/** SQLite does not tell `linkedOn` from `linkedon`. */
function refuseAmbiguity(sheet: Sheet): void {
  const names = columnKeys(sheet).map((key) => key.toLowerCase());
  if (new Set(names).size < names.length) throw new Error(`${sheet.id}: two keys differ only in case`);
  if (reserved.has(sheet.id.toLowerCase())) throw new Error(`"${sheet.id}" is a table of the service's own`);
}
