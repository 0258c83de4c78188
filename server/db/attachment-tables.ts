import { isErasing } from "./audit-tables.ts";
import { statement, type Statement } from "./statement.ts";

/**
 * What was attached to rows; the content lies in the store of objects, by its hash. A line is never erased, and changes
 * twice at most: its small picture comes, and it is taken away with a reason.
 */
export const attachmentTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS attachments (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sheet TEXT NOT NULL,
    "row" TEXT NOT NULL,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    workbook TEXT NOT NULL,
    thumbnail TEXT,
    removedAt TEXT,
    removedBy TEXT,
    removedReason TEXT
  ) STRICT`),
  statement('CREATE INDEX IF NOT EXISTS attachments_row ON attachments (sheet, "row")'),
  statement(`CREATE TRIGGER IF NOT EXISTS attachments_no_delete BEFORE DELETE ON attachments
    BEGIN SELECT RAISE(ABORT, 'attachments are never erased'); END`),
  statement(`CREATE TRIGGER IF NOT EXISTS attachments_no_replace BEFORE INSERT ON attachments
    WHEN EXISTS (SELECT 1 FROM attachments WHERE seq = NEW.seq OR id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'attachments are never erased'); END`),
  // Older databases have it without the exception: an anonymisation replaces the name of the file.
  statement("DROP TRIGGER IF EXISTS attachments_kept"),
  statement(`CREATE TRIGGER IF NOT EXISTS attachments_settled BEFORE UPDATE ON attachments
    WHEN json_array(OLD.seq, OLD.id, OLD.sheet, OLD."row", OLD.hash, OLD.type, OLD.bytes, OLD.position,
        OLD.at, OLD."by", OLD.workbook)
      IS NOT json_array(NEW.seq, NEW.id, NEW.sheet, NEW."row", NEW.hash, NEW.type, NEW.bytes, NEW.position,
        NEW.at, NEW."by", NEW.workbook)
      OR (NOT ${isErasing} AND (OLD.removedAt IS NOT NULL OR OLD.name IS NOT NEW.name
        OR (OLD.thumbnail IS NOT NULL AND OLD.thumbnail IS NOT NEW.thumbnail)))
    BEGIN SELECT RAISE(ABORT, 'what was attached is never changed'); END`),
  // Contents of anonymised rows that are still to be taken out of the store.
  statement("CREATE TABLE IF NOT EXISTS erased_objects (hash TEXT PRIMARY KEY) STRICT"),
];
