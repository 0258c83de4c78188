import { roleSchema, type Role } from "../../shared/model/role.ts";
import { personStateSchema, type PersonState } from "../identity/person-state.ts";
import type { Database } from "./database.ts";
import { statement, textOf, type SqlRow } from "./statement.ts";

/** Somebody of the company. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Somebody with an account, whatever its state. */
export interface AccountRecord extends PersonRecord {
  readonly state: PersonState;
}

type Reading = Pick<Database, "read">;

/** Everybody whom rows may name, by name: whoever left is among them, whoever was not let in yet is not. */
export async function readPeople(database: Reading): Promise<readonly PersonRecord[]> {
  const accounts = await readAccounts(database);
  return accounts.filter(({ state }) => state !== "waiting").map(withoutState);
}

/** Who it is, as others may know them. */
export function withoutState({ id, name, email, role }: AccountRecord): PersonRecord {
  return { id, name, email, role };
}

/** Everybody with an account, by name. */
export async function readAccounts(database: Reading): Promise<readonly AccountRecord[]> {
  const [rows = []] = await database.read([
    statement("SELECT id, name, email, role, state FROM identity_user ORDER BY name, id"),
  ]);
  return rows.map(accountOf);
}

/** A row of `identity_user` as an account. */
export function accountOf(row: SqlRow): AccountRecord {
  return {
    id: textOf(row, "id"),
    name: textOf(row, "name"),
    email: textOf(row, "email"),
    role: roleSchema.parse(row["role"]),
    state: personStateSchema.parse(row["state"]),
  };
}
