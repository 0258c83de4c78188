import type { NewPasswordAnswer, PasswordChanged } from "../../shared/contract/sign-in.ts";
import { writeRecorded, type AuditedEvent } from "../audit/record-event.ts";
import { keepPassword, keepPerson, readCredential, type Credential } from "../db/credentials.ts";
import {
  forgetChallengesOf,
  forgetPasswordCodes,
  keepPasswordCode,
  readPasswordCode,
} from "../db/one-time-codes.ts";
import { deleteSessionsOf } from "../db/sessions.ts";
import type { Attempts } from "./attempts.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { letters } from "./letters.ts";
import { codeHash, inventCode } from "./one-time-code.ts";
import type { Caller } from "./sessions.ts";
import type { From, OpenFor, Waiting } from "./sign-in.ts";
import { weaknessOf } from "./weak-password.ts";

/** Milliseconds for which the code of a forgotten password holds. */
const forgottenLifetime = 30 * 60_000;

export interface NewPasswords {
  /** Sets a password with the code of an invitation or of an e-mail, and signs in. */
  byCode(
    request: { readonly code: string; readonly password: string; readonly device?: string | undefined },
    from: From,
  ): Promise<NewPasswordAnswer | Waiting>;
  /** One's own; all other sessions end. */
  change(caller: Caller, current: string, password: string): Promise<PasswordChanged | Waiting>;
  /** Sends a code where there is such an account; whoever asks learns nothing, and waits for nothing. */
  forgotten(email: string): Promise<"sent" | "ask-administrator">;
}

interface NewPasswordDeps extends IdentityDeps {
  readonly attempts: Attempts;
  readonly openFor: OpenFor;
}

export function createNewPasswords(deps: NewPasswordDeps): NewPasswords {
  const { database, passwords, attempts, sessions, mailer, company, now, log, openFor } = deps;

  const ownWords = ({ account: { name, email } }: Credential) => [name, email, company];

  /** Whom a code is for, while it holds and they may still come in. */
  async function holderOf(code: string): Promise<Credential | undefined> {
    const found = await readPasswordCode(database, codeHash(code));
    if (!found || found.until <= now().toISOString()) return undefined;
    const holder = await readCredential(database, "id", found.person);
    const state = holder?.account.state;
    return state === "active" || state === "invited" ? holder : undefined;
  }

  /** Uses the code up and sets the password in one; false where somebody used it meanwhile. */
  async function redeem(code: string, { account }: Credential, password: string): Promise<boolean> {
    const hash = await passwords.hash(password);
    const at = now();
    const kept = at.toISOString();
    return database.exclusive(async (session) => {
      const found = await readPasswordCode(session, codeHash(code));
      if (found?.person !== account.id) return false;
      await writeRecorded(
        session,
        [
          ...keepPassword(account.id, hash, kept),
          ...(account.state === "invited" ? [keepPerson(account.id, { state: "active" }, kept)] : []),
          ...endOldWays(account.id),
        ],
        { ...tell(account.state === "invited"), by: account.id, about: account.id, at },
      );
      return true;
    });
  }

  async function sendCode(email: string): Promise<void> {
    const found = await readCredential(database, "email", email);
    const attempt = await attempts.begin([{ kind: "letter", name: email }]);
    if (!mailer || !attempt.ok || found?.account.state !== "active") return;
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
      const holder = await holderOf(code);
      if (!holder) return { result: "unknown-code" };
      await attempts.takeBack(attempt.counted);
      const why = await weaknessOf(password, ownWords(holder));
      if (why) return { result: "weak", why };
      if (!(await redeem(code, holder, password))) return { result: "unknown-code" };
      await attempts.lift({ kind: "account", name: holder.account.email });
      return openFor(holder.account.id, { ...from, how: "password" }, device);
    },
    async change(caller, current, password) {
      const { id, email } = caller.person;
      const attempt = await attempts.begin([{ kind: "device", name: `session ${caller.session}` }]);
      if (!attempt.ok) return { result: "wait", retryAfter: attempt.retryAfter };
      const credential = await readCredential(database, "email", email);
      if (!credential || !(await passwords.isRight(current, credential.hash)))
        return { result: "wrong-password" };
      await attempts.succeed(attempt.counted);
      const why = await weaknessOf(password, ownWords(credential));
      if (why) return { result: "weak", why };
      const hash = await passwords.hash(password);
      const at = now();
      await database.exclusive((session) =>
        writeRecorded(session, [...keepPassword(id, hash, at.toISOString()), forgetPasswordCodes(id)], {
          kind: "password-changed",
          by: id,
          about: id,
          at,
          details: { how: "by-themselves" },
        }),
      );
      await sessions.end(id, (session) => session !== caller.session, id, "password-changed");
      return { result: "changed" };
    },
    async forgotten(email) {
      if (!mailer) return "ask-administrator";
      // Not waited for: whether there is somebody to write to would show in the time.
      void sendCode(email.toLowerCase()).catch((error: unknown) =>
        log.error({ err: error }, "a letter about a forgotten password was not sent"),
      );
      return "sent";
    },
  };
}

/** With another password, whatever was opened or begun with the one before ends. */
function endOldWays(person: string) {
  return [deleteSessionsOf(person), forgetPasswordCodes(person), forgetChallengesOf(person)];
}

function tell(isFirst: boolean): Pick<AuditedEvent<"joined" | "password-changed">, "kind" | "details"> {
  return isFirst
    ? { kind: "joined", details: { how: "password" } }
    : { kind: "password-changed", details: { how: "by-link" } };
}
