import type { Database } from "./database.ts";
import { numberOf, statement, textOf, type Statement } from "./statement.ts";

/** What failed under one key since it last went well. Instants are ISO texts in UTC. */
export interface FailedAttempts {
  readonly failures: number;
  readonly lastAt: string;
  /** Until when nothing more is tried. */
  readonly until: string;
}

/** What is kept under some keys, in their order; undefined where nothing is. */
export async function readFailedAttempts(
  database: Pick<Database, "read">,
  keys: readonly string[],
): Promise<readonly (FailedAttempts | undefined)[]> {
  if (keys.length === 0) return [];
  const found = await database.read(
    keys.map((key) => statement("SELECT failures, last_at, until FROM failed_attempts WHERE key = ?", key)),
  );
  return found.map(
    ([row]) =>
      row && {
        failures: numberOf(row, "failures"),
        lastAt: textOf(row, "last_at"),
        until: textOf(row, "until"),
      },
  );
}

export function keepFailedAttempts(key: string, { failures, lastAt, until }: FailedAttempts): Statement {
  return statement(
    "INSERT OR REPLACE INTO failed_attempts (key, failures, last_at, until) VALUES (?, ?, ?, ?)",
    key,
    failures,
    lastAt,
    until,
  );
}

export function forgetFailedAttempts(key: string): Statement {
  return statement("DELETE FROM failed_attempts WHERE key = ?", key);
}

/** Takes back one attempt that turned out to be none. */
export function takeBackAttempt(key: string): Statement {
  return statement(
    "UPDATE failed_attempts SET failures = max(failures - 1, 0), until = last_at WHERE key = ?",
    key,
  );
}

export function forgetAttemptsBefore(at: string): Statement {
  return statement("DELETE FROM failed_attempts WHERE last_at < ? AND until < ?", at, at);
}
