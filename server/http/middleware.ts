import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { RateLimit } from "./rate-limit.ts";
import { Refusal } from "./refusal.ts";
import type { RouteContext, RouteEnvironment } from "./route-environment.ts";

type Middleware = MiddlewareHandler<RouteEnvironment>;

/** One line a request: no names, no addresses, no tokens, no query. */
export function logRequests(log: Logger): Middleware {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const { method, path } = c.req;
    const milliseconds = Math.round(performance.now() - started);
    const role = c.get("caller")?.person.role;
    log.info(
      { requestId: c.get("requestId"), method, path, status: c.res.status, milliseconds, role },
      "request",
    );
  };
}

/** Whoever asks is known by their token, or refused; what is written from here on is written in their name. */
export const requireCaller: Middleware = async (c, next) => {
  const service = c.get("service");
  const caller = await service.accounts.callerOf(c.req.header("authorization"));
  if (!caller) throw new Refusal("unauthenticated");
  c.set("caller", caller);
  c.set("service", service.as(caller));
  await next();
};

/**
 * Goes on once the whole body of a POST is there, which may take minutes, as long as who asked is still who they were at
 * its head. Files are left to their routes.
 */
export const requireCallerStill: Middleware = async (c, next) => {
  if (c.req.method === "POST") {
    await c.req.arrayBuffer();
    await askWhoAgain(c);
  }
  await next();
};

/** Refuses who is not any more who they were at the head of the request. Their token may have expired meanwhile. */
export async function askWhoAgain(c: RouteContext): Promise<void> {
  const still = await c.get("service").accounts.callerStill(c.req.header("authorization"));
  if (!still) throw new Refusal("unauthenticated");
  if (still.person.role !== c.get("caller").person.role) throw new Refusal("forbidden");
}

/** Only the administrator goes on: behind it lies what concerns accounts and settings, never business rows. */
export const onlyAdmin: Middleware = async (c, next) => {
  if (c.get("caller").person.role !== "admin") throw new Refusal("forbidden");
  await next();
};

/** Refuses whoever asks too often; `keyOf` says who that is. */
export function limitRequests(limit: RateLimit, keyOf: (c: Parameters<Middleware>[0]) => string): Middleware {
  return async (c, next) => {
    const key = keyOf(c);
    const retryAfter = limit.waitOf(key);
    if (retryAfter > 0) throw new Refusal("too-many-requests", { retryAfter });
    limit.count(key);
    await next();
  };
}
