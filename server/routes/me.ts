import { Hono } from "hono";
import type { Me } from "../../shared/contract.ts";
import { readCredential } from "../db/credentials.ts";
import { readSettings } from "../db/settings.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { shownEmails } from "../identity/entra/shown-email.ts";

/** `GET /me`: who is asking, the company, and the people whom rows name. */
export const me = new Hono<RouteEnvironment>().get("/", async (c) => {
  const { accounts, company, database, schema, epoch, newcomers } = c.get("service");
  const { person } = c.get("caller");
  const shownEmail = await shownEmails(newcomers);
  const credential = await readCredential(database, "id", person.id);
  const everybody = await accounts.everybody();
  return c.json({
    person: { ...person, email: shownEmail(person) },
    hasPassword: typeof credential?.hash === "string",
    company,
    schema,
    epoch: epoch.name,
    people: everybody.map(({ id, name, role }) => ({ id, name, role })),
    settings: await readSettings(database),
  } satisfies Me);
});
