import { SignJWT } from "jose";
import { vi } from "vitest";
import { z } from "zod";
import { pathOf } from "./attempt.ts";
import type { Family } from "./family.ts";
import type { World } from "./world.ts";

/** Tokens that open nothing. */
export const tokens: Family = async (valid, world) => {
  if (valid.endpoint.asks === "anybody") return [];
  const forged = await badTokens(world);
  const token = world.tokenOf(world.people.admin);
  const elsewhere = `access_token=${encodeURIComponent(token)}&token=${encodeURIComponent(token)}`;
  return [
    ...Object.entries(forged).map(([what, authorization]) => ({
      what: `token: ${what}`,
      authorization,
      status: 401,
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
      headers: { cookie: `session=${token}; access_token=${token}; __Host-session=${token}` },
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
  const { director, admin } = world.people;
  const token = world.tokenOf(director);
  const [head = "", claims = "", signature = ""] = token.split(".");
  const [, others = ""] = world.tokenOf(admin).split(".");
  const left = await world.victim();
  await left.post("/auth/sign-out", {});
  const { refresh, device } = await world.enter(admin.email);
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const said = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(Buffer.from(others, "base64url").toString()));
  const signed = (key: string, alg = "HS256") =>
    new SignJWT(said).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
  const bearer = {
    "an empty one": "",
    "without its signature": `${head}.${claims}.`,
    "without any end": `${head}.${claims}`,
    "with half its signature": `${head}.${claims}.${signature.slice(0, 20)}`,
    "with a letter changed": `${head}.${claims}.${changed(signature)}`,
    "another's claims under this signature": `${head}.${others}.${signature}`,
    "signed with another key": await signed("x".repeat(40)),
    "signed with the secret that keys are derived from": await signed("s".repeat(40)),
    "signed with nothing but zeros": await signed("\u0000".repeat(40)),
    "signed in another way": await signed("s".repeat(64), "HS512"),
    "alg none": `${encoded({ alg: "none", typ: "JWT" })}.${others}.`,
    "alg None": `${encoded({ alg: "None" })}.${others}.${signature}`,
    "with a key of its own": `${encoded({ alg: "HS256", jwk: { kty: "oct", k: "AA" }, kid: "../../dev/null" })}.${others}.${signature}`,
    "with what must be understood": `${encoded({ alg: "HS256", crit: ["x"], x: 1 })}.${claims}.${signature}`,
    "of the directory": await world.newcomer(),
    "that exchanges tokens": refresh,
    "of a device": device,
    expired: await expiredToken(world),
    "signed out": left.token,
    "the id of a person": admin.id,
    SQL: "' OR '1'='1' --",
    "a wildcard": "%",
    huge: "a".repeat(100_000),
    dots: ".".repeat(10_000),
    __proto__: "__proto__",
  };
  return {
    empty: "",
    "the scheme alone": "Bearer",
    "another scheme": `Basic ${token}`,
    "no scheme": token,
    ...Object.fromEntries(Object.entries(bearer).map(([what, one]) => [what, `Bearer ${one}`])),
  };
}

/** A good token of an hour ago. */
async function expiredToken({ enter, people }: World): Promise<string> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
  try {
    return (await enter(people.quality.email)).access;
  } finally {
    vi.useRealTimers();
  }
}

const changed = (text: string) => text.replace(/^./, (letter) => (letter === "A" ? "B" : "A"));
