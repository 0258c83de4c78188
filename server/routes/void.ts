import { Hono } from "hono";
import { voidSchema } from "../../shared/contract.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { voidThem } from "../row-standing.ts";
import { sheetById } from "../service-parts.ts";

/** `POST /void`: takes rows out of every count, with a reason. */
export const voiding = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { sheet: id, rows, reason, workbook } = await parseBody(c, voidSchema);
  const service = c.get("service");
  const sheet = sheetById(service, id);
  if (!sheet) throw new Refusal("bad-request", { field: "sheet" });
  const { person } = c.get("caller");
  return c.json(await voidThem(service, { person, at: service.now(), workbook }, { sheet, rows, reason }));
});
