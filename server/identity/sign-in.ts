import { randomUUID } from "node:crypto";
import type { SignedIn, SignInAnswer } from "../../shared/contract/sign-in.ts";
import { recordEvent } from "../audit/record-event.ts";
import { keepPassword, readCredential, type Credential } from "../db/credentials.ts";
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

/** Opens a session, and gives the browser what makes it known from now on. */
export type OpenFor = (person: string, entrance: Entrance, device?: string) => Promise<SignedIn>;

export interface SignIn {
  signIn(request: SignInRequest, from: From): Promise<SignInResult>;
  openFor: OpenFor;
}

interface SignInDeps extends IdentityDeps {
  readonly attempts: Attempts;
  /** Undefined where signing in asks for no code. */
  readonly emailCodes: EmailCodes | undefined;
}

/** Signing in by e-mail and password; nobody learns from the answer, nor from its time, whether there is an account. */
export function createSignIn(deps: SignInDeps): SignIn {
  const { database, passwords, attempts, emailCodes, sessions, tokens, now } = deps;

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

  async function judge(request: SignInRequest, found: Credential | undefined): Promise<boolean> {
    const isRight = await passwords.isRight(request.password, found?.hash ?? null);
    return isRight && found?.account.state === "active";
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

  async function renewHash({ account, hash }: Credential, password: string): Promise<void> {
    if (hash === null || !passwords.isOutdated(hash)) return;
    const renewed = await passwords.hash(password);
    await database.exclusive(
      async (session) => void (await session.write(keepPassword(account.id, renewed, now().toISOString()))),
    );
  }

  const openFor: OpenFor = async (person, entrance, known) => {
    const device = (await knownDevice(known, person)) ?? randomUUID();
    const opened = await sessions.open(person, entrance);
    return { result: "signed-in", ...opened, device: await tokens.device({ person, device }) };
  };

  async function welcome(request: SignInRequest, found: Credential, counted: readonly string[], from: From) {
    await renewHash(found, request.password);
    // The attempt goes on counting until the code was right too.
    if (emailCodes) return emailCodes.begin(found.account, counted);
    await attempts.succeed(counted);
    return openFor(found.account.id, { ...from, how: "password" }, request.device);
  }

  return {
    openFor,
    async signIn(typed, from) {
      const request = { ...typed, email: typed.email.toLowerCase() };
      const found = await readCredential(database, "email", request.email);
      const attempt: Attempt = await beginAttempt(request, found?.account, from);
      if (!attempt.ok) return { result: "wait", retryAfter: attempt.retryAfter };
      const { counted } = attempt;
      const isRight = await judge(request, found).catch(async (error: unknown) => {
        await attempts.takeBack(counted);
        throw error;
      });
      if (isRight && found) return welcome(request, found, counted, from);
      await noteFailure(found, counted);
      return { result: "refused" };
    },
  };
}
