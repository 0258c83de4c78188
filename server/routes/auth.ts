import { Hono } from "hono";
import { signInSchema } from "../../shared/contract.ts";
import type { AddressOf } from "../http/address-of.ts";
import { requireCaller } from "../http/middleware.ts";
import { parseBody } from "../http/parse-request.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";

/** Wrong passwords within a quarter of an hour before one has to wait: of one account, and from one address. */
const mostOfAccount = 8;
const mostFromAddress = 40;
const windowSeconds = 15 * 60;

/** Signing in and out. Failures are counted by account and by address; nobody learns which of the two was wrong. */
export function authRoutes(now: () => Date, addressOf: AddressOf): Hono<RouteEnvironment> {
  const accounts = createRateLimit({ most: mostOfAccount, windowSeconds, now });
  const addresses = createRateLimit({ most: mostFromAddress, windowSeconds, now });
  const routes = new Hono<RouteEnvironment>();

  routes.post("/sign-in/email", async (c) => {
    const { email, password } = await parseBody(c, signInSchema);
    const account = email.toLowerCase();
    const address = addressOf(c);
    const retryAfter = Math.max(accounts.waitOf(account), addresses.waitOf(address));
    if (retryAfter > 0) throw new Refusal("too-many-requests", { retryAfter });
    // Counted before the slow comparison of passwords, so that attempts sent at once count too.
    const attempts = [accounts.count(account), addresses.count(address)];
    const giveBack = () => {
      for (const takeBack of attempts) takeBack();
    };
    const signingIn = c.get("service").accounts.signIn(account, password);
    const token = await signingIn.catch((error: unknown) => {
      giveBack();
      throw error;
    });
    if (token === undefined) throw new Refusal("unauthenticated");
    // The address keeps its wrong attempts: one good account must not pay for trying the passwords of others.
    giveBack();
    accounts.forget(account);
    c.header("set-auth-token", token);
    return c.json({ ok: true });
  });

  routes.post("/sign-out", requireCaller, async (c) => {
    await c.get("service").accounts.signOut(c.get("caller"));
    return c.json({ ok: true });
  });
  return routes;
}
