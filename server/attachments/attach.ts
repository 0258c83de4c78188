import { randomBytes } from "node:crypto";
import { examineFile } from "../../shared/attachments/examine-file.ts";
import { fileName } from "../../shared/attachments/file-name.ts";
import { attachmentLimits, type AttachQuery } from "../../shared/contract/attachments.ts";
import {
  giveThumbnail,
  insertAttachment,
  readAttachments,
  takeAway,
  type KeptAttachment,
  type NewAttachment,
} from "../db/attachments.ts";
import type { Session } from "../db/database.ts";
import { Refusal } from "../http/refusal.ts";
import type { Service } from "../service-parts.ts";
import { rowToWrite, type RowAsked } from "./attached-rows.ts";
import { hashOf } from "./object-store.ts";

/** Pixels of the longer side of a small picture. */
const thumbnailSide = 512;

/**
 * Attaches a file to a row. The content is stored before the line that names it: an object without a line is never
 * seen. The same content once more on the same row is the one that is there.
 */
export async function attach(
  service: Service,
  asked: RowAsked,
  sent: Uint8Array,
  { name, workbook, position }: AttachQuery,
): Promise<KeptAttachment> {
  await rowToWrite(service, service.database, asked);
  const { type, file } = examined(sent);
  const keeps = position === "keep" && file.hasPosition;
  const content = keeps ? sent : file.bare();
  const hash = hashOf(content);
  // What has no room is not stored either.
  const same = await sameOrRoom(service, service.database, asked, hash);
  if (same) return same;
  await service.objects.put(hash, content, type);
  const added: NewAttachment = {
    id: randomBytes(16).toString("hex"),
    sheet: asked.sheet,
    row: asked.row,
    hash,
    type,
    bytes: content.length,
    name: fileName(name, type),
    hasPosition: keeps,
    at: service.now().toISOString(),
    by: asked.person.id,
    workbook,
  };
  return service.database.exclusive((session) => insertOnce(service, session, asked, added));
}

/** Asks again whether they may: the row may have become somebody else's while the file was stored. */
async function insertOnce(
  service: Service,
  session: Session,
  asked: RowAsked,
  added: NewAttachment,
): Promise<KeptAttachment> {
  const same = await sameOrRoom(service, session, asked, added.hash);
  if (same) return same;
  await insertAttachment(session, added);
  return { ...added, thumbnail: null, removed: null };
}

/** The shown file of the row that has a content; refuses where there is neither one nor room for it. */
async function sameOrRoom(
  service: Service,
  session: Pick<Session, "read">,
  asked: RowAsked,
  contentHash: string,
): Promise<KeptAttachment | undefined> {
  await rowToWrite(service, session, asked);
  const there = await readAttachments(session, asked.sheet, asked.row);
  const shown = there.filter(({ removed }) => removed === null);
  const same = shown.find(({ hash }) => hash === contentHash);
  const isFull = shown.length >= attachmentLimits.ofRow || there.length >= attachmentLimits.ofRowEver;
  if (!same && isFull) throw new Refusal("attachments-full");
  return same;
}

/** Gives a photo its small picture, once, by whoever attached it. */
export async function attachThumbnail(
  service: Service,
  asked: RowAsked,
  id: string,
  sent: Uint8Array,
): Promise<KeptAttachment> {
  const waits = async (session: Pick<Session, "read">): Promise<KeptAttachment> => {
    const kept = await shownFile(service, session, asked, id);
    if (kept.by !== asked.person.id) throw new Refusal("forbidden");
    return kept;
  };
  const before = await waits(service.database);
  if (before.thumbnail !== null) return before;
  const { type, file } = examined(sent);
  if (type !== "image/jpeg") throw new Refusal("attachment-type");
  if (Math.max(file.width ?? 0, file.height ?? 0) > thumbnailSide) throw new Refusal("attachment-pixels");
  const content = file.bare();
  const hash = hashOf(content);
  await service.objects.put(hash, content, type);
  return service.database.exclusive(async (session) => {
    const kept = await waits(session);
    if (kept.thumbnail !== null) return kept;
    await giveThumbnail(session, id, hash);
    return { ...kept, thumbnail: hash };
  });
}

/** Takes a file out of the row's sight, with the reason; the content stays in the store. */
export function removeAttachment(
  service: Service,
  asked: RowAsked,
  id: string,
  reason: string,
): Promise<KeptAttachment> {
  const removed = { at: service.now().toISOString(), by: asked.person.id, reason };
  return service.database.exclusive(async (session) => {
    const kept = await shownFile(service, session, asked, id);
    await takeAway(session, kept, removed);
    return { ...kept, removed };
  });
}

/** A file that the row shows, for whoever may write the row. */
async function shownFile(
  service: Service,
  session: Pick<Session, "read">,
  asked: RowAsked,
  id: string,
): Promise<KeptAttachment> {
  await rowToWrite(service, session, asked);
  const there = await readAttachments(session, asked.sheet, asked.row);
  const kept = there.find((one) => one.id === id && one.removed === null);
  if (!kept) throw new Refusal("not-found");
  return kept;
}

function examined(bytes: Uint8Array) {
  const found = examineFile(bytes);
  if (!found.ok) throw new Refusal(found.code);
  return found;
}
