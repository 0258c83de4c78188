import { Hono } from "hono";
import { leaseSchema, type LeaseAnswer } from "../../shared/contract/lease.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";

/** `POST /lease`: which pane of a workbook works by itself. */
export const lease = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { workbook, pane, release } = await parseBody(c, leaseSchema);
  const { leases } = c.get("service");
  const { person } = c.get("caller");
  if (release) {
    leases.release(workbook, person, pane);
    return c.json({ result: "released" } satisfies LeaseAnswer);
  }
  const answer = leases.take(workbook, person, pane);
  if (!answer) throw new Refusal("too-many-requests", { retryAfter: 60 });
  return c.json(answer);
});
