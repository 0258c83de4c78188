import { statement, type Statement } from "./statement.ts";

/**
 * Which pushes were one sending to the person: `act` names it, `undoes` what it took back. Pushes that changed nothing are
 * not there.
 */
export const actTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS acts (
    push TEXT PRIMARY KEY,
    act TEXT NOT NULL,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    workbook TEXT NOT NULL,
    undoes TEXT,
    seq INTEGER NOT NULL
  ) STRICT`),
  statement("CREATE INDEX IF NOT EXISTS acts_person ON acts (person, seq)"),
  statement("CREATE INDEX IF NOT EXISTS acts_act ON acts (act)"),
  statement("CREATE INDEX IF NOT EXISTS revisions_push ON revisions (push) WHERE push IS NOT NULL"),
];
