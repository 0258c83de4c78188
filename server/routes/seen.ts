import { Hono } from "hono";
import { seenSchema, type SeenAnswer } from "../../shared/contract/seen.ts";
import { canRead, ownColumn } from "../../shared/model/access.ts";
import { findSeen } from "../db/find-seen.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { sheetById } from "../service-parts.ts";

/** `POST /seen`: which rows that a workbook shows one does not see, whether others do or there are none. */
export const seen = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { schema, sheet: id, rows } = await parseBody(c, seenSchema);
  const service = c.get("service");
  if (schema !== service.schema) throw new Refusal("schema-changed");
  const sheet = sheetById(service, id);
  if (!sheet) throw new Refusal("bad-request", { field: "sheet" });
  const { person } = c.get("caller");
  if (!canRead(sheet, person.role)) return c.json({ unseen: rows } satisfies SeenAnswer);
  const own = ownColumn(sheet, person.role, "read");
  const owner = own === undefined ? undefined : { column: own, person: person.id };
  const found = await findSeen(service.database, sheet, rows, owner);
  return c.json({ unseen: rows.filter((row) => !found.has(row)) } satisfies SeenAnswer);
});
