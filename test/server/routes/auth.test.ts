import { Hono } from "hono";
import { expect, test } from "vitest";
import { createAddressOf } from "../../../server/http/address-of.ts";
import { Refusal } from "../../../server/http/refusal.ts";
import type { RouteEnvironment } from "../../../server/http/route-environment.ts";
import type { Accounts } from "../../../server/identity/accounts.ts";
import { authRoutes } from "../../../server/routes/auth.ts";
import type { Service } from "../../../server/service-parts.ts";

const accounts: Pick<Accounts, "signIn"> = {
  async signIn(_email, password) {
    if (password === "broken") throw new Error("the database does not answer");
    return password === "right" ? "token" : undefined;
  },
};

/** Signing in alone, behind one proxy, with accounts whose password is `right`. */
function createDoor() {
  const app = new Hono<RouteEnvironment>();
  app.use(async (c, next) => {
    c.set("service", { accounts } as unknown as Service);
    await next();
  });
  app.onError((error, c) => c.text(error.message, error instanceof Refusal ? error.status : 500));
  app.route(
    "/",
    authRoutes(() => new Date(0), createAddressOf(1)),
  );
  return async (address: string, account: string, password: string) => {
    const response = await app.request("/sign-in/email", {
      method: "POST",
      headers: { "x-forwarded-for": address },
      body: JSON.stringify({ email: `${account}@aseo.example`, password }),
    });
    return response.status;
  };
}

test("forty wrong passwords from one address make that address wait, and nobody else behind the proxy", async () => {
  const knock = createDoor();
  for (let count = 0; count < 40; count += 1)
    expect(await knock("203.0.113.5", `a${count}`, "wrong")).toBe(401);
  expect(await knock("203.0.113.5", "ana", "right")).toBe(429);
  expect(await knock("203.0.113.6", "ana", "right")).toBe(200);
});

test("a good password gives back its own attempt, and not the wrong ones of its address", async () => {
  const knock = createDoor();
  for (let count = 0; count < 39; count += 1)
    expect(await knock("203.0.113.5", `a${count}`, "wrong")).toBe(401);
  for (let count = 0; count < 3; count += 1) expect(await knock("203.0.113.5", "ana", "right")).toBe(200);
  expect(await knock("203.0.113.5", "beto", "wrong")).toBe(401);
  expect(await knock("203.0.113.5", "ana", "right")).toBe(429);
});

test("attempts that the service could not judge count for nobody", async () => {
  const knock = createDoor();
  for (let count = 0; count < 50; count += 1) expect(await knock("203.0.113.5", "ana", "broken")).toBe(500);
  expect(await knock("203.0.113.5", "ana", "right")).toBe(200);
  for (let count = 0; count < 8; count += 1) expect(await knock("203.0.113.5", "ana", "wrong")).toBe(401);
  expect(await knock("203.0.113.5", "ana", "right")).toBe(429);
});
