import { accountTables } from "./account-tables.ts";
import { actTables } from "./act-tables.ts";
import { attachmentTables } from "./attachment-tables.ts";
import { appendOnly, auditTables } from "./audit-tables.ts";
import { entraTables } from "./entra-people.ts";
import { noteTables } from "./revision-notes.ts";
import { peerTables } from "./peer-texts.ts";
import { settingTables } from "./settings.ts";
import { statement, type Statement } from "./statement.ts";
import { synonymTables } from "./synonyms.ts";

/** What every database of the service holds beside the records and the accounts. */
export const baseTables: readonly Statement[] = [
  statement("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT"),
  statement("INSERT OR IGNORE INTO meta (key, value) VALUES ('commits', 0), ('versionFloor', 0)"),
  statement(
    "CREATE TABLE IF NOT EXISTS migrations (id INTEGER PRIMARY KEY, at TEXT NOT NULL, sql TEXT NOT NULL) STRICT",
  ),
  statement(`CREATE TABLE IF NOT EXISTS revisions (
    seq INTEGER PRIMARY KEY,
    sheet TEXT NOT NULL,
    "row" TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    workbook TEXT NOT NULL,
    push TEXT,
    reason TEXT,
    "before" TEXT NOT NULL CHECK (json_valid("before")),
    "after" TEXT NOT NULL CHECK (json_valid("after")),
    UNIQUE (sheet, "row", version)
  ) STRICT`),
  statement(`CREATE TABLE IF NOT EXISTS pushes (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    content TEXT NOT NULL,
    at TEXT NOT NULL,
    answer TEXT NOT NULL
  ) STRICT`),
  statement("CREATE INDEX IF NOT EXISTS pushes_at ON pushes (at)"),
  ...accountTables,
  ...actTables,
  ...attachmentTables,
  ...synonymTables,
  ...noteTables,
  ...peerTables,
  ...settingTables,
  ...auditTables,
  ...entraTables,
  // Older databases have it without the exception of `appendOnly`.
  statement("DROP TRIGGER IF EXISTS revisions_no_update"),
  ...appendOnly("revisions", ["seq", "sheet", "row", "version", "at", "by", "workbook", "push"]),
  // `INSERT OR REPLACE` deletes without asking the trigger of deletes.
  statement(`CREATE TRIGGER IF NOT EXISTS revisions_no_replace BEFORE INSERT ON revisions
    WHEN EXISTS (SELECT 1 FROM revisions WHERE seq = NEW.seq)
      OR EXISTS (SELECT 1 FROM revisions WHERE sheet = NEW.sheet AND "row" = NEW."row" AND version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END`),
];
