import { Hono } from "hono";
import {
  entraSignInSchema,
  type EntraSignInAnswer,
  type SignInWays,
} from "../../shared/contract/sign-in-ways.ts";
import type { AddressOf } from "../http/address-of.ts";
import { fromOf } from "../http/from.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import type { Entra } from "../identity/entra/entra.ts";
import { ProviderUnavailable } from "../identity/entra/provider-keys.ts";

/** How one signs in here, and signing in by the company's directory. */
export function entraRoutes(addressOf: AddressOf): Hono<RouteEnvironment> {
  return new Hono<RouteEnvironment>()
    .get("/ways", (c) => {
      const { accounts, entra } = c.get("service");
      return c.json({
        password: true,
        code: accounts.asksCode,
        entra: entra?.way ?? null,
      } satisfies SignInWays);
    })
    .post("/sign-in/entra", async (c) => {
      const { token, device } = await parseBody(c, entraSignInSchema);
      const { accounts, entra } = c.get("service");
      if (!entra) throw new Refusal("not-found");
      const who = await identify(entra, token);
      if (who.standing === "not-valid") throw new Refusal("unauthenticated");
      if (who.standing !== "known") return c.json({ result: who.standing } satisfies EntraSignInAnswer);
      const entrance = { ...fromOf(c, addressOf), how: "entra" } as const;
      const opened = await accounts.openFor({ person: who.person }, entrance, device);
      return c.json((opened ?? { result: "refused" }) satisfies EntraSignInAnswer);
    });
}

async function identify(entra: Entra, token: string): ReturnType<Entra["identify"]> {
  try {
    return await entra.identify(token);
  } catch (error) {
    if (error instanceof ProviderUnavailable) throw new Refusal("unavailable");
    throw error;
  }
}
