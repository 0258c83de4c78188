import type { EntryKind } from "../audit/chain.ts";
import { keptEvent } from "../audit/record-event.ts";
import { eventDetails } from "../../shared/model/audited-event.ts";
import { appendEntries, headOf, headStatement, readHead } from "./audit-chain.ts";
import { eventEntry, insertEvent, type KeptEvent } from "./audit-events.ts";
import { readEntries } from "./audited-lines.ts";
import type { Session } from "./database.ts";
import { numberOf, statement, textOf } from "./statement.ts";

/** In `meta` once all that was there before the audit is in it. */
const begunKey = "auditBegun";
const linesAtOnce = 5_000;

/**
 * Begins the audit of a database, once: the first event says how much was there already, which is chained after it as
 * it stands. Goes on where it was interrupted; a line that came later without an entry is never given one.
 */
export async function beginAudit(session: Session, now: () => Date): Promise<void> {
  const [begun = []] = await session.read([statement("SELECT 1 AS begun FROM meta WHERE key = ?", begunKey)]);
  if (begun.length > 0) return;
  if ((await readHead(session)).n === 0) await enterOlderEvents(session, now());
  const { revisions, attachments } = await readBeginning(session);
  await enterOlderLines(session, "revision", revisions);
  await enterOlderLines(session, "attachment", attachments);
  await session.write([statement("INSERT INTO meta (key, value) VALUES (?, 1)", begunKey)]);
}

const newestLines = statement(
  `SELECT (SELECT ifnull(max(seq), 0) FROM revisions) AS revisions,
    (SELECT ifnull(max(seq), 0) FROM attachments) AS attachments`,
);
const olderSettings = statement('SELECT id, version, value, at, "by", reason FROM settings ORDER BY seq');
const olderRemovals = statement(
  `SELECT id, sheet, "row", removedAt, removedBy, removedReason FROM attachments
   WHERE removedAt IS NOT NULL ORDER BY removedAt, seq`,
);

async function enterOlderEvents(session: Session, at: Date): Promise<void> {
  const [[newest] = [], settings = [], removals = []] = await session.read([
    newestLines,
    olderSettings,
    olderRemovals,
  ]);
  if (!newest) throw new Error("a select of figures gave no row");
  const details = { revisions: numberOf(newest, "revisions"), attachments: numberOf(newest, "attachments") };
  const events: readonly KeptEvent[] = [
    keptEvent({ kind: "audit-began", by: null, about: null, at, details }),
    ...settings.map((row) =>
      keptEvent({
        kind: "setting-changed",
        by: textOf(row, "by"),
        about: null,
        at: new Date(textOf(row, "at")),
        details: {
          setting: textOf(row, "id"),
          version: numberOf(row, "version"),
          value: numberOf(row, "value"),
          reason: textOf(row, "reason"),
        },
      }),
    ),
    ...removals.map((row) =>
      keptEvent({
        kind: "file-removed",
        by: textOf(row, "removedBy"),
        about: null,
        at: new Date(textOf(row, "removedAt")),
        details: {
          sheet: textOf(row, "sheet"),
          row: textOf(row, "row"),
          attachment: textOf(row, "id"),
          reason: textOf(row, "removedReason"),
        },
      }),
    ),
  ];
  const [heads] = await session.read([headStatement]);
  await session.write([
    ...events.map((event, index) => insertEvent(index + 1, event)),
    ...appendEntries(
      headOf(heads),
      events.map((event, index) => eventEntry(index + 1, event)),
    ),
  ]);
}

async function readBeginning(session: Session) {
  const [[first] = []] = await session.read([
    statement("SELECT details FROM audit_events WHERE seq = 1 AND kind = 'audit-began'"),
  ]);
  if (!first) throw new Error("the audit has no beginning");
  return eventDetails["audit-began"].parse(JSON.parse(textOf(first, "details")));
}

async function enterOlderLines(session: Session, kind: EntryKind, upTo: number): Promise<void> {
  const [[last] = []] = await session.read([
    statement("SELECT ifnull(max(ref), 0) AS ref FROM audit_chain WHERE kind = ?", kind),
  ]);
  let after = last ? numberOf(last, "ref") : 0;
  while (after < upTo) {
    const entries = await readEntries(session, kind, { after, upTo, most: linesAtOnce });
    if (entries.length === 0) return;
    await session.write([...appendEntries(await readHead(session), entries)]);
    after = entries.at(-1)?.ref ?? upTo;
  }
}
