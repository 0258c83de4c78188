import { Hono } from "hono";
import { changePasswordSchema, type PasswordChanged } from "../../shared/contract/sign-in.ts";
import { unlessWaiting } from "../http/from.ts";
import { parseBody } from "../http/parse-request.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";

/** `/me/password`: one's own, by whoever knows the one before. */
export const passwordRoutes = new Hono<RouteEnvironment>().post("/", async (c) => {
  const { current, password } = await parseBody(c, changePasswordSchema);
  const changed = await c.get("service").accounts.change(c.get("caller"), current, password);
  return c.json(unlessWaiting(changed) satisfies PasswordChanged);
});
