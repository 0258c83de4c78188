import type { MiddlewareHandler } from "hono";
import { Refusal } from "./refusal.ts";
import type { RouteContext, RouteEnvironment } from "./route-environment.ts";

type Middleware = MiddlewareHandler<RouteEnvironment>;

/**
 * Goes on once the whole body of a POST is there, which whoever comes later finds read. `limits` are held only while it is
 * read; one that is not there within `milliseconds` is refused, and its connection closed.
 */
export function readBodySoon(milliseconds: number, limits: readonly Middleware[]): Middleware {
  return async (c, next) => {
    if (c.req.method === "POST") await within(milliseconds, readWithin(limits, c));
    await next();
  };
}

async function readWithin([limit, ...others]: readonly Middleware[], c: RouteContext): Promise<void> {
  if (limit) await limit(c, () => readWithin(others, c));
  else await c.req.arrayBuffer();
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal("bad-request", { closes: true })), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
