import { Hono } from "hono";
import { limits, pushSchema } from "../../shared/contract.ts";
import {
  attachmentLimits,
  attachQuerySchema,
  removeAttachmentSchema,
  type Attachment,
  type Attachments,
} from "../../shared/contract/attachments.ts";
import type { Directory } from "../../shared/model/directory.ts";
import { attach, attachThumbnail, removeAttachment } from "../attachments/attach.ts";
import { rowToRead, type RowAsked } from "../attachments/attached-rows.ts";
import { contentOf } from "../attachments/content.ts";
import { readAttachments, type KeptAttachment } from "../db/attachments.ts";
import { limitBody } from "../http/limit-body.ts";
import { askWhoAgain } from "../http/middleware.ts";
import { parseBody, parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteContext, RouteEnvironment } from "../http/route-environment.ts";
import { judgingContext } from "../judging-context.ts";

const idSchema = pushSchema.shape.rows.element.shape.id;

/** `/attachments/:sheet/:row`: photos and documents of a row; whoever may read the row sees them, whoever may write it attaches. */
export const attachmentRoutes = new Hono<RouteEnvironment>()
  .get("/:sheet/:row", async (c) => {
    const [asked, service] = [rowAsked(c), c.get("service")];
    const { mayWrite } = await rowToRead(service, service.database, asked);
    const kept = await readAttachments(service.database, asked.sheet, asked.row);
    const { people } = await judgingContext(service, service.now());
    const attachments = kept.map((one) => told(one, people));
    return c.json({ attachments, canAttach: mayWrite } satisfies Attachments);
  })
  .post("/:sheet/:row", limitBody(attachmentLimits.bytes, "attachment-size"), async (c) => {
    const query = parseQuery(c, attachQuerySchema);
    return answer(c, await attach(c.get("service"), rowAsked(c), await bytesOf(c), query));
  })
  .get("/:sheet/:row/:id", async (c) => {
    const kept = await attachmentAsked(c);
    return give(c, kept, kept.hash);
  })
  .get("/:sheet/:row/:id/thumbnail", async (c) => {
    const kept = await attachmentAsked(c);
    if (kept.thumbnail === null) throw new Refusal("not-found");
    return give(c, { ...kept, type: "image/jpeg" }, kept.thumbnail);
  })
  .post(
    "/:sheet/:row/:id/thumbnail",
    limitBody(attachmentLimits.thumbnailBytes, "attachment-size"),
    async (c) =>
      answer(c, await attachThumbnail(c.get("service"), rowAsked(c), idAsked(c), await bytesOf(c))),
  )
  .post("/:sheet/:row/:id/remove", limitBody(limits.bodyBytes), async (c) => {
    const { reason } = await parseBody(c, removeAttachmentSchema);
    return answer(c, await removeAttachment(c.get("service"), rowAsked(c), idAsked(c), reason));
  });

function rowAsked(c: RouteContext): RowAsked {
  const { sheet = "", row } = c.req.param();
  const parsed = idSchema.safeParse(row);
  if (!parsed.success) throw new Refusal("bad-request", { field: "row" });
  return { sheet, row: parsed.data, person: c.get("caller").person };
}

function idAsked(c: RouteContext): string {
  const parsed = idSchema.safeParse(c.req.param("id"));
  if (!parsed.success) throw new Refusal("bad-request", { field: "id" });
  return parsed.data;
}

/** The file that is asked for, as long as it is not taken away, for whoever may read its row. */
async function attachmentAsked(c: RouteContext): Promise<KeptAttachment> {
  const [asked, service, id] = [rowAsked(c), c.get("service"), idAsked(c)];
  await rowToRead(service, service.database, asked);
  const kept = await readAttachments(service.database, asked.sheet, asked.row);
  const found = kept.find((one) => one.id === id && one.removed === null);
  if (!found) throw new Refusal("not-found");
  return found;
}

/** The bytes as a file to save; a browser that is led here shows and runs nothing of it. */
async function give(c: RouteContext, { name, type }: KeptAttachment, hash: string): Promise<Response> {
  const content = await contentOf(c.get("service").objects, hash);
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return c.body(content, 200, {
    "content-type": type,
    "content-disposition": `attachment; filename*=UTF-8''${encoded}`,
  });
}

async function answer(c: RouteContext, kept: KeptAttachment): Promise<Response> {
  const service = c.get("service");
  const { people } = await judgingContext(service, service.now());
  return c.json(told(kept, people));
}

function told(one: KeptAttachment, people: Directory): Attachment {
  const { id, name, type, bytes, hasPosition, at, by, workbook, thumbnail, removed } = one;
  return {
    id,
    name,
    type,
    bytes,
    hasPosition,
    at,
    workbook,
    hasThumbnail: thumbnail !== null,
    by: people.nameOf(by),
    removed: removed && { ...removed, by: people.nameOf(removed.by) },
  };
}

/** The file that was sent, as long as whoever sent it is still who they were when they began. */
async function bytesOf(c: RouteContext): Promise<Uint8Array> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  await askWhoAgain(c);
  return bytes;
}
