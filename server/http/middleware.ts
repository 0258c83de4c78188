import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { RateLimit } from "./rate-limit.ts";
import { Refusal } from "./refusal.ts";
import type { RouteEnvironment } from "./route-environment.ts";

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

/** Whoever asks is known by their token, or refused. */
export const requireCaller: Middleware = async (c, next) => {
  const caller = await c.get("service").accounts.callerOf(c.req.header("authorization"));
  if (!caller) throw new Refusal("unauthenticated");
  c.set("caller", caller);
  await next();
};

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
