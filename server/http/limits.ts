import type { MiddlewareHandler } from "hono";
import type { LoadWatch } from "../load-watch.ts";
import { createAddressOf, type AddressOf } from "./address-of.ts";
import { usualBounds, type Bounds } from "./bounds.ts";
import { limitUnderWay } from "./limit-under-way.ts";
import { limitRequests } from "./middleware.ts";
import { createRateLimit } from "./rate-limit.ts";
import { busy, Refusal } from "./refusal.ts";
import type { RouteContext, RouteEnvironment } from "./route-environment.ts";

type Middleware = MiddlewareHandler<RouteEnvironment>;

/** What writes, and what reads a whole record or year; with everything below. */
export const costlyPaths = [
  "/push/*",
  "/pull/*",
  "/void/*",
  "/known-rows/*",
  "/peers/*",
  "/indicators/*",
  "/tables/*",
  "/attachments/*",
] as const;

/** Every limit of the service but those of wrong passwords. */
export interface Limits {
  readonly addressOf: AddressOf;
  readonly ofAddress: Middleware;
  readonly ofLoad: Middleware;
  readonly atOnce: Middleware;
  readonly ofSignIns: Middleware;
  /** Bytes of a body that somebody sends whom nobody knows yet. */
  readonly signInBytes: number;
  /** For requests whose caller is known. */
  readonly ofPerson: readonly [Middleware, Middleware];
  readonly ofCostly: Middleware;
}

export interface LimitOptions {
  readonly bounds?: Partial<Bounds>;
  readonly proxies?: number;
  readonly load?: LoadWatch;
}

/** The limits, with the counts that they keep: one set for the whole service. */
export function limitsOf({ bounds: given = {}, proxies = 0, load }: LimitOptions): Limits {
  const bounds = { ...usualBounds, ...given };
  const addressOf = createAddressOf(proxies);
  return {
    addressOf,
    ofAddress: perMinute(bounds.requestsPerMinute * 10, addressOf),
    ofLoad: async (_c, next) => {
      if (load?.isTooMuch()) throw busy();
      await next();
    },
    atOnce: limitUnderWay(bounds.atOnce, busy),
    ofSignIns: limitUnderWay(bounds.signInsAtOnce, busy),
    signInBytes: 16_384,
    ofPerson: [
      perMinute(bounds.requestsPerMinute, personOf),
      limitUnderWay(bounds.atOnceOfPerson, tooManyAtOnce, personOf),
    ],
    ofCostly: perMinute(bounds.costlyPerMinute, personOf),
  };
}

function perMinute(most: number, keyOf: (c: RouteContext) => string): Middleware {
  return limitRequests(createRateLimit({ most, windowSeconds: 60, now: () => new Date() }), keyOf);
}

const personOf = (c: RouteContext) => c.get("caller").person.id;
const tooManyAtOnce = () => new Refusal("too-many-requests", { retryAfter: 1 });
