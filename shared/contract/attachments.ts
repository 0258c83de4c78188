import * as z from "zod";
import { attachmentTypes } from "../attachments/file-format.ts";
import { id, moment, reason } from "./fields.ts";

export const attachmentLimits = {
  /** Bytes of one photo or document, and of its small picture. */
  bytes: 10_485_760,
  thumbnailBytes: 65_536,
  /** Photos and documents that a row shows at once, and that were ever attached to it. */
  ofRow: 20,
  ofRowEver: 60,
} as const;

/** A photo or document of a row. The content of a removed one is given to nobody, and kept. */
export const attachmentSchema = z.object({
  id,
  name: z.string(),
  type: z.enum(attachmentTypes),
  bytes: z.number().int(),
  /** Whether the file says where it was taken, by consent. */
  hasPosition: z.boolean(),
  hasThumbnail: z.boolean(),
  /** The name of who attached it. */
  by: z.string(),
  at: moment,
  workbook: z.string(),
  removed: z.object({ by: z.string(), at: moment, reason: z.string() }).nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** `GET /attachments/:sheet/:row`: in the order in which they were attached. */
export const attachmentsSchema = z.object({
  attachments: z.array(attachmentSchema),
  canAttach: z.boolean(),
});
export type Attachments = z.infer<typeof attachmentsSchema>;

/** Query of `POST /attachments/:sheet/:row`, whose body is the file. Without `position=keep` what says where is removed. */
export const attachQuerySchema = z.strictObject({
  name: z.string().min(1).max(160),
  workbook: z.string().max(120),
  position: z.literal("keep").optional(),
});
export type AttachQuery = z.infer<typeof attachQuerySchema>;

/** `POST /attachments/:sheet/:row/:id/remove`. */
export const removeAttachmentSchema = z.strictObject({ reason });
