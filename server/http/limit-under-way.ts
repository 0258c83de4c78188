import type { MiddlewareHandler } from "hono";
import type { Refusal } from "./refusal.ts";
import type { RouteContext, RouteEnvironment } from "./route-environment.ts";

/** Refuses a request while as many with the same key are under way behind it. */
export function limitUnderWay(
  most: number,
  refusal: () => Refusal,
  keyOf: (c: RouteContext) => string = () => "",
): MiddlewareHandler<RouteEnvironment> {
  const underWay = new Map<string, number>();
  return async (c, next) => {
    const key = keyOf(c);
    const others = underWay.get(key) ?? 0;
    if (others >= most) throw refusal();
    underWay.set(key, others + 1);
    try {
      await next();
    } finally {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    }
  };
}
