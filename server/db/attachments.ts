import { z } from "zod";
import { attachmentTypes, type AttachmentType } from "../../shared/attachments/file-format.ts";
import type { KeptFile } from "../audit/attachment-content.ts";
import { writeRecorded } from "../audit/record-event.ts";
import { appendEntries, headOf, headStatement } from "./audit-chain.ts";
import { attachmentEntry } from "./audited-lines.ts";
import type { Session } from "./database.ts";
import { numberOf, statement, textOf, textOrNullOf, type SqlRow, type Statement } from "./statement.ts";

/** A line of what was attached to a row; people by their id. */
export interface KeptAttachment {
  readonly id: string;
  readonly sheet: string;
  readonly row: string;
  /** SHA-256 of the content in hexadecimal: its name in the store of objects. */
  readonly hash: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  readonly name: string;
  readonly hasPosition: boolean;
  readonly at: string;
  readonly by: string;
  readonly workbook: string;
  /** Its small picture in the store of objects. */
  readonly thumbnail: string | null;
  readonly removed: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

export type NewAttachment = Omit<KeptAttachment, "thumbnail" | "removed">;

const columns = `id, sheet, "row", hash, type, bytes, name, position, at, "by", workbook, thumbnail,
  removedAt, removedBy, removedReason`;
const typeSchema = z.enum(attachmentTypes);

/** All that was ever attached to a row, in its order. */
export async function readAttachments(
  session: Pick<Session, "read">,
  sheet: string,
  row: string,
): Promise<readonly KeptAttachment[]> {
  const [rows = []] = await session.read([
    statement(`SELECT ${columns} FROM attachments WHERE sheet = ? AND "row" = ? ORDER BY seq`, sheet, row),
  ]);
  return rows.map(attachmentOf);
}

const newestLine = statement("SELECT ifnull(max(seq), 0) AS seq FROM attachments");

/** Keeps the line of a file, and enters it in the audit. */
export async function insertAttachment(session: Session, one: NewAttachment): Promise<void> {
  const [heads, [newest] = []] = await session.read([headStatement, newestLine]);
  const { hasPosition, ...told } = one;
  const file = { ...told, seq: (newest ? numberOf(newest, "seq") : 0) + 1, position: hasPosition ? 1 : 0 };
  await session.write([insertLine(file), ...appendEntries(headOf(heads), [attachmentEntry(file)])]);
}

function insertLine(file: KeptFile): Statement {
  const { seq, id, sheet, row, hash, type, bytes, name, position, at, by, workbook } = file;
  return {
    sql: `INSERT INTO attachments (seq, id, sheet, "row", hash, type, bytes, name, position, at, "by", workbook)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [seq, id, sheet, row, hash, type, bytes, name, position, at, by, workbook],
  };
}

export async function giveThumbnail(session: Session, id: string, hash: string): Promise<void> {
  await session.write([statement("UPDATE attachments SET thumbnail = ? WHERE id = ?", hash, id)]);
}

/** Takes a file out of the row's sight; the audit says who did and why. */
export async function takeAway(
  session: Session,
  { id, sheet, row }: Pick<KeptAttachment, "id" | "sheet" | "row">,
  { at, by, reason }: NonNullable<KeptAttachment["removed"]>,
): Promise<void> {
  const removal = statement(
    "UPDATE attachments SET removedAt = ?, removedBy = ?, removedReason = ? WHERE id = ?",
    at,
    by,
    reason,
    id,
  );
  await writeRecorded(session, [removal], {
    kind: "file-removed",
    by,
    about: null,
    at: new Date(at),
    details: { sheet, row, attachment: id, reason },
  });
}

function attachmentOf(row: SqlRow): KeptAttachment {
  const removedAt = textOrNullOf(row, "removedAt");
  return {
    id: textOf(row, "id"),
    sheet: textOf(row, "sheet"),
    row: textOf(row, "row"),
    hash: textOf(row, "hash"),
    type: typeSchema.parse(textOf(row, "type")),
    bytes: numberOf(row, "bytes"),
    name: textOf(row, "name"),
    hasPosition: numberOf(row, "position") === 1,
    at: textOf(row, "at"),
    by: textOf(row, "by"),
    workbook: textOf(row, "workbook"),
    thumbnail: textOrNullOf(row, "thumbnail"),
    removed:
      removedAt === null
        ? null
        : { at: removedAt, by: textOf(row, "removedBy"), reason: textOf(row, "removedReason") },
  };
}
