import { Hono } from "hono";
import { changeStatusSchema, unvoidSchema } from "../../shared/contract/status.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { changeStatusOf, unvoidThem } from "../row-standing.ts";
import { sheetById } from "../service-parts.ts";

/** `POST /status`: validates rows, returns them to their author, or takes that back. */
export const status = new Hono<RouteEnvironment>().post("/", async (c) => {
  const body = await parseBody(c, changeStatusSchema);
  const { to, rows, workbook } = body;
  const service = c.get("service");
  const sheet = sheetById(service, body.sheet);
  if (!sheet) throw new Refusal("bad-request", { field: "sheet" });
  const reason = body.to === "validated" ? null : body.reason;
  const writing = { person: c.get("caller").person, at: service.now(), workbook };
  return c.json(await changeStatusOf(service, writing, { sheet, to, rows, reason }));
});

/** `POST /unvoid`: has void rows count again, with a reason. */
export const unvoiding = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { sheet: id, rows, reason, workbook } = await parseBody(c, unvoidSchema);
  const service = c.get("service");
  const sheet = sheetById(service, id);
  if (!sheet) throw new Refusal("bad-request", { field: "sheet" });
  const writing = { person: c.get("caller").person, at: service.now(), workbook };
  return c.json(await unvoidThem(service, writing, { sheet, rows, reason }));
});
