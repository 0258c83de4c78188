import type { Failure } from "../../shared/contract.ts";
import { DatabaseBusy, DatabaseUnavailable } from "../db/failures.ts";
import { MailUnavailable } from "../identity/mail.ts";
import { ObjectsUnavailable } from "../attachments/object-store.ts";
import { busy, Refusal } from "./refusal.ts";
import type { RouteContext } from "./route-environment.ts";

/** The answer to a request that failed as a whole. What was not foreseen is logged and told as `internal`. */
export function answerError(error: Error, c: RouteContext): Response {
  const { log, database } = c.get("service");
  const refusal = refusalOf(error, database.accepting);
  const requestId = c.get("requestId");
  if (refusal.status >= 500 && refusal.code !== "busy")
    log.error({ requestId, err: error }, "request failed");
  const { field, retryAfter, closes } = refusal.details;
  if (retryAfter !== undefined) c.header("retry-after", String(retryAfter));
  if (closes) c.header("connection", "close");
  const failure: Failure = { code: refusal.code, requestId, ...(field === undefined ? {} : { field }) };
  return c.json(failure, refusal.status);
}

/** Once the database accepts nothing, that is why whatever failed did, however deep below. */
function refusalOf(error: Error, accepting: boolean): Refusal {
  if (error instanceof Refusal) return error;
  if (accepting && isCausedBy(error, (one) => one instanceof DatabaseBusy)) return busy();
  return new Refusal(!accepting || isCausedBy(error, isUnavailable) ? "unavailable" : "internal");
}

const isUnavailable = (error: unknown) =>
  error instanceof DatabaseUnavailable ||
  error instanceof ObjectsUnavailable ||
  error instanceof MailUnavailable;

/** Whether the error, or whatever caused it however deep below, is such a one. */
function isCausedBy(error: unknown, isSuch: (one: unknown) => boolean): boolean {
  if (isSuch(error)) return true;
  return error instanceof Error && error.cause !== undefined && isCausedBy(error.cause, isSuch);
}
