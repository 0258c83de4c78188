import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from "kysely";
import type { Database, Results } from "./database.ts";
import type { SqlRow, SqlValue, Statement } from "./statement.ts";

/**
 * A Kysely dialect for the library of accounts: it reads like everybody and writes through the one queue, each statement
 * a confirmed batch of its own. It has no transactions.
 */
export function createKyselyDialect(database: Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(database),
    createIntrospector: (kysely: Kysely<unknown>) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver(database: Database): Driver {
  const connection: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) => execute<R>(database, query),
    streamQuery: () => {
      throw new Error("accounts are never streamed");
    },
  };
  const noTransactions = async (): Promise<never> => {
    throw new Error("the library of accounts gets no transactions");
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: noTransactions,
    commitTransaction: noTransactions,
    rollbackTransaction: noTransactions,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
}

async function execute<R>(database: Database, query: CompiledQuery): Promise<QueryResult<R>> {
  const statement: Statement = { sql: query.sql, args: query.parameters.map(toSqlValue) };
  if (query.query.kind === "SelectQueryNode" || isReadOnly(query)) {
    return { rows: firstRows<R>(await database.read([statement])) };
  }
  const results = await database.exclusive((session) => session.write([statement, countChanges]));
  const changed = results[1]?.[0]?.["changed"];
  return { rows: firstRows<R>(results), numAffectedRows: BigInt(changed ?? 0) };
}

/** `RETURNING` makes libSQL report no changed rows; SQLite itself knows them. */
const countChanges: Statement = { sql: "SELECT changes() AS changed", args: [] };

function isReadOnly({ query, sql }: CompiledQuery): boolean {
  return query.kind === "RawNode" && /^\s*(select|pragma)\b/iu.test(sql);
}

/** Kysely's type of a row is what its caller claims; the columns are those of the statement. */
function firstRows<R>(results: Results): R[] {
  const rows: readonly SqlRow[] = results[0] ?? [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library's promise, not ours, is kept here
  return rows as unknown as R[];
}

function toSqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  throw new TypeError("accounts hold texts, numbers and dates only");
}
