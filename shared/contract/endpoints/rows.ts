import {
  pullAnswerSchema,
  pullSchema,
  pushAnswerSchema,
  pushSchema,
  voidAnswerSchema,
  voidSchema,
} from "../../contract.ts";
import {
  attachmentSchema,
  attachmentsSchema,
  attachQuerySchema,
  removeAttachmentSchema,
} from "../attachments.ts";
import { historyQuerySchema, historySchema } from "../history.ts";
import { knownRowsAnswerSchema, knownRowsSchema } from "../learned.ts";
import { leaseAnswerSchema, leaseSchema } from "../lease.ts";
import { liveQuerySchema } from "../live.ts";
import { peersAnswerSchema, peersQuerySchema } from "../peers.ts";
import { seenAnswerSchema, seenSchema } from "../seen.ts";
import {
  changeStatusSchema,
  statusAnswerSchema,
  unvoidAnswerSchema,
  unvoidSchema,
  voidedQuerySchema,
  voidedSchema,
} from "../status.ts";
import { pushesSchema, undoAnswerSchema, undoPreviewSchema, undoSchema } from "../undo.ts";
import { cheap, costly, get, post, type Endpoint } from "./endpoint.ts";

/** Rows between workbooks and service. */
const travelling: readonly Endpoint[] = [
  post("/push", pushSchema, pushAnswerSchema),
  post("/pull", pullSchema, pullAnswerSchema),
  get("/live", "stream", liveQuerySchema),
  cheap(post("/lease", leaseSchema, leaseAnswerSchema)),
  post("/known-rows", knownRowsSchema, knownRowsAnswerSchema),
  post("/seen", seenSchema, seenAnswerSchema),
  costly(get("/peers/:sheet", peersAnswerSchema, peersQuerySchema)),
];

/** What is done about rows that are there. */
const standing: readonly Endpoint[] = [
  post("/void", voidSchema, voidAnswerSchema),
  post("/unvoid", unvoidSchema, unvoidAnswerSchema),
  get("/voided/:sheet", voidedSchema, voidedQuerySchema),
  post("/status", changeStatusSchema, statusAnswerSchema),
  get("/history/:sheet/:id", historySchema, historyQuerySchema),
  get("/pushes", pushesSchema),
  costly(get("/pushes/:act", undoPreviewSchema)),
  post("/undo", undoSchema, undoAnswerSchema),
];

const attachments: readonly Endpoint[] = [
  costly(get("/attachments/:sheet/:row", attachmentsSchema)),
  post("/attachments/:sheet/:row", "bytes", attachmentSchema, attachQuerySchema),
  costly(get("/attachments/:sheet/:row/:id", "bytes")),
  costly(get("/attachments/:sheet/:row/:id/thumbnail", "bytes")),
  post("/attachments/:sheet/:row/:id/thumbnail", "bytes", attachmentSchema),
  post("/attachments/:sheet/:row/:id/remove", removeAttachmentSchema, attachmentSchema),
];

export const rowEndpoints: readonly Endpoint[] = [...travelling, ...standing, ...attachments];
