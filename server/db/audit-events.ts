import type { NewEntry } from "../audit/chain.ts";
import type { Session } from "./database.ts";
import { appendEntries, headOf, headStatement } from "./audit-chain.ts";
import { numberOf, statement, toJson, type SqlValue, type Statement } from "./statement.ts";

/** An event as it is kept. */
export interface KeptEvent {
  readonly kind: string;
  readonly at: string;
  /** The id of who did it; null where nobody signed in did. */
  readonly by: string | null;
  /** The id of the person whom it is about. */
  readonly about: string | null;
  /** JSON. */
  readonly details: string;
}

export const newestEvent = statement("SELECT ifnull(max(seq), 0) AS seq FROM audit_events");

/** Writes statements and the event that tells of them, all or nothing. */
export async function writeWithEvent(
  session: Session,
  statements: readonly Statement[],
  event: KeptEvent,
): Promise<void> {
  const [heads, [newest] = []] = await session.read([headStatement, newestEvent]);
  const seq = (newest ? numberOf(newest, "seq") : 0) + 1;
  await session.write([
    ...statements,
    insertEvent(seq, event),
    ...appendEntries(headOf(heads), [eventEntry(seq, event)]),
  ]);
}

export function insertEvent(seq: number, { kind, at, by, about, details }: KeptEvent): Statement {
  return statement(
    'INSERT INTO audit_events (seq, kind, at, "by", about, details) VALUES (?, ?, ?, ?, ?, ?)',
    ...([seq, kind, at, by, about, details] satisfies SqlValue[]),
  );
}

export function eventEntry(seq: number, { kind, at, by, about, details }: KeptEvent): NewEntry {
  return { kind: "event", ref: seq, content: toJson([seq, kind, at, by, about, details]) };
}
