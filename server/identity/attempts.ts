import { createHmac } from "node:crypto";
import type { Database, Session } from "../db/database.ts";
import {
  forgetAttemptsBefore,
  forgetFailedAttempts,
  keepFailedAttempts,
  readFailedAttempts,
  takeBackAttempt,
  type FailedAttempts,
} from "../db/failed-attempts.ts";

/** How attempts that fail make the next ones wait. */
export interface AttemptPolicy {
  /** Attempts before the first wait. */
  readonly free: number;
  /** Seconds of the first wait; each attempt after it doubles them, up to `longestWait`. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Seconds without an attempt after which the count begins again. */
  readonly forgotten: number;
}

const minute = 60;
const hour = 60 * minute;

/** Signing in to one account (or from one known device of it), and from one address, which a whole office may share. */
export const attemptPolicies = {
  account: { free: 5, firstWait: minute, longestWait: 4 * hour, forgotten: 24 * hour },
  device: { free: 5, firstWait: minute, longestWait: 4 * hour, forgotten: 24 * hour },
  address: { free: 40, firstWait: 15 * minute, longestWait: hour, forgotten: 15 * minute },
  /** Letters about forgotten passwords to one account: asked for from one address, and from all of them. */
  letter: { free: 3, firstWait: hour, longestWait: 4 * hour, forgotten: 4 * hour },
  letters: { free: 12, firstWait: hour, longestWait: hour, forgotten: 4 * hour },
} as const satisfies Readonly<Record<string, AttemptPolicy>>;

/** Whom an attempt counts for. */
export interface AttemptOf {
  readonly kind: keyof typeof attemptPolicies;
  readonly name: string;
}

export type Attempt =
  | { readonly ok: true; readonly counted: readonly string[] }
  /** Seconds to wait. */
  | { readonly ok: false; readonly retryAfter: number };

/** Attempts that failed, kept on the disk: starting the service again opens no door. */
export interface Attempts {
  /**
   * Counts an attempt before it is judged, so that many at once count too; refused where one has to wait. Gives under
   * which keys it was counted.
   */
  begin(attempt: readonly AttemptOf[]): Promise<Attempt>;
  /** It went well: what failed before under the first key is forgotten, and the others get this one back. */
  succeed(counted: readonly string[]): Promise<void>;
  /** It could not be judged, and was none. */
  takeBack(counted: readonly string[]): Promise<void>;
  /** Seconds for which a key that was counted has to wait now. */
  secondsLeft(key: string): Promise<number>;
  /** Until when each of them has to wait, null where it need not. */
  waitsOf(whom: readonly AttemptOf[]): Promise<readonly (string | null)[]>;
  /** Lets somebody try again at once. */
  lift(whom: AttemptOf): Promise<void>;
}

export interface AttemptDeps {
  readonly database: Database;
  /** Keys the hashes of names. */
  readonly secret: string;
  readonly now: () => Date;
}

export function createAttempts({ database, secret, now }: AttemptDeps): Attempts {
  const keyOf = ({ kind, name }: AttemptOf) =>
    createHmac("sha256", secret).update(`attempts ${kind} ${name}`).digest("base64url");

  async function count(session: Session, attempt: readonly AttemptOf[]): Promise<Attempt> {
    const at = now();
    const keys = attempt.map(keyOf);
    const before = await readFailedAttempts(session, keys);
    const waits = before.map((one) => secondsLeft(one, at));
    const retryAfter = Math.max(...waits);
    if (retryAfter > 0) return { ok: false, retryAfter };
    const next = attempt.map(({ kind }, index) => nextAttempts(before[index], attemptPolicies[kind], at));
    const old = new Date(at.getTime() - 2 * 24 * hour * 1_000).toISOString();
    await session.write([
      forgetAttemptsBefore(old),
      ...next.map((one, index) => keepFailedAttempts(keys[index] ?? "", one)),
    ]);
    return { ok: true, counted: keys };
  }

  const write = (statements: Parameters<Session["write"]>[0]) =>
    database.exclusive(async (session) => void (await session.write(statements)));

  return {
    begin: (attempt) => database.exclusive((session) => count(session, attempt)),
    succeed: ([first = "", ...others]) =>
      write([forgetFailedAttempts(first), ...others.map(takeBackAttempt)]),
    takeBack: (counted) => write(counted.map(takeBackAttempt)),
    async secondsLeft(key) {
      const [kept] = await readFailedAttempts(database, [key]);
      return secondsLeft(kept, now());
    },
    async waitsOf(whom) {
      const at = now().toISOString();
      const kept = await readFailedAttempts(database, whom.map(keyOf));
      return kept.map((one) => (one && one.until > at ? one.until : null));
    },
    lift: (whom) => write([forgetFailedAttempts(keyOf(whom))]),
  };
}

/** What is kept once one more attempt was made, and how long the one after it has to wait. */
export function nextAttempts(
  before: FailedAttempts | undefined,
  { free, firstWait, longestWait, forgotten }: AttemptPolicy,
  at: Date,
): FailedAttempts {
  const isRecent = before !== undefined && at.getTime() - Date.parse(before.lastAt) < forgotten * 1_000;
  const failures = (isRecent ? before.failures : 0) + 1;
  const wait = failures < free ? 0 : Math.min(firstWait * 2 ** (failures - free), longestWait);
  const until = new Date(at.getTime() + wait * 1_000).toISOString();
  return { failures, lastAt: at.toISOString(), until };
}

function secondsLeft(one: FailedAttempts | undefined, at: Date): number {
  return one ? Math.max(0, Math.ceil((Date.parse(one.until) - at.getTime()) / 1_000)) : 0;
}
