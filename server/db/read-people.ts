import { roleSchema, type Role } from "../../shared/model/role.ts";
import type { Database } from "./database.ts";
import { statement, textOf } from "./statement.ts";

/** Somebody with an account. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Everybody with an account, by name. */
export async function readPeople(database: Pick<Database, "read">): Promise<readonly PersonRecord[]> {
  const [rows = []] = await database.read([
    statement("SELECT id, name, email, role FROM identity_user ORDER BY name, id"),
  ]);
  return rows.map((row) => ({
    id: textOf(row, "id"),
    name: textOf(row, "name"),
    email: textOf(row, "email"),
    role: roleSchema.parse(row["role"]),
  }));
}
