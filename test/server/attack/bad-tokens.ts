import { createHmac } from "node:crypto";
import { pathOf } from "./attempt.ts";
import type { Family } from "./family.ts";
import type { World } from "./world.ts";

/** Tokens that open nothing. */
export const tokens: Family = async (valid, world) => {
  if (valid.endpoint.asks === "anybody") return [];
  const forged = await badTokens(world);
  const token = world.tokenOf("admin");
  const elsewhere = `access_token=${encodeURIComponent(token)}&token=${encodeURIComponent(token)}`;
  return [
    ...Object.entries(forged).map(([what, authorization]) => ({
      what: `token: ${what}`,
      authorization,
      status: 401,
      // A session that is over is forgotten when it is shown.
      ...(what === "expired" ? { tidies: true as const } : {}),
    })),
    { what: "no token", authorization: undefined, status: 401 },
    {
      what: "token in the address",
      authorization: undefined,
      path: pathOf(valid, { search: elsewhere }),
      status: 401,
    },
    {
      what: "token in a cookie",
      authorization: undefined,
      headers: { cookie: `better-auth.session_token=${token}; __Secure-better-auth.session_token=${token}` },
      status: 401,
    },
    {
      what: "token in other headers",
      authorization: undefined,
      headers: { "x-auth-token": token, "set-auth-token": token, "proxy-authorization": `Bearer ${token}` },
      status: 401,
    },
  ];
};

const forgedOf = new WeakMap<World, Promise<Readonly<Record<string, string>>>>();

/** `Authorization` headers that were never good or are not any more. */
function badTokens(world: World): Promise<Readonly<Record<string, string>>> {
  const known = forgedOf.get(world) ?? forge(world);
  forgedOf.set(world, known);
  return known;
}

async function forge(world: World): Promise<Readonly<Record<string, string>>> {
  const [session = "", signature = ""] = world.tokenOf("director").split(".");
  const [others = ""] = world.tokenOf("admin").split(".");
  const signed = (key: string) => createHmac("sha256", key).update(session).digest("base64");
  const left = await world.victim();
  await left.post("/auth/sign-out", {});
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { sub: world.people.admin.id, role: "admin", exp: 4_000_000_000 };
  return {
    empty: "",
    "the scheme alone": "Bearer",
    "an empty one": "Bearer ",
    "another scheme": `Basic ${world.tokenOf("director")}`,
    "no scheme": world.tokenOf("director"),
    "without its signature": `Bearer ${session}`,
    "with half its signature": `Bearer ${session}.${signature.slice(0, 20)}`,
    "with a letter changed": `Bearer ${session}.${changed(signature)}`,
    "another session under this signature": `Bearer ${others}.${signature}`,
    "signed with another key": `Bearer ${session}.${encodeURIComponent(signed("x".repeat(40)))}`,
    "signed with nothing": `Bearer ${session}.${encodeURIComponent(signed(""))}`,
    "alg none": `Bearer ${encoded({ alg: "none", typ: "JWT" })}.${encoded(claims)}.`,
    "a web token of our own key as text": `Bearer ${encoded({ alg: "HS256" })}.${encoded(claims)}.${signed("s".repeat(40))}`,
    expired: `Bearer ${await world.expiredToken()}`,
    "signed out": `Bearer ${left.token}`,
    "the id of a person": `Bearer ${world.people.admin.id}`,
    SQL: "Bearer ' OR '1'='1' --",
    "a wildcard": "Bearer %",
    huge: `Bearer ${"a".repeat(100_000)}`,
    __proto__: "Bearer __proto__",
  };
}

const changed = (text: string) => text.replace(/^./, (letter) => (letter === "A" ? "B" : "A"));
