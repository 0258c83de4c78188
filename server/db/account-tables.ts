import { statement, type Statement } from "./statement.ts";

/** What signing in needs beside the library's own tables of people and their passwords. No table holds a token or a code. */
export const accountTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    idle_until TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    generation INTEGER NOT NULL,
    rotated_at TEXT NOT NULL,
    how TEXT NOT NULL,
    device TEXT NOT NULL,
    address TEXT NOT NULL
  ) STRICT`),
  statement("CREATE INDEX IF NOT EXISTS sessions_person ON sessions (person, opened_at)"),
  // Invitations and forgotten passwords: whoever has the code may set a password, once.
  statement(`CREATE TABLE IF NOT EXISTS password_codes (
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('invitation', 'forgotten')),
    at TEXT NOT NULL,
    until TEXT NOT NULL,
    "by" TEXT
  ) STRICT`),
  statement("CREATE INDEX IF NOT EXISTS password_codes_person ON password_codes (person)"),
  statement(`CREATE TABLE IF NOT EXISTS code_challenges (
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    code TEXT NOT NULL,
    tries INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    until TEXT NOT NULL,
    counted TEXT NOT NULL CHECK (json_valid(counted))
  ) STRICT`),
  // Whoever failed is kept as a keyed hash: what people type by mistake, and their addresses, are not.
  statement(`CREATE TABLE IF NOT EXISTS failed_attempts (
    key TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    until TEXT NOT NULL
  ) STRICT`),
  statement("CREATE INDEX IF NOT EXISTS failed_attempts_last ON failed_attempts (last_at)"),
];
