import { Hono } from "hono";
import type { Me } from "../../shared/contract.ts";
import { readSettings } from "../db/settings.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";

/** `GET /me`: who is asking, the company, and the people whom rows name. */
export const me = new Hono<RouteEnvironment>().get("/", async (c) => {
  const { accounts, company, database, schema, epoch } = c.get("service");
  const everybody = await accounts.everybody();
  return c.json({
    person: c.get("caller").person,
    company,
    schema,
    epoch: epoch.name,
    people: everybody.map(({ id, name, role }) => ({ id, name, role })),
    settings: await readSettings(database),
  } satisfies Me);
});
