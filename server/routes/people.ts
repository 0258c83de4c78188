import { Hono } from "hono";
import {
  changeNameSchema,
  changeRoleSchema,
  changeStateSchema,
  decideWaitingSchema,
  reconsiderSchema,
  unlockSchema,
  type PersonAct,
  type Staff,
  type WaitingDecision,
} from "../../shared/contract/people.ts";
import { onlyAdmin } from "../http/middleware.ts";
import { parseBody } from "../http/parse-request.ts";
import { shownEmails } from "../identity/entra/shown-email.ts";
import type { RouteContext, RouteEnvironment } from "../http/route-environment.ts";

/** `/people`: everybody with an account, and what the administrator does about them. */
export const peopleRoutes = new Hono<RouteEnvironment>()
  .use(onlyAdmin)
  .get("/", async (c) => {
    const { people, accounts, newcomers } = c.get("service");
    const shownEmail = await shownEmails(newcomers);
    const everybody = await people.listWithStatus();
    return c.json({
      people: everybody.map((one) => ({ ...one, email: shownEmail(one) })),
      refused: [...(await newcomers.refused())],
      sendsMail: accounts.sendsMail,
    } satisfies Staff);
  })
  .post("/role", async (c) => {
    const { person, role, reason } = await parseBody(c, changeRoleSchema);
    return done(c, await c.get("service").people.changeRole(person, role, adminOf(c), reason));
  })
  .post("/name", async (c) => {
    const { person, name } = await parseBody(c, changeNameSchema);
    return done(c, await c.get("service").people.changeName(person, name, adminOf(c)));
  })
  .post("/state", async (c) => {
    const { person, state, reason } = await parseBody(c, changeStateSchema);
    const { people } = c.get("service");
    const change = state === "active" ? people.reactivate : people.deactivate;
    return done(c, await change(person, adminOf(c), reason));
  })
  .post("/waiting", async (c) => {
    const { person, decision } = await parseBody(c, decideWaitingSchema);
    return done(c, await decide(c, person, decision));
  })
  .post("/reconsider", async (c) => {
    const { account } = await parseBody(c, reconsiderSchema);
    return done(c, await c.get("service").newcomers.reconsider(account, adminOf(c)));
  })
  .post("/unlock", async (c) => {
    const { person } = await parseBody(c, unlockSchema);
    return done(c, await c.get("service").people.unlock(person, adminOf(c)));
  });

const adminOf = (c: RouteContext): string => c.get("caller").person.id;

function done(c: RouteContext, result: PersonAct["result"]): Response {
  return c.json({ result } satisfies PersonAct);
}

function decide(c: RouteContext, person: string, decision: WaitingDecision): Promise<"done" | "stale"> {
  const { newcomers } = c.get("service");
  const by = adminOf(c);
  switch (decision.is) {
    case "approved":
      return newcomers.approve(person, decision.role, by);
    case "rejected":
      return newcomers.reject(person, by);
    case "known":
      return newcomers.link(person, decision.as, by);
  }
}
