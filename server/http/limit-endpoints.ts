import type { Hono, MiddlewareHandler } from "hono";
import { endpoints } from "../../shared/contract/endpoints.ts";
import type { Endpoint } from "../../shared/contract/endpoints/endpoint.ts";
import type { RouteEnvironment } from "./route-environment.ts";

/** Puts limits before those endpoints of the contract whom such people ask and that cost so much. */
export function limitEndpoints(
  api: Hono<RouteEnvironment>,
  { asks, cost }: Pick<Endpoint, "asks" | "cost">,
  limits: readonly MiddlewareHandler<RouteEnvironment>[],
): void {
  const limited = endpoints.filter((one) => one.asks === asks && one.cost === cost);
  for (const { method, path } of limited) api.on([method], [path], ...limits);
}
