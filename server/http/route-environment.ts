import type { Context } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Caller } from "../identity/accounts.ts";
import type { Service } from "../service-parts.ts";

/** What routes find in the context of a request. */
export interface RouteEnvironment {
  Variables: RequestIdVariables & {
    service: Service;
    /** Set on every route behind `requireCaller`. */
    caller: Caller;
    /** The answer is a file of the pane. */
    isPage?: true;
  };
}

export type RouteContext = Context<RouteEnvironment>;
