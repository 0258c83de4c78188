import { attachmentContent, type KeptFile } from "../audit/attachment-content.ts";
import type { EntryKind, NewEntry } from "../audit/chain.ts";
import { revisionContent, type KeptRevision } from "../audit/revision-content.ts";
import { eventEntry, type KeptEvent } from "./audit-events.ts";
import type { Session } from "./database.ts";
import { numberOf, statement, textOf, textOrNullOf, type SqlRow, type Statement } from "./statement.ts";

/** How the lines of one kind are read, and what the audit enters of each. */
interface Lines {
  /** The columns and tables, with the lines as `l`. */
  readonly sql: string;
  entryOf(row: SqlRow): NewEntry;
}

const linesByKind: Readonly<Record<EntryKind, Lines>> = {
  revision: {
    sql: `l.seq, l.sheet, l."row", l.version, l.at, l."by", l.workbook, l.push, l.reason, l."before", l."after",
      n.accepted, n.typed FROM revisions l LEFT JOIN revision_notes n ON n.seq = l.seq`,
    entryOf: (row) => revisionEntry(keptRevisionOf(row)),
  },
  attachment: {
    sql: `l.seq, l.id, l.sheet, l."row", l.hash, l.type, l.bytes, l.name, l.position, l.at, l."by", l.workbook
      FROM attachments l`,
    entryOf: (row) => attachmentEntry(keptFileOf(row)),
  },
  event: {
    sql: 'l.seq, l.kind, l.at, l."by", l.about, l.details FROM audit_events l',
    entryOf: (row) => eventEntry(numberOf(row, "seq"), keptEventOf(row)),
  },
};

/** Lines of a kind after one of them, as the audit enters them. */
export async function readEntries(
  session: Pick<Session, "read">,
  kind: EntryKind,
  { after, upTo, most }: { readonly after: number; readonly upTo: number; readonly most: number },
): Promise<readonly NewEntry[]> {
  const { sql, entryOf } = linesByKind[kind];
  const [rows = []] = await session.read([
    statement(`SELECT ${sql} WHERE l.seq > ? AND l.seq <= ? ORDER BY l.seq LIMIT ?`, after, upTo, most),
  ]);
  return rows.map(entryOf);
}

/** The lines that the entries of a kind between two places of the chain tell of; `n` is the place. */
export function enteredLines(kind: EntryKind, after: number, upTo: number): Statement {
  return statement(
    `SELECT c.n, ${linesByKind[kind].sql.replace(" FROM ", " FROM audit_chain c CROSS JOIN ")}
     WHERE c.n > ? AND c.n <= ? AND c.kind = ? AND l.seq = c.ref`,
    after,
    upTo,
    kind,
  );
}

/** What a line of a kind says, as the audit enters it. */
export function entryOfLine(kind: EntryKind, row: SqlRow): NewEntry {
  return linesByKind[kind].entryOf(row);
}

export function revisionEntry(revision: KeptRevision): NewEntry {
  return { kind: "revision", ref: revision.seq, content: revisionContent(revision) };
}

export function attachmentEntry(file: KeptFile): NewEntry {
  return { kind: "attachment", ref: file.seq, content: attachmentContent(file) };
}

export function keptRevisionOf(row: SqlRow): KeptRevision {
  return {
    seq: numberOf(row, "seq"),
    sheet: textOf(row, "sheet"),
    row: textOf(row, "row"),
    version: numberOf(row, "version"),
    at: textOf(row, "at"),
    by: textOf(row, "by"),
    workbook: textOf(row, "workbook"),
    push: textOrNullOf(row, "push"),
    reason: textOrNullOf(row, "reason"),
    before: textOf(row, "before"),
    after: textOf(row, "after"),
    accepted: textOrNullOf(row, "accepted"),
    typed: textOrNullOf(row, "typed"),
  };
}

export function keptFileOf(row: SqlRow): KeptFile {
  return {
    seq: numberOf(row, "seq"),
    id: textOf(row, "id"),
    sheet: textOf(row, "sheet"),
    row: textOf(row, "row"),
    hash: textOf(row, "hash"),
    type: textOf(row, "type"),
    bytes: numberOf(row, "bytes"),
    name: textOf(row, "name"),
    position: numberOf(row, "position"),
    at: textOf(row, "at"),
    by: textOf(row, "by"),
    workbook: textOf(row, "workbook"),
  };
}

export function keptEventOf(row: SqlRow): KeptEvent {
  return {
    kind: textOf(row, "kind"),
    at: textOf(row, "at"),
    by: textOrNullOf(row, "by"),
    about: textOrNullOf(row, "about"),
    details: textOf(row, "details"),
  };
}
