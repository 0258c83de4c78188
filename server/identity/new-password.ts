import type { NewPasswordAnswer, PasswordChanged } from "../../shared/contract/sign-in.ts";
import { writeRecorded, type AuditedEvent } from "../audit/record-event.ts";
import { keepPassword, keepPerson, readCredential, type Credential } from "../db/credentials.ts";
import {
  forgetChallengesOf,
  forgetPasswordCodes,
  keepPasswordCode,
  readPasswordCode,
} from "../db/one-time-codes.ts";
import type { Database } from "../db/database.ts";
import { deleteOtherSessions, deleteSessionsOf, readSession } from "../db/sessions.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { admit, type Admission } from "./admission.ts";
import type { Afterwards } from "./afterwards.ts";
import type { Attempts } from "./attempts.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { letters } from "./letters.ts";
import { codeHash, inventCode } from "./one-time-code.ts";
import type { Caller } from "./sessions.ts";
import type { From, OpenFor, Waiting } from "./sign-in.ts";
import { weaknessOf } from "./weak-password.ts";

/** Milliseconds for which the code of a forgotten password holds. */
const forgottenLifetime = 30 * 60_000;

/** What one address asks for in a minute, and what is under way at once, before more is left unanswered in silence. */
const mostAsked = 10;
const mostUnderWay = 16;

export interface NewPasswords {
  /** Sets a password with the code of an invitation or of an e-mail, and signs in. */
  byCode(
    request: { readonly code: string; readonly password: string; readonly device?: string | undefined },
    from: From,
  ): Promise<NewPasswordAnswer | Waiting>;
  /** One's own; all other sessions end. */
  change(caller: Caller, current: string, password: string): Promise<PasswordChanged | Waiting>;
  /** Sends a code where there is such an account; whoever asks learns nothing, and waits for nothing. */
  forgotten(email: string, from: From): "sent" | "ask-administrator";
}

interface NewPasswordDeps extends IdentityDeps {
  readonly attempts: Attempts;
  readonly afterwards: Afterwards;
  readonly openFor: OpenFor;
}

export function createNewPasswords(deps: NewPasswordDeps): NewPasswords {
  const { database, passwords, attempts, afterwards, mailer, company, now, openFor } = deps;
  const asking = createRateLimit({ most: mostAsked, windowSeconds: 60, now });

  const ownWords = ({ account: { name, email } }: Credential) => [name, email, company];

  /** Whom a code is for, while it holds and they may still come in. */
  async function holderOf(reading: Pick<Database, "read">, code: string): Promise<Credential | undefined> {
    const found = await readPasswordCode(reading, codeHash(code));
    if (!found || found.until <= now().toISOString()) return undefined;
    const holder = await readCredential(reading, "id", found.person);
    const state = holder?.account.state;
    return state === "active" || state === "invited" ? holder : undefined;
  }

  /** Uses the code up and sets the password in one; undefined where somebody used it meanwhile. */
  async function redeem(code: string, password: string): Promise<Admission | undefined> {
    const hash = await passwords.hash(password);
    const at = now();
    const kept = at.toISOString();
    return database.exclusive(async (session) => {
      const holder = await holderOf(session, code);
      if (!holder) return undefined;
      const { id, state } = holder.account;
      await writeRecorded(
        session,
        [
          ...keepPassword(id, hash, kept),
          ...(state === "invited" ? [keepPerson(id, { state: "active" }, kept)] : []),
          deleteSessionsOf(id),
          ...forgetBegun(id),
        ],
        { ...tell(state === "invited"), by: id, about: id, at },
      );
      return { person: id, hash };
    });
  }

  /** Replaces one's own password; false where it is not the one that was judged any more, or the session has ended. */
  async function replace({ person: { id }, session: kept }: Caller, judged: string, password: string) {
    const hash = await passwords.hash(password);
    const at = now();
    const details = { how: "by-themselves" } as const;
    const event = { kind: "password-changed", by: id, about: id, at, details } as const;
    return database.exclusive(async (session) => {
      const admitted = await admit(session, { person: id, hash: judged, renewed: hash }, at.toISOString());
      if (!admitted || !(await readSession(session, kept))) return false;
      await writeRecorded(session, [...admitted, deleteOtherSessions(id, kept), ...forgetBegun(id)], event);
      return true;
    });
  }

  async function sendCode(email: string, { address }: From): Promise<void> {
    const found = await readCredential(database, "email", email);
    if (!mailer || found?.account.state !== "active") return;
    const attempt = await attempts.begin([
      { kind: "letter", name: `${email} ${address}` },
      { kind: "letters", name: email },
    ]);
    if (!attempt.ok) return;
    const { id: person, name } = found.account;
    const code = inventCode();
    const at = now();
    const until = new Date(at.getTime() + forgottenLifetime).toISOString();
    const kept = keepPasswordCode(
      codeHash(code),
      { person, why: "forgotten", until },
      { at: at.toISOString(), by: null },
    );
    await database.exclusive(async (session) => void (await session.write(kept)));
    await mailer.send({ to: email, ...letters.forgotten(company, name, code) });
  }

  return {
    async byCode({ code, password, device }, from) {
      const attempt = await attempts.begin([{ kind: "address", name: from.address }]);
      if (!attempt.ok) return { result: "wait", retryAfter: attempt.retryAfter };
      const holder = await holderOf(database, code);
      if (!holder) return { result: "unknown-code" };
      await attempts.takeBack(attempt.counted);
      const why = await weaknessOf(password, ownWords(holder));
      if (why) return { result: "weak", why };
      const admission = await redeem(code, password);
      if (!admission) return { result: "unknown-code" };
      await attempts.lift({ kind: "account", name: holder.account.email });
      const opened = await openFor(admission, { ...from, how: "password" }, device);
      return opened ?? { result: "unknown-code" };
    },
    async change(caller, current, password) {
      const { id } = caller.person;
      const attempt = await attempts.begin([{ kind: "device", name: `session ${caller.session}` }]);
      if (!attempt.ok) return { result: "wait", retryAfter: attempt.retryAfter };
      const credential = await readCredential(database, "id", id);
      const judged = credential?.hash ?? null;
      const isRight = await passwords.isRight(current, judged);
      if (!credential || judged === null || !isRight) return { result: "wrong-password" };
      await attempts.succeed(attempt.counted);
      const why = await weaknessOf(password, ownWords(credential));
      if (why) return { result: "weak", why };
      const isReplaced = await replace(caller, judged, password);
      return { result: isReplaced ? "changed" : "wrong-password" };
    },
    forgotten(email, from) {
      if (!mailer) return "ask-administrator";
      const isTooMuch = asking.waitOf(from.address) > 0 || afterwards.underWay >= mostUnderWay;
      if (!isTooMuch) {
        asking.count(from.address);
        // Not waited for: whether there is somebody to write to would show in the time.
        const send = () => sendCode(email.toLowerCase(), from);
        afterwards.begin(send, "a letter about a forgotten password was not sent");
      }
      return "sent";
    },
  };
}

/** With another password, whatever was begun with the one before ends. */
function forgetBegun(person: string) {
  return [forgetPasswordCodes(person), forgetChallengesOf(person)];
}

function tell(isFirst: boolean): Pick<AuditedEvent<"joined" | "password-changed">, "kind" | "details"> {
  return isFirst
    ? { kind: "joined", details: { how: "password" } }
    : { kind: "password-changed", details: { how: "by-link" } };
}
