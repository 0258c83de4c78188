import type { ForgottenAnswer, SignedIn, SignInCodeAnswer } from "../../shared/contract/sign-in.ts";
import type { Database } from "../db/database.ts";
import { readPeople, type PersonRecord } from "../db/read-people.ts";
import type { Admission } from "./admission.ts";
import { createAfterwards } from "./afterwards.ts";
import { createAttempts, type Attempts } from "./attempts.ts";
import type { Auth } from "./auth.ts";
import { createEmailCodes } from "./email-codes.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { createInvitations } from "./invitations.ts";
import { createNewPasswords, type NewPasswords } from "./new-password.ts";
import { createPeople, type People } from "./people.ts";
import type { Caller, Entrance, Sessions } from "./sessions.ts";
import { createSignIn, type From, type SignIn, type Waiting } from "./sign-in.ts";
import { createStaff } from "./staff.ts";

export type { Caller } from "./sessions.ts";

/** Accounts as the routes use them. */
export interface Accounts extends Pick<NewPasswords, "byCode" | "change"> {
  readonly signIn: SignIn["signIn"];
  /** The second step, where signing in asks for a code by e-mail. */
  signInCode(
    request: { readonly challenge: string; readonly code: string; readonly device?: string | undefined },
    from: From,
  ): Promise<SignInCodeAnswer | Waiting>;
  anotherCode(challenge: string): Promise<"sent" | "expired">;
  /** A session for somebody whom another way of signing in has named; undefined where they are active no more. */
  openFor(admission: Admission, entrance: Entrance, device?: string): Promise<SignedIn | undefined>;
  refresh: Sessions["refresh"];
  forgotten(email: string, from: From): ForgottenAnswer["result"];
  /** Whoever the `Authorization` header names; undefined for forged and expired tokens and ended sessions. */
  callerOf(authorization: string | undefined): Promise<Caller | undefined>;
  /**
   * Who that is by now, for what goes on long after it was asked: the token may have expired since, the session may not
   * have ended.
   */
  callerStill(authorization: string | undefined): Promise<Caller | undefined>;
  signOut(caller: Caller): Promise<void>;
  readonly sessions: Pick<Sessions, "listOf" | "end">;
  everybody(): Promise<readonly PersonRecord[]>;
  readonly sendsMail: boolean;
  readonly asksCode: boolean;
}

export interface Identity {
  readonly accounts: Accounts;
  readonly people: People;
  /** The same people, kept over a database that looks again at who writes. */
  peopleOn(database: Database): People;
  /** Waits for what answers did not wait for. */
  settled(): Promise<void>;
}

export interface IdentityOptions extends IdentityDeps {
  readonly auth: Auth;
  /** Whether signing in by password asks for a code by e-mail too. */
  readonly asksCode: boolean;
}

/** Who may come in: accounts as the routes use them, and people as they are kept. */
export function createIdentity(options: IdentityOptions): Identity {
  const { database, sessions, mailer } = options;
  const attempts: Attempts = createAttempts(options);
  const afterwards = createAfterwards(options.log);
  const emailCodes =
    mailer && options.asksCode ? createEmailCodes({ ...options, mailer, attempts }) : undefined;
  const { signIn, openFor } = createSignIn({ ...options, attempts, afterwards, emailCodes });
  const newPasswords = createNewPasswords({ ...options, attempts, afterwards, openFor });
  const accounts: Accounts = {
    signIn,
    openFor,
    async signInCode({ challenge, code, device }, from) {
      const judged = emailCodes ? await emailCodes.judge(challenge, code) : ({ result: "expired" } as const);
      if (judged.result !== "right") return judged;
      const opened = await openFor(judged.admission, { ...from, how: "one-time-code" }, device);
      return opened ?? { result: "expired" };
    },
    anotherCode: async (challenge) => emailCodes?.again(challenge) ?? "expired",
    refresh: sessions.refresh,
    byCode: newPasswords.byCode,
    change: newPasswords.change,
    forgotten: newPasswords.forgotten,
    callerOf: sessions.callerOf,
    callerStill: sessions.callerStill,
    async signOut({ person, session }) {
      const chosen = (id: string) => id === session;
      await sessions.end({ person: person.id, chosen, by: person.id, why: "signed-out" });
    },
    sessions,
    everybody: () => readPeople(database),
    sendsMail: mailer !== undefined,
    asksCode: emailCodes !== undefined,
  };
  function peopleOn(written: Database): People {
    const deps = { ...options, database: written };
    const invitations = createInvitations({ ...deps, audit: database });
    return createPeople({ ...deps, staff: createStaff({ ...deps, attempts }), invitations });
  }
  return { accounts, people: peopleOn(database), peopleOn, settled: afterwards.settled };
}
