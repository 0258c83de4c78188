import { randomUUID } from "node:crypto";
import type { SignedIn, SignInAnswer } from "../../shared/contract/sign-in.ts";
import { recordEvent } from "../audit/record-event.ts";
import { readCredential, type Credential } from "../db/credentials.ts";
import type { Admission } from "./admission.ts";
import type { Afterwards } from "./afterwards.ts";
import type { Attempt, AttemptOf, Attempts } from "./attempts.ts";
import type { EmailCodes } from "./email-codes.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import type { Entrance } from "./sessions.ts";

/** Where a request comes from. */
export type From = Omit<Entrance, "how">;

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** What the browser keeps of an earlier sign-in. */
  readonly device?: string | undefined;
}

/** `refused`: one answer for a wrong password, an account that is not there, and one that may not come in. */
export type SignInResult = SignInAnswer | { readonly result: "refused" } | Waiting;

export interface Waiting {
  readonly result: "wait";
  /** Seconds. */
  readonly retryAfter: number;
}

/**
 * Opens a session, and gives the browser what makes it known from now on. Undefined where the account is not what it was
 * when it was judged.
 */
export type OpenFor = (
  admission: Admission,
  entrance: Entrance,
  device?: string,
) => Promise<SignedIn | undefined>;

export interface SignIn {
  signIn(request: SignInRequest, from: From): Promise<SignInResult>;
  openFor: OpenFor;
}

interface SignInDeps extends IdentityDeps {
  readonly attempts: Attempts;
  readonly afterwards: Afterwards;
  /** Undefined where signing in asks for no code. */
  readonly emailCodes: EmailCodes | undefined;
}

/** An attempt that was counted, and where it comes from. */
interface Counted {
  readonly counted: readonly string[];
  readonly from: From;
}

/** Signing in by e-mail and password; nobody learns from the answer, nor from its time, whether there is an account. */
export function createSignIn(deps: SignInDeps): SignIn {
  const { database, passwords, attempts, emailCodes, sessions, tokens, now, afterwards } = deps;

  async function knownDevice(token: string | undefined, person: string | undefined) {
    const claim = token === undefined ? undefined : await tokens.readDevice(token);
    return claim?.person === person ? claim?.device : undefined;
  }

  /** From a device that they know, people do not wait for what strangers do elsewhere. */
  async function beginAttempt(
    request: SignInRequest,
    account: Credential["account"] | undefined,
    from: From,
  ) {
    const device = await knownDevice(request.device, account?.id);
    const strangers: readonly AttemptOf[] = [
      { kind: "account", name: request.email },
      { kind: "address", name: from.address },
    ];
    return attempts.begin(device === undefined ? strangers : [{ kind: "device", name: device }]);
  }

  /** Undefined where the password is not right, or the account not active. */
  async function judge(typed: string, found: Credential | undefined): Promise<Admission | undefined> {
    const hash = found?.hash ?? null;
    const isRight = await passwords.isRight(typed, hash);
    if (!isRight || hash === null || found?.account.state !== "active") return undefined;
    const renewed = passwords.isOutdated(hash) ? await passwords.hash(typed) : undefined;
    return { person: found.account.id, hash, renewed };
  }

  async function noteFailure(found: Credential | undefined, counted: readonly string[]): Promise<void> {
    if (!found) return;
    const event = { by: null, about: found.account.id, at: now() };
    const details = {
      how: "password",
      why: found.account.state === "active" ? "password" : found.account.state,
    } as const;
    await recordEvent(database, { ...event, kind: "sign-in-failed", details });
    const seconds = await attempts.secondsLeft(counted[0] ?? "");
    if (seconds > 0)
      await recordEvent(database, {
        ...event,
        kind: "locked",
        details: { minutes: Math.ceil(seconds / 60) },
      });
  }

  const openFor: OpenFor = async (admission, entrance, known) => {
    const { person } = admission;
    const device = (await knownDevice(known, person)) ?? randomUUID();
    const opened = await sessions.open(admission, entrance);
    return opened && { result: "signed-in", ...opened, device: await tokens.device({ person, device }) };
  };

  /** Undefined where the account or its password changed since they were judged. */
  async function welcome(
    request: SignInRequest,
    { account }: Credential,
    admission: Admission,
    { counted, from }: Counted,
  ): Promise<SignInAnswer | undefined> {
    // The attempt goes on counting until the code was right too.
    if (emailCodes) return emailCodes.begin(account, admission, counted);
    const opened = await openFor(admission, { ...from, how: "password" }, request.device);
    if (opened) await attempts.succeed(counted);
    return opened;
  }

  async function enter(request: SignInRequest, found: Credential | undefined, attempt: Counted) {
    const admission = await judge(request.password, found).catch(async (error: unknown) => {
      await attempts.takeBack(attempt.counted);
      throw error;
    });
    if (!admission || !found) return "refused";
    return (await welcome(request, found, admission, attempt)) ?? "changed";
  }

  return {
    openFor,
    async signIn(typed, from) {
      const request = { ...typed, email: typed.email.toLowerCase() };
      const find = () => readCredential(database, "email", request.email);
      const found = await find();
      const attempt: Attempt = await beginAttempt(request, found?.account, from);
      if (!attempt.ok) return { result: "wait", retryAfter: attempt.retryAfter };
      const { counted } = attempt;
      let entered = await enter(request, found, { counted, from });
      // Judged once more: another sign-in of theirs may have renewed the hash of the same password.
      if (entered === "changed") entered = await enter(request, await find(), { counted, from });
      if (typeof entered !== "string") return entered;
      // Of an account that is not there is nothing to note, which would show in the time.
      afterwards.begin(() => noteFailure(found, counted), "a sign-in that failed was not noted");
      return { result: "refused" };
    },
  };
}
