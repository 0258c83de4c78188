import {
  statusAnswerSchema,
  unvoidAnswerSchema,
  voidedSchema,
  type ChangeStatus,
  type StatusAnswer,
  type Unvoid,
  type UnvoidAnswer,
  type VoidedAnswer,
} from "../../shared/contract/status.ts";
import type { ApiResult } from "./failure.ts";
import { request, type RequestDeps } from "./request.ts";

/** How rows stand, as the pane asks for it and changes it. */
export interface StatusApi {
  change(change: ChangeStatus): Promise<ApiResult<StatusAnswer>>;
  unvoid(rows: Unvoid): Promise<ApiResult<UnvoidAnswer>>;
  /** Void rows, those voided last first; `before` is the `next` of the answer before. */
  voided(sheet: string, before?: number): Promise<ApiResult<VoidedAnswer>>;
}

export function createStatusApi(deps: RequestDeps): StatusApi {
  return {
    change: (body) => request(deps, { path: "/status", body, answer: statusAnswerSchema }),
    unvoid: (body) => request(deps, { path: "/unvoid", body, answer: unvoidAnswerSchema }),
    voided: (sheet, before) =>
      request(deps, {
        path: `/voided/${sheet}`,
        ...(before === undefined ? {} : { query: { before: String(before) } }),
        answer: voidedSchema,
      }),
  };
}
