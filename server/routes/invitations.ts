import { Hono } from "hono";
import {
  inviteAgainSchema,
  inviteSchema,
  withdrawInvitationSchema,
  type Invited,
  type InvitedAgain,
} from "../../shared/contract/invitations.ts";
import { onlyAdmin } from "../http/middleware.ts";
import { parseBody } from "../http/parse-request.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";

/** `/people/invite`: the administrator lets people in. */
export const invitationRoutes = new Hono<RouteEnvironment>()
  .use(onlyAdmin)
  .post("/", async (c) => {
    const invite = await parseBody(c, inviteSchema);
    const { invitations } = c.get("service").people;
    return c.json((await invitations.invite(invite, c.get("caller").person.id)) satisfies Invited);
  })
  .post("/again", async (c) => {
    const { person } = await parseBody(c, inviteAgainSchema);
    const { invitations } = c.get("service").people;
    return c.json((await invitations.again(person, c.get("caller").person.id)) satisfies InvitedAgain);
  })
  .post("/withdraw", async (c) => {
    const { person } = await parseBody(c, withdrawInvitationSchema);
    const { invitations } = c.get("service").people;
    return c.json({ result: await invitations.withdraw(person, c.get("caller").person.id) });
  });
