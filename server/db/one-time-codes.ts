import { z } from "zod";
import type { Database } from "./database.ts";
import { numberOf, statement, textOf, toJson, type Statement } from "./statement.ts";

/** Why somebody may set a password: they were invited, or forgot theirs. */
export type CodeReason = "invitation" | "forgotten";

export interface PasswordCode {
  readonly person: string;
  readonly why: CodeReason;
  /** ISO text in UTC. */
  readonly until: string;
}

type Reading = Pick<Database, "read">;

export async function readPasswordCode(database: Reading, hash: string): Promise<PasswordCode | undefined> {
  const [[row] = []] = await database.read([
    statement("SELECT person, why, until FROM password_codes WHERE hash = ?", hash),
  ]);
  if (!row) return undefined;
  const why = textOf(row, "why") === "invitation" ? "invitation" : "forgotten";
  return { person: textOf(row, "person"), why, until: textOf(row, "until") };
}

/** Until when the invitation of each person holds, by the person's id. */
export async function readInvitations(database: Reading, at: string): Promise<ReadonlyMap<string, string>> {
  const [rows = []] = await database.read([
    statement(
      "SELECT person, max(until) AS until FROM password_codes WHERE why = 'invitation' AND until > ? GROUP BY person",
      at,
    ),
  ]);
  return new Map(rows.map((row) => [textOf(row, "person"), textOf(row, "until")]));
}

/** A new code for a person, whose earlier ones for the same end stop opening anything. */
export function keepPasswordCode(
  hash: string,
  { person, why, until }: PasswordCode,
  { at, by }: { readonly at: string; readonly by: string | null },
): readonly Statement[] {
  return [
    statement("DELETE FROM password_codes WHERE person = ? AND why = ?", person, why),
    statement(
      'INSERT INTO password_codes (hash, person, why, at, until, "by") VALUES (?, ?, ?, ?, ?, ?)',
      hash,
      person,
      why,
      at,
      until,
      by,
    ),
  ];
}

export function forgetPasswordCodes(person: string): Statement {
  return statement("DELETE FROM password_codes WHERE person = ?", person);
}

/** A sign-in that waits for the code that was sent by e-mail. */
export interface CodeChallenge {
  readonly person: string;
  /** Keyed hash of the code. */
  readonly code: string;
  readonly tries: number;
  /** How many codes were sent. */
  readonly sent: number;
  readonly until: string;
  /** The keys under which the attempt counts until the code was right. */
  readonly counted: readonly string[];
}

export async function readChallenge(database: Reading, hash: string): Promise<CodeChallenge | undefined> {
  const [[row] = []] = await database.read([
    statement("SELECT person, code, tries, sent, until, counted FROM code_challenges WHERE hash = ?", hash),
  ]);
  if (!row) return undefined;
  return {
    person: textOf(row, "person"),
    code: textOf(row, "code"),
    tries: numberOf(row, "tries"),
    sent: numberOf(row, "sent"),
    until: textOf(row, "until"),
    counted: z.array(z.string()).parse(JSON.parse(textOf(row, "counted"))),
  };
}

/** Whatever of them ended before `at` goes. */
export function keepChallenge(hash: string, one: CodeChallenge, at: string): readonly Statement[] {
  return [
    statement("DELETE FROM code_challenges WHERE until <= ?", at),
    statement(
      "INSERT OR REPLACE INTO code_challenges (hash, person, code, tries, sent, until, counted) VALUES (?, ?, ?, ?, ?, ?, ?)",
      hash,
      one.person,
      one.code,
      one.tries,
      one.sent,
      one.until,
      toJson(one.counted),
    ),
  ];
}

export function forgetChallenge(hash: string): Statement {
  return statement("DELETE FROM code_challenges WHERE hash = ?", hash);
}

export function forgetChallengesOf(person: string): Statement {
  return statement("DELETE FROM code_challenges WHERE person = ?", person);
}
