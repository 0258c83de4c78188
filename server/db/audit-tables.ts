import { statement, type Statement } from "./statement.ts";

/** While the key is there, within one batch, the values of an anonymised person may be erased from what is kept. */
export const erasingKey = "erasing";
export const isErasing = `EXISTS (SELECT 1 FROM meta WHERE key = '${erasingKey}')`;

/** Never an update but one that erases values, and leaves `kept` as it is. */
export function appendOnly(table: string, kept: readonly string[]): readonly Statement[] {
  const quoted = kept.map((column) => `"${column}"`);
  const old = quoted.map((column) => `OLD.${column}`).join(", ");
  const changed = quoted.map((column) => `NEW.${column}`).join(", ");
  return [
    statement(`CREATE TRIGGER IF NOT EXISTS ${table}_append_only BEFORE UPDATE ON ${table}
      WHEN NOT ${isErasing} OR json_array(${old}) IS NOT json_array(${changed})
      BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END`),
    statement(`CREATE TRIGGER IF NOT EXISTS ${table}_no_delete BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END`),
  ];
}

/** Each line follows the one before; so none is ever replaced, which the trigger of deletes would not notice. */
function oneAfterTheOther(table: string, key: string): Statement {
  return statement(`CREATE TRIGGER IF NOT EXISTS ${table}_in_order BEFORE INSERT ON ${table}
    WHEN NEW.${key} IS NOT (SELECT ifnull(max(${key}), 0) + 1 FROM ${table})
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END`);
}

/** The chain over all that is audited, and the events that are no versions of rows. */
export const auditTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS audit_chain (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    ref INTEGER NOT NULL,
    salt TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`),
  statement(`CREATE TABLE IF NOT EXISTS audit_events (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT,
    about TEXT,
    details TEXT NOT NULL CHECK (json_valid(details))
  ) STRICT`),
  // How an entry's commitment changed when an anonymisation erased values that it tells of.
  statement(`CREATE TABLE IF NOT EXISTS audit_erasures (
    event INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    was TEXT NOT NULL,
    now TEXT NOT NULL,
    PRIMARY KEY (entry, event)
  ) STRICT, WITHOUT ROWID`),
  statement("CREATE INDEX IF NOT EXISTS audit_events_about ON audit_events (about, seq)"),
  ...appendOnly("audit_chain", ["n", "kind", "ref", "hash"]),
  ...appendOnly("audit_events", ["seq", "kind", "at", "by", "about", "details"]),
  ...appendOnly("audit_erasures", ["event", "entry", "was", "now"]),
  oneAfterTheOther("audit_chain", "n"),
  oneAfterTheOther("audit_events", "seq"),
];
