import type {
  ForgottenAnswer,
  OpenSession,
  PasswordChanged,
  SignInAnswer,
  SignInCodeAnswer,
  NewPasswordAnswer,
} from "../../shared/contract/sign-in.ts";
import type { Opened } from "../api/sign-in-api.ts";
import type { Outcome } from "./session.ts";

/** What people do about their own account. Passwords and codes pass through and are kept nowhere. */
export interface AccountCommands {
  /** With `code-needed` one goes on with `signInCode`. */
  signIn(email: string, password: string): Promise<Outcome<Opened<SignInAnswer>>>;
  signInCode(challenge: string, code: string): Promise<Outcome<Opened<SignInCodeAnswer>>>;
  anotherCode(challenge: string): Promise<Outcome<"sent" | "expired">>;
  /** Asks for a code by e-mail, for somebody who does not know their password any more. */
  forgotPassword(email: string): Promise<Outcome<ForgottenAnswer["result"]>>;
  /** With the code of an invitation, or of the e-mail; comes in with it. */
  setPassword(code: string, password: string): Promise<Outcome<Opened<NewPasswordAnswer>>>;
  changePassword(current: string, password: string): Promise<Outcome<PasswordChanged>>;
  ownSessions(): Promise<Outcome<readonly OpenSession[]>>;
  /** Ends one session, or all but this one. */
  endOwnSessions(which: "others" | { readonly id: string }): Promise<Outcome>;
  signOut(): Promise<void>;
}
