import { createClient, type Client, type InValue, type ResultSet } from "@libsql/client";
import type { Results } from "./database.ts";
import type { SqlRow, SqlValue, Statement } from "./statement.ts";

/** One connection to the database. Errors are libSQL's own. */
export interface Connection {
  read(statements: readonly Statement[]): Promise<Results>;
  write(statements: readonly Statement[]): Promise<Results>;
  /** How often to look for a commit before giving it up; replicas of a remote database lag a little. */
  readonly patience: number;
  /** `orderly`: what is still in the journal goes into the file first, so that the file alone is a whole copy. */
  close(orderly: boolean): Promise<void>;
}

/** How long SQLite waits for somebody else's lock, in milliseconds; it waits synchronously. */
const lockTimeout = 5_000;

/** A connection to a file, with its own pragmas. */
export async function connectToFile(
  file: string,
  use: "reading" | "writing",
  timeout = lockTimeout,
): Promise<Connection> {
  const client = createClient({ url: fileUrl(file), concurrency: 1, timeout, intMode: "number" });
  const pragmas =
    use === "writing"
      ? [
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA foreign_keys = ON",
          "PRAGMA secure_delete = ON",
        ]
      : ["PRAGMA query_only = ON"];
  for (const pragma of pragmas) await client.execute(pragma);
  const connection = connectionOf(client, 1);
  if (use === "reading") return connection;
  return {
    ...connection,
    async close(orderly) {
      if (orderly) await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      client.close();
    },
  };
}

/**
 * Writes a whole and consistent copy of a file that others may be using, with `mark` done to it. Where the copy cannot
 * be finished, what there is of it stays behind.
 */
export async function copyFile(file: string, copy: string, mark: Statement): Promise<void> {
  const source = createClient({ url: fileUrl(file), concurrency: 1, timeout: lockTimeout });
  try {
    await source.execute({ sql: "VACUUM INTO ?", args: [copy] });
  } finally {
    source.close();
  }
  const made = createClient({ url: fileUrl(copy), concurrency: 1, timeout: lockTimeout });
  try {
    await made.execute(toLibsql(mark));
  } finally {
    made.close();
  }
}

/** A connection to a libSQL server (`libsql:`, `https:`, `http:`, `wss:`, `ws:`). */
export function connectToServer(url: string, authToken: string | undefined): Connection {
  const client = createClient({
    url,
    concurrency: 1,
    intMode: "number",
    ...(authToken ? { authToken } : {}),
  });
  return connectionOf(client, 40);
}

function connectionOf(client: Client, patience: number): Connection {
  const run = async (statements: readonly Statement[], mode: "read" | "write") =>
    (await client.batch(statements.map(toLibsql), mode)).map(rowsOf);
  return {
    read: (statements) => run(statements, "read"),
    write: (statements) => run(statements, "write"),
    patience,
    close: async () => client.close(),
  };
}

function toLibsql({ sql, args }: Statement): { sql: string; args: InValue[] } {
  return { sql, args: [...args] };
}

function rowsOf({ columns, rows }: ResultSet): readonly SqlRow[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, sqlValueOf(row[index])])),
  );
}

function sqlValueOf(value: unknown): SqlValue {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  throw new TypeError("the database gave a value of a type that no statement of ours asks for");
}

/** `file:` and the path, with the characters that a URL would read otherwise written as escapes. */
function fileUrl(file: string): string {
  return `file:${encodeURI(file.replaceAll("\\", "/")).replaceAll("?", "%3F").replaceAll("#", "%23")}`;
}
