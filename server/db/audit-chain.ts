import { chainEntries, noHead, type ChainHead, type NewEntry } from "../audit/chain.ts";
import type { Session } from "./database.ts";
import { numberOf, statement, textOf, toJson, type SqlRow, type Statement } from "./statement.ts";

export const headStatement = statement("SELECT n, hash FROM audit_chain ORDER BY n DESC LIMIT 1");

export function headOf(rows: readonly SqlRow[] = []): ChainHead {
  const [row] = rows;
  return row ? { n: numberOf(row, "n"), hash: textOf(row, "hash") } : noHead;
}

/** The newest entry of the audit. */
export async function readHead(session: Pick<Session, "read">): Promise<ChainHead> {
  const [rows] = await session.read([headStatement]);
  return headOf(rows);
}

/**
 * Enters what is written in the same batch. Whoever wrote since the head was read makes the batch fail, by the primary
 * key of the chain.
 */
export function appendEntries(head: ChainHead, entries: readonly NewEntry[]): readonly Statement[] {
  if (entries.length === 0) return [];
  const lines = chainEntries(head, entries).map(({ n, kind, ref, salt, hash }) => [n, kind, ref, salt, hash]);
  return [
    statement(
      `INSERT INTO audit_chain (n, kind, ref, salt, hash)
       SELECT j.value->>'$[0]', j.value->>'$[1]', j.value->>'$[2]', j.value->>'$[3]', j.value->>'$[4]'
       FROM json_each(?) j`,
      toJson(lines),
    ),
  ];
}
