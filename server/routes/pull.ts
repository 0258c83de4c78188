import { Hono } from "hono";
import { pullSchema } from "../../shared/contract.ts";
import { canRead } from "../../shared/model/access.ts";
import { readSeq } from "../db/commit-changes.ts";
import { readChanges } from "../db/read-changes.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { judgingContext } from "../judging-context.ts";
import { sheetById } from "../service-parts.ts";
import { pull as pullRows } from "../sync/pull.ts";

/** `POST /pull`: what changed in one record since a cursor. */
export const pull = new Hono<RouteEnvironment>().post("/", async (c) => {
  const request = await parseBody(c, pullSchema);
  const service = c.get("service");
  if (request.schema !== service.schema) throw new Refusal("schema-changed");
  const sheet = sheetById(service, request.sheet);
  if (!sheet) throw new Refusal("bad-request", { field: "sheet" });
  const { person } = c.get("caller");
  if (!canRead(sheet, person.role)) throw new Refusal("forbidden");
  const answer = await pullRows(
    { sheet, person, since: request.since, from: request.from },
    {
      epoch: service.epoch.name,
      context: await judgingContext(service, service.now()),
      seq: () => readSeq(service.database),
      changes: (query) => readChanges(service.database, query),
    },
  );
  return c.json(answer);
});
