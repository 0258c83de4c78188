import { Hono } from "hono";
import { endSessionsSchema, sessionsQuerySchema, type OpenSessions } from "../../shared/contract/sign-in.ts";
import { parseBody, parseQuery } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteContext, RouteEnvironment } from "../http/route-environment.ts";

/** `/sessions`: where somebody is signed in, for themselves and for the administrator. */
export const sessionRoutes = new Hono<RouteEnvironment>()
  .get("/", async (c) => {
    const { person } = parseQuery(c, sessionsQuerySchema);
    const open = await c.get("service").accounts.sessions.listOf(whose(c, person));
    const current = c.get("caller").session;
    const sessions = open.map(({ id, device, address, openedAt, usedAt }) => ({
      id,
      device,
      address,
      openedAt,
      usedAt,
      isThis: id === current,
    }));
    return c.json({ sessions } satisfies OpenSessions);
  })
  .post("/end", async (c) => {
    const { which, person } = await parseBody(c, endSessionsSchema);
    const caller = c.get("caller");
    const chosen = (id: string) => (which === "others" ? id !== caller.session : id === which.id);
    const { accounts, database } = c.get("service");
    const about = whose(c, person);
    const by = caller.person.id;
    const why = about === by ? "by-themselves" : "by-administrator";
    return c.json({ ended: await accounts.sessions.end({ person: about, chosen, by, why }, database) });
  });

function whose(c: RouteContext, person: string | undefined): string {
  const { id, role } = c.get("caller").person;
  if (person !== undefined && person !== id && role !== "admin") throw new Refusal("forbidden");
  return person ?? id;
}
