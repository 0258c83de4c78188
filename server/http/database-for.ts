import type { Database, Session } from "../db/database.ts";
import { readSession } from "../db/sessions.ts";
import { isOpen, type Caller } from "../identity/sessions.ts";
import { Refusal } from "./refusal.ts";

/**
 * The database as one caller writes to it: inside each write, before anything is decided, it is read again that their
 * session is open, their account active and their role the one they asked in. Much may have happened since: a body takes
 * minutes to arrive where somebody wants it to, and writes wait for each other.
 */
export function databaseFor(database: Database, caller: Caller, now: () => Date): Database {
  return {
    read: (statements) => database.read(statements),
    exclusive: (work) =>
      database.exclusive(async (session) => {
        await requireStill(session, caller, now());
        return work(session);
      }),
    get accepting() {
      return database.accepting;
    },
    distrust: (message, cause) => database.distrust(message, cause),
    close: () => database.close(),
  };
}

/** Refuses a caller who is not any more who they were when they asked. */
async function requireStill(session: Pick<Session, "read">, caller: Caller, now: Date): Promise<void> {
  const found = await readSession(session, caller.session);
  if (!found || !isOpen(found, now)) throw new Refusal("unauthenticated");
  if (found.account.role !== caller.person.role) throw new Refusal("forbidden");
}
