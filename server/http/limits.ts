import type { MiddlewareHandler } from "hono";
import type { LoadWatch } from "../load-watch.ts";
import { createAddressOf, type AddressOf } from "./address-of.ts";
import { usualBounds, type Bounds } from "./bounds.ts";
import { limitBody } from "./limit-body.ts";
import { limitUnderWay } from "./limit-under-way.ts";
import { limitRequests } from "./middleware.ts";
import { createRateLimit } from "./rate-limit.ts";
import { readBodySoon } from "./read-body-soon.ts";
import { busy, Refusal } from "./refusal.ts";
import type { RouteContext, RouteEnvironment } from "./route-environment.ts";

type Middleware = MiddlewareHandler<RouteEnvironment>;

/** Bytes of a body that somebody sends whom nobody knows yet. */
const unknownBytes = 16_384;

/** Every limit of the service but those of wrong passwords. */
export interface Limits {
  readonly addressOf: AddressOf;
  readonly ofAddress: Middleware;
  readonly ofLoad: Middleware;
  readonly atOnce: Middleware;
  /** Has all of a body there that is of nobody who is known, so that what comes behind it waits for no line. */
  readonly ofUnknownBodies: Middleware;
  /** For what works on passwords or sends codes, its body being there. */
  readonly ofSignIns: readonly [Middleware, Middleware];
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
    ofUnknownBodies: readBodySoon(bounds.unknownBodyWait, [
      limitUnderWay(bounds.unknownBodiesOfAddress, tooManyAtOnce, addressOf),
      limitUnderWay(Math.ceil(bounds.atOnce / 2), busy),
      limitBody(unknownBytes),
    ]),
    ofSignIns: [
      limitUnderWay(bounds.signInsAtOnceOfAddress, tooManyAtOnce, addressOf),
      limitUnderWay(bounds.signInsAtOnce, busy),
    ],
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
