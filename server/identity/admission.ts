import { keepPassword, readCredential } from "../db/credentials.ts";
import type { Session } from "../db/database.ts";
import type { Statement } from "../db/statement.ts";

/** Whom somebody was judged to be, before the write that lets them in. */
export interface Admission {
  readonly person: string;
  /** The hash that their password was right for; undefined where another way of signing in names them. */
  readonly hash?: string | undefined;
  /** The same password, hashed with today's work. */
  readonly renewed?: string | undefined;
}

/**
 * What is written along with letting somebody in. Undefined where the judgement holds no more: judging a password takes
 * long, and meanwhile the account may have been ended or the password replaced.
 */
export async function admit(
  session: Session,
  { person, hash, renewed }: Admission,
  at: string,
): Promise<readonly Statement[] | undefined> {
  const found = await readCredential(session, "id", person);
  if (found?.account.state !== "active") return undefined;
  if (hash !== undefined && found.hash !== hash) return undefined;
  return renewed === undefined ? [] : keepPassword(person, renewed, at);
}
