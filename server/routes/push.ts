import { Hono } from "hono";
import { pushSchema } from "../../shared/contract.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { pushRows } from "../push-rows.ts";

/** `POST /push`: rows that changed in a workbook; one answer a row. */
export const push = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { pushId, act, schema, workbook, rows } = await parseBody(c, pushSchema);
  const service = c.get("service");
  if (schema !== service.schema) throw new Refusal("schema-changed");
  const { person } = c.get("caller");
  const result = await pushRows(service, { person, at: service.now(), workbook }, { pushId, act }, rows);
  if (!result.ok) throw new Refusal("bad-request", { field: result.field });
  return c.json(result.answer);
});
