import { APIError } from "better-auth/api";
import { z } from "zod";
import { roleSchema } from "../../shared/model/role.ts";
import type { Database } from "../db/database.ts";
import { readPeople, type PersonRecord } from "../db/read-people.ts";
import type { Auth } from "./auth.ts";

/** Who is asking, by their token. */
export interface Caller {
  readonly person: PersonRecord;
  readonly sessionToken: string;
}

export interface Accounts {
  /** The token of a new session, or undefined where e-mail and password are not those of an account. */
  signIn(email: string, password: string): Promise<string | undefined>;
  /** Whoever the `Authorization` header names; undefined for forged, expired and revoked tokens. */
  callerOf(authorization: string | undefined): Promise<Caller | undefined>;
  /** Who that is by now, for what goes on long after it was asked: looking does not count as using the session. */
  callerStill(authorization: string | undefined): Promise<Caller | undefined>;
  signOut(caller: Caller): Promise<void>;
  everybody(): Promise<readonly PersonRecord[]>;
}

const userSchema = z.object({ id: z.string(), name: z.string(), email: z.string(), role: roleSchema });

/** Accounts as the routes use them. */
export function createAccounts(auth: Auth, database: Database): Accounts {
  return {
    async signIn(email, password) {
      try {
        const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
        const token = headers.get("set-auth-token");
        if (token === null) throw new Error("a session was opened without a token");
        return token;
      } catch (error) {
        if (error instanceof APIError && error.statusCode === 401) return undefined;
        throw error;
      }
    },
    callerOf: (authorization) => findCaller(auth, authorization, {}),
    callerStill: (authorization) => findCaller(auth, authorization, { disableRefresh: true }),
    async signOut({ sessionToken }) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteSession(sessionToken);
    },
    everybody: () => readPeople(database),
  };
}

async function findCaller(
  auth: Auth,
  authorization: string | undefined,
  query: { readonly disableRefresh?: true },
): Promise<Caller | undefined> {
  if (!authorization) return undefined;
  // Only this header goes on: cookies open nothing here.
  const found = await auth.api.getSession({ headers: new Headers({ authorization }), query });
  return found ? { person: userSchema.parse(found.user), sessionToken: found.session.token } : undefined;
}
