import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { createClient, LibsqlBatchError, type Client, type InValue, type ResultSet } from "@libsql/client";

/**
 * A libSQL server over a database file: as much of Hrana 2 over HTTP (github.com/tursodatabase/libsql, `docs/HRANA_2_SPEC.md`)
 * as the client speaks when it runs batches, each of them a transaction.
 */
export async function startLibsqlServer(file: string): Promise<{ url: string; stop(): Promise<void> }> {
  const client = createClient({ url: `file:${file}`, concurrency: 1, intMode: "bigint" });
  await client.execute("PRAGMA journal_mode = WAL");
  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader("content-type", "application/json");
    void answer(client, incoming).then((body) => outgoing.end(JSON.stringify(body)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      client.close();
    },
  };
}

type Sent =
  | { readonly type: "store_sql"; readonly sql_id: number; readonly sql: string }
  | {
      readonly type: "batch";
      readonly batch: { readonly steps: readonly { readonly stmt: SentStatement }[] };
    }
  | { readonly type: "close" };

interface SentStatement {
  readonly sql?: string;
  readonly sql_id?: number;
  readonly args?: readonly SentValue[];
}

interface SentValue {
  readonly type: "null" | "integer" | "float" | "text";
  readonly value?: string | number;
}

async function answer(client: Client, incoming: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of incoming) text += String(chunk);
  const { requests } = JSON.parse(text) as { readonly requests: readonly Sent[] };
  const texts = new Map<number, string>();
  const results: unknown[] = [];
  for (const request of requests) {
    if (request.type === "store_sql") texts.set(request.sql_id, request.sql);
    const result =
      request.type === "batch" ? { result: await runBatch(client, request.batch.steps, texts) } : {};
    results.push({ type: "ok", response: { type: request.type, ...result } });
  }
  return { baton: null, base_url: null, results };
}

/** The client's steps are BEGIN, the statements, COMMIT and, should that fail, ROLLBACK. */
async function runBatch(
  client: Client,
  steps: readonly { readonly stmt: SentStatement }[],
  texts: ReadonlyMap<number, string>,
): Promise<unknown> {
  const sqlOf = ({ sql, sql_id: id }: SentStatement) => sql ?? texts.get(id ?? -1) ?? "";
  const mode = /IMMEDIATE/.test(sqlOf(steps[0]?.stmt ?? {})) ? "write" : "read";
  const statements = steps.slice(1, -2).map(({ stmt }) => ({
    sql: sqlOf(stmt),
    args: (stmt.args ?? []).map(inValueOf),
  }));
  const nothing = steps.map(() => null);
  try {
    const done = await client.batch(statements, mode);
    return { step_results: [empty, ...done.map(resultOf), empty, null], step_errors: nothing };
  } catch (error) {
    if (!(error instanceof LibsqlBatchError)) throw error;
    const { code, message, statementIndex } = error;
    return {
      step_results: nothing.with(0, empty as never),
      step_errors: nothing.with(statementIndex + 1, { code, message } as never),
    };
  }
}

const empty = { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null };

function inValueOf({ type, value }: SentValue): InValue {
  if (value === undefined) return null;
  return type === "integer" ? BigInt(value) : value;
}

function resultOf({ columns, rows, rowsAffected }: ResultSet): unknown {
  return {
    cols: columns.map((name) => ({ name, decltype: null })),
    rows: rows.map((row) => columns.map((_, index) => valueOf(row[index]))),
    affected_row_count: rowsAffected,
    last_insert_rowid: null,
  };
}

function valueOf(value: unknown): unknown {
  if (value === null) return { type: "null" };
  if (typeof value === "bigint") return { type: "integer", value: String(value) };
  return { type: typeof value === "number" ? "float" : "text", value };
}
