import { attachmentContent, type KeptFile } from "../audit/attachment-content.ts";
import type { EntryKind, NewEntry } from "../audit/chain.ts";
import { revisionContent, type KeptRevision } from "../audit/revision-content.ts";
import { eventEntry, type KeptEvent } from "./audit-events.ts";
import type { Session } from "./database.ts";
import { numberOf, statement, textOf, textOrNullOf, type SqlRow, type Statement } from "./statement.ts";

/** Reads the lines of one kind in their order, as the entries of the audit that tell of them. */
interface Lines {
  /** Arguments: after which line, up to which, how many. */
  readonly sql: string;
  entryOf(row: SqlRow): NewEntry;
}

const linesByKind: Readonly<Record<EntryKind, Lines>> = {
  revision: {
    sql: `SELECT r.seq, r.sheet, r."row", r.version, r.at, r."by", r.workbook, r.push, r.reason, r."before", r."after",
      n.accepted, n.typed FROM revisions r LEFT JOIN revision_notes n ON n.seq = r.seq
      WHERE r.seq > ? AND r.seq <= ? ORDER BY r.seq LIMIT ?`,
    entryOf: (row) => revisionEntry(keptRevisionOf(row)),
  },
  attachment: {
    sql: `SELECT seq, id, sheet, "row", hash, type, bytes, name, position, at, "by", workbook FROM attachments
      WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    entryOf: (row) => attachmentEntry(keptFileOf(row)),
  },
  event: {
    sql: `SELECT seq, kind, at, "by", about, details FROM audit_events WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    entryOf: (row) => eventEntry(numberOf(row, "seq"), keptEventOf(row)),
  },
};

/** Lines of a kind after one of them, as they are stored. */
export function linesStatement(kind: EntryKind, after: number, upTo: number, most: number): Statement {
  return statement(linesByKind[kind].sql, after, upTo, most);
}

/** What a line of a kind says, as the audit enters it. */
export function entryOfLine(kind: EntryKind, row: SqlRow): NewEntry {
  return linesByKind[kind].entryOf(row);
}

/** Lines of a kind after one of them, as the audit enters them. */
export async function readEntries(
  session: Pick<Session, "read">,
  kind: EntryKind,
  { after, upTo, most }: { readonly after: number; readonly upTo: number; readonly most: number },
): Promise<readonly NewEntry[]> {
  const [rows = []] = await session.read([linesStatement(kind, after, upTo, most)]);
  return rows.map((row) => entryOfLine(kind, row));
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

function keptFileOf(row: SqlRow): KeptFile {
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
