import { eventDetails, type EventDetails, type EventKind } from "../../shared/model/audited-event.ts";
import { writeWithEvent, type KeptEvent } from "../db/audit-events.ts";
import type { Database, Session } from "../db/database.ts";
import { toJson, type Statement } from "../db/statement.ts";

/** Something that the audit keeps beside the history of the rows. */
export interface AuditedEvent<K extends EventKind = EventKind> {
  readonly kind: K;
  /** The id of who did it; null where nobody signed in did, as at a failed sign-in or a command. */
  readonly by: string | null;
  /** The id of the person whom it is about, where it is about one. */
  readonly about: string | null;
  readonly at: Date;
  readonly details: EventDetails<K>;
}

/** Keeps an event, chained to all that was kept before; it is on the disk when this resolves. */
export async function recordEvent<K extends EventKind>(
  database: Pick<Database, "exclusive">,
  event: AuditedEvent<K>,
): Promise<void> {
  await database.exclusive((session) => writeRecorded(session, [], event));
}

/** Writes statements and the event that tells of them in one batch: neither is ever there without the other. */
export async function writeRecorded<K extends EventKind>(
  session: Session,
  statements: readonly Statement[],
  event: AuditedEvent<K>,
): Promise<void> {
  await writeWithEvent(session, statements, keptEvent(event));
}

/** The event as it is kept. Throws where its details are not those of its kind: no more is ever kept than was declared. */
export function keptEvent<K extends EventKind>({ kind, by, about, at, details }: AuditedEvent<K>): KeptEvent {
  const parsed = eventDetails[kind].parse(details);
  return { kind, at: at.toISOString(), by, about, details: toJson(parsed) };
}
