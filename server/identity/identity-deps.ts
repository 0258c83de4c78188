import type { Logger } from "pino";
import type { Database } from "../db/database.ts";
import type { Mailer } from "./mail.ts";
import type { Passwords } from "./passwords.ts";
import type { Sessions } from "./sessions.ts";
import type { Tokens } from "./tokens.ts";

/** What the parts of accounts and sessions share. */
export interface IdentityDeps {
  readonly database: Database;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  /** Undefined where no e-mail is sent. */
  readonly mailer: Mailer | undefined;
  readonly company: string;
  /** Keys the hashes of what is too short to be hidden by a plain one. */
  readonly secret: string;
  readonly now: () => Date;
  readonly log: Logger;
}
