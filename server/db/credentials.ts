import { randomUUID } from "node:crypto";
import type { Database } from "./database.ts";
import { accountOf, type AccountRecord } from "./read-people.ts";
import { statement, textOrNullOf, type Statement } from "./statement.ts";

/** Somebody's account and the hash of their password, where they have one. */
export interface Credential {
  readonly account: AccountRecord;
  readonly hash: string | null;
}

/** By e-mail in lower case. */
export async function readCredential(
  database: Pick<Database, "read">,
  by: "id" | "email",
  value: string,
): Promise<Credential | undefined> {
  const [[row] = []] = await database.read([
    statement(
      `SELECT u.id, u.name, u.email, u.role, u.state, a.password FROM identity_user u
       LEFT JOIN identity_account a ON a.userId = u.id AND a.providerId = 'credential'
       WHERE u.${by === "id" ? "id" : "email"} = ?`,
      value,
    ),
  ]);
  return row && { account: accountOf(row), hash: textOrNullOf(row, "password") };
}

/** The password of a person is another one, as the library of accounts keeps it. */
export function keepPassword(person: string, hash: string, at: string): readonly Statement[] {
  return [
    statement("DELETE FROM identity_account WHERE userId = ? AND providerId = 'credential'", person),
    statement(
      `INSERT INTO identity_account (id, accountId, providerId, userId, password, createdAt, updatedAt)
       VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
      randomUUID(),
      person,
      person,
      hash,
      at,
      at,
    ),
  ];
}

export function keepPerson(
  id: string,
  changed: Partial<Pick<AccountRecord, "name" | "role" | "state">>,
  at: string,
): Statement {
  const entries = Object.entries({ ...changed, updatedAt: at });
  return statement(
    `UPDATE identity_user SET ${entries.map(([column]) => `${column} = ?`).join(", ")} WHERE id = ?`,
    ...entries.map(([, value]) => value),
    id,
  );
}
