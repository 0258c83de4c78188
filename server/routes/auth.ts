import { Hono } from "hono";
import {
  anotherCodeSchema,
  forgottenSchema,
  newPasswordSchema,
  refreshSchema,
  signInCodeSchema,
  signInSchema,
  type ForgottenAnswer,
  type NewPasswordAnswer,
  type SessionTokens,
  type SignInAnswer,
  type SignInCodeAnswer,
} from "../../shared/contract/sign-in.ts";
import type { AddressOf } from "../http/address-of.ts";
import { fromOf, unlessWaiting } from "../http/from.ts";
import { requireCaller } from "../http/middleware.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";

/** Signing in and out, and the passwords of who is outside. Tokens and codes stand in bodies alone. */
export function authRoutes(addressOf: AddressOf): Hono<RouteEnvironment> {
  const routes = new Hono<RouteEnvironment>();

  routes.post("/sign-in/email", async (c) => {
    const request = await parseBody(c, signInSchema);
    const answer = unlessWaiting(await c.get("service").accounts.signIn(request, fromOf(c, addressOf)));
    if (answer.result === "refused") throw new Refusal("unauthenticated");
    return c.json(answer satisfies SignInAnswer);
  });

  routes.post("/sign-in/code", async (c) => {
    const request = await parseBody(c, signInCodeSchema);
    const { accounts } = c.get("service");
    return c.json(
      unlessWaiting(await accounts.signInCode(request, fromOf(c, addressOf))) satisfies SignInCodeAnswer,
    );
  });

  routes.post("/sign-in/code/again", async (c) => {
    const { challenge } = await parseBody(c, anotherCodeSchema);
    return c.json({ result: await c.get("service").accounts.anotherCode(challenge) });
  });

  routes.post("/refresh", async (c) => {
    const { refresh } = await parseBody(c, refreshSchema);
    const tokens = await c.get("service").accounts.refresh(refresh);
    if (!tokens) throw new Refusal("unauthenticated");
    return c.json(tokens satisfies SessionTokens);
  });

  routes.post("/forgotten", async (c) => {
    const { email } = await parseBody(c, forgottenSchema);
    const result = c.get("service").accounts.forgotten(email, fromOf(c, addressOf));
    return c.json({ result } satisfies ForgottenAnswer);
  });

  routes.post("/new-password", async (c) => {
    const request = await parseBody(c, newPasswordSchema);
    const { accounts } = c.get("service");
    const answer = unlessWaiting(await accounts.byCode(request, fromOf(c, addressOf)));
    return c.json(answer satisfies NewPasswordAnswer);
  });

  routes.post("/sign-out", requireCaller, async (c) => {
    await c.get("service").accounts.signOut(c.get("caller"));
    return c.json({ ok: true });
  });
  return routes;
}
