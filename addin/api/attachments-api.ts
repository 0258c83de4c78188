import {
  attachmentSchema,
  attachmentsSchema,
  type Attachment,
  type Attachments,
  type AttachQuery,
} from "../../shared/contract/attachments.ts";
import type { ApiResult } from "./failure.ts";
import { request, requestBytes, type RequestDeps } from "./request.ts";

/** The row of a record that files are attached to. */
export interface AttachmentsOf {
  readonly sheet: string;
  readonly rowId: string;
}

/** What the service keeps beside rows: photos and documents. */
export interface AttachmentsApi {
  list(of: AttachmentsOf): Promise<ApiResult<Attachments>>;
  send(of: AttachmentsOf, file: Uint8Array<ArrayBuffer>, query: AttachQuery): Promise<ApiResult<Attachment>>;
  sendThumbnail(
    of: AttachmentsOf,
    id: string,
    picture: Uint8Array<ArrayBuffer>,
  ): Promise<ApiResult<Attachment>>;
  content(of: AttachmentsOf, id: string): Promise<ApiResult<Blob>>;
  thumbnail(of: AttachmentsOf, id: string): Promise<ApiResult<Blob>>;
  remove(of: AttachmentsOf, id: string, reason: string): Promise<ApiResult<Attachment>>;
}

/** Milliseconds for 10 MB over a telephone's line. */
const patience = 300_000;

export function createAttachmentsApi(deps: RequestDeps): AttachmentsApi {
  const pathOf = ({ sheet, rowId }: AttachmentsOf, ...more: readonly string[]) =>
    ["/attachments", sheet, rowId, ...more].join("/");
  const slowly = { ...deps, timeout: Math.max(deps.timeout, patience) };
  const answer = attachmentSchema;
  return {
    list: (of) => request(deps, { path: pathOf(of), answer: attachmentsSchema }),
    send: (of, file, { name, workbook, position }) =>
      request(slowly, {
        path: pathOf(of),
        query: { name, workbook, ...(position ? { position } : {}) },
        body: file,
        answer,
      }),
    sendThumbnail: (of, id, picture) =>
      request(deps, { path: pathOf(of, id, "thumbnail"), body: picture, answer }),
    content: (of, id) => requestBytes(slowly, { path: pathOf(of, id) }),
    thumbnail: (of, id) => requestBytes(deps, { path: pathOf(of, id, "thumbnail") }),
    remove: (of, id, reason) => request(deps, { path: pathOf(of, id, "remove"), body: { reason }, answer }),
  };
}
