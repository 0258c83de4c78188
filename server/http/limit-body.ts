import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import { limits, type FailureCode } from "../../shared/contract.ts";
import { Refusal } from "./refusal.ts";
import type { RouteEnvironment } from "./route-environment.ts";

/** Refuses a body of more bytes, before it is read as far as its length is told. */
export function limitBody(
  maxSize: number,
  code: FailureCode = "too-large",
): MiddlewareHandler<RouteEnvironment> {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal(code);
    },
  });
}

/** The limit of every body but those of the paths that have one of their own, behind the question who asks. */
export const limitOrdinaryBody = limitBody(limits.bodyBytes);

/** What a middleware does, on all paths but those that begin like one of these. */
export function exceptOn(
  but: readonly string[],
  middleware: MiddlewareHandler<RouteEnvironment>,
): MiddlewareHandler<RouteEnvironment> {
  return (c, next) => (but.some((path) => c.req.path.startsWith(path)) ? next() : middleware(c, next));
}
