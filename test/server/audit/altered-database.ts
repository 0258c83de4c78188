import { createClient, type Transaction } from "@libsql/client";
import { join } from "node:path";
import { z } from "zod";
import type { Finding } from "../../../server/audit/finding.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import type { Session } from "../../../server/db/database.ts";
import type { SqlRow, SqlValue } from "../../../server/db/statement.ts";

export type Reader = Pick<Session, "read">;

/** The database of a stopped company under the hands of somebody who asks no trigger. */
export async function openAltered(folder: string) {
  const client = createClient({
    url: `file:${join(folder, "ventas.db")}`,
    concurrency: 1,
    intMode: "number",
  });
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'");
  for (const { name } of rows) await client.execute(`DROP TRIGGER "${z.string().parse(name)}"`);

  /** Does something to the database, after which everything is put back. */
  async function trying<T>(work: (one: Transaction, reader: Reader) => Promise<T>): Promise<T> {
    const transaction = await client.transaction("write");
    try {
      await transaction.execute("PRAGMA ignore_check_constraints = ON");
      return await work(transaction, readerOf(transaction));
    } finally {
      await transaction.rollback();
    }
  }

  /** What the check finds after some alterations. */
  const findingAfter = (...alterations: readonly string[]): Promise<Finding | undefined> =>
    trying(async (one, reader) => {
      for (const sql of alterations) await one.execute(sql);
      const verdict = await verifyAudit(reader);
      return verdict.ok ? undefined : verdict.finding;
    });

  return { client, trying, findingAfter };
}

function readerOf(one: Transaction): Reader {
  return {
    async read(statements) {
      const results: (readonly SqlRow[])[] = [];
      for (const { sql, args } of statements) {
        const { columns, rows } = await one.execute({ sql, args: [...args] });
        results.push(
          rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] as SqlValue]))),
        );
      }
      return results;
    },
  };
}
