import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FailureCode } from "../../shared/contract.ts";

const statuses: Readonly<Record<FailureCode, ContentfulStatusCode>> = {
  "bad-request": 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "schema-changed": 409,
  "attachment-type": 415,
  "attachment-damaged": 422,
  "attachment-pixels": 422,
  "attachment-size": 413,
  "attachments-full": 409,
  "too-large": 413,
  "too-many-requests": 429,
  internal: 500,
  busy: 503,
  unavailable: 503,
};

/** A request that is refused as a whole; thrown by routes and answered in one place. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: ContentfulStatusCode;

  constructor(
    readonly code: FailureCode,
    readonly details: {
      readonly field?: string;
      readonly retryAfter?: number;
      /** Nothing more is heard on the connection. */
      readonly closes?: true;
    } = {},
  ) {
    super(code);
    this.status = statuses[code];
  }
}

/** Everybody who is told to come back comes back: not all in the same second. */
export const busy = (): Refusal =>
  new Refusal("busy", { retryAfter: shortestWait + Math.floor(Math.random() * shortestWait) });

/** Seconds. */
const shortestWait = 3;
