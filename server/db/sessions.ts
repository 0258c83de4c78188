import type { Database } from "./database.ts";
import { accountOf, type AccountRecord } from "./read-people.ts";
import { numberOf, statement, textOf, type SqlRow, type Statement } from "./statement.ts";

/** A session as it is kept: no token is. Instants are ISO texts in UTC. */
export interface StoredSession {
  readonly id: string;
  readonly person: string;
  readonly openedAt: string;
  readonly usedAt: string;
  /** When it ends unless it is used. */
  readonly idleUntil: string;
  /** When it ends however much it is used. */
  readonly endsAt: string;
  /** Which of its refresh tokens, counted from 1, is the newest, and since when. */
  readonly generation: number;
  readonly rotatedAt: string;
  readonly how: string;
  readonly device: string;
  readonly address: string;
}

type Reading = Pick<Database, "read">;

const columns = `s.id, s.person, s.opened_at, s.used_at, s.idle_until, s.ends_at, s.generation, s.rotated_at, s.how,
  s.device, s.address`;

/** A session and whose it is. */
export async function readSession(
  database: Reading,
  id: string,
): Promise<{ readonly session: StoredSession; readonly account: AccountRecord } | undefined> {
  const [[row] = []] = await database.read([
    statement(
      `SELECT ${columns}, u.name, u.email, u.role, u.state FROM sessions s
       JOIN identity_user u ON u.id = s.person WHERE s.id = ?`,
      id,
    ),
  ]);
  return row && { session: sessionOf(row), account: accountOf({ ...row, id: textOf(row, "person") }) };
}

/** The sessions of a person that are open at an instant, the newest first. */
export async function readSessionsOf(
  database: Reading,
  person: string,
  at: string,
): Promise<readonly StoredSession[]> {
  const [rows = []] = await database.read([
    statement(
      `SELECT ${columns} FROM sessions s WHERE s.person = ? AND s.idle_until > ? AND s.ends_at > ?
       ORDER BY s.opened_at DESC, s.id`,
      person,
      at,
      at,
    ),
  ]);
  return rows.map(sessionOf);
}

/** When each person last used a session that is still kept, by the person's id. */
export async function readLastUses(database: Reading): Promise<ReadonlyMap<string, string>> {
  const [rows = []] = await database.read([
    statement("SELECT person, max(used_at) AS used_at FROM sessions GROUP BY person"),
  ]);
  return new Map(rows.map((row) => [textOf(row, "person"), textOf(row, "used_at")]));
}

export function insertSession(one: StoredSession): Statement {
  return statement(
    `INSERT INTO sessions (id, person, opened_at, used_at, idle_until, ends_at, generation, rotated_at, how, device, address)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    one.id,
    one.person,
    one.openedAt,
    one.usedAt,
    one.idleUntil,
    one.endsAt,
    one.generation,
    one.rotatedAt,
    one.how,
    one.device,
    one.address,
  );
}

/** The next refresh token of a session is the newest from now on. */
export function rotateSession(
  id: string,
  {
    generation,
    at,
    idleUntil,
  }: { readonly generation: number; readonly at: string; readonly idleUntil: string },
): Statement {
  return statement(
    "UPDATE sessions SET generation = ?, rotated_at = ?, used_at = ?, idle_until = ? WHERE id = ?",
    generation,
    at,
    at,
    idleUntil,
    id,
  );
}

export function deleteSession(id: string): Statement {
  return statement("DELETE FROM sessions WHERE id = ?", id);
}

export function deleteSessionsOf(person: string): Statement {
  return statement("DELETE FROM sessions WHERE person = ?", person);
}

export function deleteOtherSessions(person: string, kept: string): Statement {
  return statement("DELETE FROM sessions WHERE person = ? AND id <> ?", person, kept);
}

/** Sessions that nobody can go on with any more. */
export function deleteEndedSessions(at: string): Statement {
  return statement("DELETE FROM sessions WHERE idle_until <= ? OR ends_at <= ?", at, at);
}

function sessionOf(row: SqlRow): StoredSession {
  return {
    id: textOf(row, "id"),
    person: textOf(row, "person"),
    openedAt: textOf(row, "opened_at"),
    usedAt: textOf(row, "used_at"),
    idleUntil: textOf(row, "idle_until"),
    endsAt: textOf(row, "ends_at"),
    generation: numberOf(row, "generation"),
    rotatedAt: textOf(row, "rotated_at"),
    how: textOf(row, "how"),
    device: textOf(row, "device"),
    address: textOf(row, "address"),
  };
}
