import type { Role } from "../../shared/model/role.ts";
import type { Database } from "./database.ts";
import { statement, textOf, textOrNullOf, type SqlRow, type Statement } from "./statement.ts";

/** Whom the company's directory names, by directory and object: e-mail addresses change hands and are never asked. */
export const entraTables: readonly Statement[] = [
  statement(`CREATE TABLE IF NOT EXISTS entra_people (
    tenant TEXT NOT NULL,
    object TEXT NOT NULL,
    person TEXT UNIQUE,
    account TEXT NOT NULL,
    at TEXT NOT NULL,
    refused_at TEXT,
    PRIMARY KEY (tenant, object)
  ) STRICT`),
];

/** One account of the directory. */
export interface EntraRecord {
  readonly tenant: string;
  readonly object: string;
  /** The id of the person of the company that it opens; null once the request was refused. */
  readonly person: string | null;
  /** The address that the directory showed last, for people to read. */
  readonly account: string;
  /** When it was first seen. */
  readonly at: string;
  readonly refusedAt: string | null;
}

export type EntraKey = Pick<EntraRecord, "tenant" | "object">;

const columns = "tenant, object, person, account, at, refused_at";

export async function findEntraRecord(
  database: Pick<Database, "read">,
  { tenant, object }: EntraKey,
): Promise<EntraRecord | undefined> {
  const [rows = []] = await database.read([
    statement(`SELECT ${columns} FROM entra_people WHERE tenant = ? AND object = ?`, tenant, object),
  ]);
  return rows[0] && recordOf(rows[0]);
}

/** Every account of the directory that was ever seen, the oldest first. */
export async function readEntraRecords(database: Pick<Database, "read">): Promise<readonly EntraRecord[]> {
  const [rows = []] = await database.read([
    statement(`SELECT ${columns} FROM entra_people ORDER BY at, tenant, object`),
  ]);
  return rows.map(recordOf);
}

/** Notes an account that was seen for the first time, and who waits behind it. */
export function addEntraRecord({
  tenant,
  object,
  person,
  account,
  at,
}: Omit<EntraRecord, "refusedAt">): Statement {
  return statement(
    `INSERT INTO entra_people (tenant, object, person, account, at) VALUES (?, ?, ?, ?, ?)`,
    tenant,
    object,
    person,
    account,
    at,
  );
}

/** The directory shows another address for somebody than before. */
export function renameEntraAccount({ tenant, object }: EntraKey, account: string): Statement {
  return statement(
    "UPDATE entra_people SET account = ? WHERE tenant = ? AND object = ?",
    account,
    tenant,
    object,
  );
}

export function letIn(person: string, role: Role): readonly Statement[] {
  return [statement("UPDATE identity_user SET state = 'active', role = ? WHERE id = ?", role, person)];
}

/** Nothing stays of who waited but that their account was refused. */
export function turnAway(person: string, at: string): readonly Statement[] {
  return [
    statement("UPDATE entra_people SET person = NULL, refused_at = ? WHERE person = ?", at, person),
    statement("DELETE FROM identity_user WHERE id = ? AND state = 'waiting'", person),
  ];
}

/** The account of who waits opens a person that the company has already; who waited is no longer there. */
export function bindTo(waiting: string, person: string): readonly Statement[] {
  return [
    statement("UPDATE entra_people SET person = ? WHERE person = ?", person, waiting),
    statement("DELETE FROM identity_user WHERE id = ? AND state = 'waiting'", waiting),
    statement("UPDATE identity_user SET state = 'active' WHERE id = ? AND state = 'invited'", person),
  ];
}

/** Whoever was refused may ask again. */
export function forgetRefusal({ tenant, object }: EntraKey): Statement {
  return statement(
    "DELETE FROM entra_people WHERE tenant = ? AND object = ? AND person IS NULL",
    tenant,
    object,
  );
}

function recordOf(row: SqlRow): EntraRecord {
  return {
    tenant: textOf(row, "tenant"),
    object: textOf(row, "object"),
    person: textOrNullOf(row, "person"),
    account: textOf(row, "account"),
    at: textOf(row, "at"),
    refusedAt: textOrNullOf(row, "refused_at"),
  };
}
