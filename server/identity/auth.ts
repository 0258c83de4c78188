import { betterAuth, type BetterAuthOptions } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../db/database.ts";
import { createKyselyDialect } from "../db/kysely-dialect.ts";
import type { PersonState } from "./person-state.ts";

export interface AuthOptions {
  readonly database: Database;
  /** Signs what the library signs. */
  readonly secret: string;
  readonly log: Logger;
}

/**
 * The library of accounts: who has one, and by which ways it opens. Passwords, sessions and their tokens are
 * `passwords.ts` and `sessions.ts` (docs/decisions/089-sessions-of-our-own-tokens.md); nothing of the library is reached
 * from outside.
 */
export function createAuth({ database, secret, log }: AuthOptions) {
  return betterAuth(authOptions({ database, secret, log }));
}

export type Auth = ReturnType<typeof createAuth>;

/** Brings the tables of accounts and sessions up to the library's version. */
export async function migrateAccounts(options: AuthOptions): Promise<void> {
  const { runMigrations } = await getMigrations(authOptions(options));
  await runMigrations();
}

function authOptions({ database, secret, log }: AuthOptions) {
  return {
    appName: "Ventas al Día",
    // Only used for links that the service never sends.
    baseURL: "http://localhost",
    secret,
    database: { db: new Kysely<unknown>({ dialect: createKyselyDialect(database) }), type: "sqlite" },
    telemetry: { enabled: false },
    user: {
      modelName: "identity_user",
      additionalFields: {
        role: { type: "string", required: true, input: false },
        // Accounts made before states were kept may come in.
        state: { type: "string", required: true, input: false, defaultValue: "active" satisfies PersonState },
      },
    },
    session: { modelName: "identity_session" },
    account: { modelName: "identity_account" },
    verification: { modelName: "identity_verification" },
    rateLimit: { enabled: false },
    advanced: { ipAddress: { disableIpTracking: true } },
    logger: {
      level: "warn",
      // What the library says is logged without its arguments, which may hold people's data.
      log: (level, message) =>
        level === "error" ? log.error({ from: "accounts" }, message) : log.debug(message),
    },
  } satisfies BetterAuthOptions;
}
