import { randomBytes } from "node:crypto";
import type { SignInAnswer, SignInCodeAnswer } from "../../shared/contract/sign-in.ts";
import { recordEvent } from "../audit/record-event.ts";
import type { Session } from "../db/database.ts";
import { forgetChallenge, keepChallenge, readChallenge, type CodeChallenge } from "../db/one-time-codes.ts";
import { readCredential } from "../db/credentials.ts";
import type { AccountRecord } from "../db/read-people.ts";
import { admit, type Admission } from "./admission.ts";
import type { Attempts } from "./attempts.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { letters } from "./letters.ts";
import type { Mailer } from "./mail.ts";
import { codeHash, digitsHash, inventDigits, isSameHash } from "./one-time-code.ts";

/** Milliseconds for which a code holds, how often one may be mistyped, and how many are sent for one sign-in. */
const lifetime = 10 * 60_000;
const mostTries = 5;
const mostSent = 3;

type Judged =
  | { readonly result: "right"; readonly admission: Admission }
  | Exclude<SignInCodeAnswer, { readonly result: "signed-in" }>;

const expired = { result: "expired" } as const;

/** The second step of signing in, where codes are asked for. */
export interface EmailCodes {
  /**
   * Sends a code to whoever gave the right password; undefined where it is the right one no more. Throws
   * `MailUnavailable`.
   */
  begin(
    account: AccountRecord,
    admission: Admission,
    counted: readonly string[],
  ): Promise<SignInAnswer | undefined>;
  /** Another code for the same sign-in, in the place of the one before. Throws `MailUnavailable`. */
  again(challenge: string): Promise<"sent" | "expired">;
  /** Judges a code; a right one is used up by it. */
  judge(challenge: string, digits: string): Promise<Judged>;
}

interface EmailCodeDeps extends Pick<IdentityDeps, "database" | "company" | "secret" | "now"> {
  readonly mailer: Mailer;
  readonly attempts: Attempts;
}

export function createEmailCodes({
  database,
  mailer,
  attempts,
  company,
  secret,
  now,
}: EmailCodeDeps): EmailCodes {
  const kept = (challenge: string, one: CodeChallenge) =>
    keepChallenge(codeHash(challenge), one, now().toISOString());

  async function open(session: Session, challenge: string): Promise<CodeChallenge | undefined> {
    const found = await readChallenge(session, codeHash(challenge));
    return found && found.until > now().toISOString() && found.tries < mostTries ? found : undefined;
  }

  const send = (to: string, digits: string) => mailer.send({ to, ...letters.digits(company, digits) });

  async function noteWrong(person: string): Promise<void> {
    const details = { how: "one-time-code", why: "code" } as const;
    await recordEvent(database, { kind: "sign-in-failed", by: null, about: person, at: now(), details });
  }

  async function judgeOpen(
    session: Session,
    challenge: string,
    digits: string,
    found: CodeChallenge,
  ): Promise<Judged> {
    if (!isSameHash(found.code, digitsHash(secret, challenge, digits))) {
      const tries = found.tries + 1;
      await session.write(kept(challenge, { ...found, tries }));
      return { result: "wrong-code", left: mostTries - tries };
    }
    await session.write([forgetChallenge(codeHash(challenge))]);
    // Another password ends what was begun with the one before: this is the one that was right.
    const credential = await readCredential(session, "id", found.person);
    const hash = credential?.hash ?? undefined;
    return hash === undefined ? expired : { result: "right", admission: { person: found.person, hash } };
  }

  return {
    async begin(account, admission, counted) {
      const challenge = randomBytes(24).toString("hex");
      const digits = inventDigits();
      const until = new Date(now().getTime() + lifetime).toISOString();
      const code = digitsHash(secret, challenge, digits);
      const one = { person: account.id, code, tries: 0, sent: 1, until, counted };
      const isBegun = await database.exclusive(async (session) => {
        const admitted = await admit(session, admission, now().toISOString());
        if (admitted) await session.write([...admitted, ...kept(challenge, one)]);
        return admitted !== undefined;
      });
      if (!isBegun) return undefined;
      await send(account.email, digits);
      return { result: "code-needed", challenge, sentTo: veiled(account.email) };
    },
    async again(challenge) {
      const digits = inventDigits();
      const person = await database.exclusive(async (session) => {
        const found = await open(session, challenge);
        if (!found || found.sent >= mostSent) return undefined;
        const code = digitsHash(secret, challenge, digits);
        await session.write(kept(challenge, { ...found, code, sent: found.sent + 1 }));
        return found.person;
      });
      const found = person === undefined ? undefined : await readCredential(database, "id", person);
      if (!found) return "expired";
      await send(found.account.email, digits);
      return "sent";
    },
    async judge(challenge, digits) {
      const { judged, found } = await database.exclusive(async (session) => {
        const opened = await open(session, challenge);
        return {
          judged: opened ? await judgeOpen(session, challenge, digits, opened) : expired,
          found: opened,
        };
      });
      if (found && judged.result === "right") await attempts.succeed(found.counted);
      if (found && judged.result === "wrong-code") await noteWrong(found.person);
      return judged;
    },
  };
}

/** Enough of an address for its owner to know which mailbox to look in. */
function veiled(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}
