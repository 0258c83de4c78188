import { randomUUID } from "node:crypto";
import type { EventDetails } from "../../shared/model/audited-event.ts";
import { writeRecorded } from "../audit/record-event.ts";
import type { Database, Session } from "../db/database.ts";
import { withoutState, type AccountRecord, type PersonRecord } from "../db/read-people.ts";
import {
  deleteEndedSessions,
  deleteSession,
  insertSession,
  readSession,
  readSessionsOf,
  rotateSession,
  type StoredSession,
} from "../db/sessions.ts";
import { admit, type Admission } from "./admission.ts";
import { accessSeconds, type SessionClaim, type Tokens } from "./tokens.ts";

/** Milliseconds: a session ends after a week without use, and after thirty days however much it is used. */
const idle = 7 * 24 * 60 * 60 * 1_000;
const longest = 30 * 24 * 60 * 60 * 1_000;
/** Milliseconds for which the refresh token before the newest is still taken, though the newest is in use. */
const grace = 60_000;

/** Who is asking, by their token. */
export interface Caller {
  readonly person: PersonRecord;
  /** The id of the session. */
  readonly session: string;
}

/** What a pane holds of its session. */
export interface SessionTokens {
  readonly access: string;
  readonly refresh: string;
  /** Seconds until the access token expires. */
  readonly expiresIn: number;
}

/** How and from where somebody signed in. */
export interface Entrance {
  readonly how: "password" | "one-time-code" | "entra";
  readonly device: string;
  readonly address: string;
}

export interface Sessions {
  /** Undefined where the account is not what it was when somebody was judged to be let in. */
  open(admission: Admission, entrance: Entrance): Promise<SessionTokens | undefined>;
  /** The next tokens, in exchange for a refresh token; undefined where the session has ended, or ends by this. */
  refresh(refreshToken: string): Promise<SessionTokens | undefined>;
  callerOf(authorization: string | undefined): Promise<Caller | undefined>;
  callerStill(authorization: string | undefined): Promise<Caller | undefined>;
  listOf(person: string): Promise<readonly StoredSession[]>;
  /** Ends sessions of a person, over the database as whoever does it writes to it; gives how many. */
  end(ended: EndedSessions, writing?: Pick<Database, "exclusive">): Promise<number>;
}

/** Which sessions of a person end, by whom and why. */
export interface EndedSessions {
  readonly person: string;
  chosen(id: string): boolean;
  readonly by: string;
  readonly why: EventDetails<"session-ended">["why"];
}

export interface SessionDeps {
  readonly database: Database;
  readonly tokens: Tokens;
  readonly now: () => Date;
}

/**
 * Sessions whose tokens last minutes. Each refresh token is exchanged for the next one; one that is used again ends its
 * session, unless its successor may never have arrived (docs/decisions/089-sessions-of-our-own-tokens.md).
 */
export function createSessions({ database, tokens, now }: SessionDeps): Sessions {
  /** The newest generation of each session whose tokens came back: whoever asked for them has them. */
  const arrived = new Map<string, number>();

  async function tokensOf(claim: SessionClaim): Promise<SessionTokens> {
    const [access, refresh] = await Promise.all([tokens.access(claim, now()), tokens.refresh(claim)]);
    return { access, refresh, expiresIn: accessSeconds };
  }

  async function callerBy(claim: SessionClaim | undefined): Promise<Caller | undefined> {
    const found = claim && (await readSession(database, claim.session));
    if (!found || !isOpen(found, now())) return undefined;
    if (claim.generation >= found.session.generation) arrived.set(claim.session, claim.generation);
    return { person: withoutState(found.account), session: found.session.id };
  }

  const isRepeated = ({ generation, rotatedAt, id }: StoredSession, claimed: number): boolean => {
    if (claimed !== generation - 1) return false;
    const isUnseen = (arrived.get(id) ?? 0) < generation;
    return isUnseen || now().getTime() - Date.parse(rotatedAt) <= grace;
  };

  async function exchange(session: Session, claim: SessionClaim): Promise<SessionClaim | undefined> {
    const found = await readSession(session, claim.session);
    if (!found || !isOpen(found, now())) return undefined;
    const stored = found.session;
    if (isRepeated(stored, claim.generation)) return { session: stored.id, generation: stored.generation };
    if (claim.generation < stored.generation) {
      await endStolen(session, stored);
      return undefined;
    }
    // One that is ahead was signed by us for a database that a backup took the place of.
    const generation = claim.generation + 1;
    const at = now();
    const idleUntil = new Date(Math.min(at.getTime() + idle, Date.parse(stored.endsAt))).toISOString();
    await session.write([rotateSession(stored.id, { generation, at: at.toISOString(), idleUntil })]);
    return { session: stored.id, generation };
  }

  async function endStolen(session: Session, { id, person }: StoredSession): Promise<void> {
    arrived.delete(id);
    await writeRecorded(session, [deleteSession(id)], {
      kind: "session-ended",
      by: null,
      about: person,
      at: now(),
      details: { why: "token-used-again", sessions: 1 },
    });
  }

  return {
    async open(admission, { how, device, address }) {
      const { person } = admission;
      const at = now();
      const opened = at.toISOString();
      const later = (milliseconds: number) => new Date(at.getTime() + milliseconds).toISOString();
      const claim: SessionClaim = { session: randomUUID(), generation: 1 };
      const row: StoredSession = {
        id: claim.session,
        person,
        how,
        device,
        address,
        generation: claim.generation,
        openedAt: opened,
        usedAt: opened,
        rotatedAt: opened,
        idleUntil: later(idle),
        endsAt: later(longest),
      };
      const event = { kind: "signed-in", by: person, about: person, at, details: { how } } as const;
      const isOpened = await database.exclusive(async (session) => {
        const admitted = await admit(session, admission, opened);
        if (!admitted) return false;
        await writeRecorded(session, [...admitted, deleteEndedSessions(opened), insertSession(row)], event);
        return true;
      });
      return isOpened ? tokensOf(claim) : undefined;
    },
    async refresh(refreshToken) {
      const claim = await tokens.readRefresh(refreshToken);
      const next = claim && (await database.exclusive((session) => exchange(session, claim)));
      return next && tokensOf(next);
    },
    async callerOf(authorization) {
      const token = bearerOf(authorization);
      return callerBy(token === undefined ? undefined : await tokens.readAccess(token, now()));
    },
    async callerStill(authorization) {
      const token = bearerOf(authorization);
      return callerBy(token === undefined ? undefined : await tokens.readOldAccess(token));
    },
    listOf: (person) => readSessionsOf(database, person, now().toISOString()),
    end: ({ person, chosen, by, why }, writing = database) =>
      writing.exclusive(async (session) => {
        const at = now();
        const open = await readSessionsOf(session, person, at.toISOString());
        const ending = open.filter(({ id }) => chosen(id));
        if (ending.length === 0) return 0;
        for (const { id } of ending) arrived.delete(id);
        await writeRecorded(
          session,
          ending.map(({ id }) => deleteSession(id)),
          { kind: "session-ended", by, about: person, at, details: { why, sessions: ending.length } },
        );
        return ending.length;
      }),
  };
}

export function isOpen(
  { session, account }: { readonly session: StoredSession; readonly account: AccountRecord },
  now: Date,
): boolean {
  const at = now.toISOString();
  return account.state === "active" && session.idleUntil > at && session.endsAt > at;
}

function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w.-]+)$/i.exec(authorization ?? "")?.[1];
}
