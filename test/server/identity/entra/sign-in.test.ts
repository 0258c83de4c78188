import { base64url, CompactSign, exportSPKI, importJWK, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startCompany, type Company } from "../../support/company.ts";
import {
  claimsAt,
  client,
  createSigningKey,
  maria,
  otherTenant,
  startDirectory,
  tenant,
  type Directory,
} from "../../support/directory.ts";

let directory: Directory;
let company: Company;

const noon = new Date("2026-03-18T17:00:00Z");

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: noon }));
afterEach(() => void vi.useRealTimers());

async function start(): Promise<void> {
  directory = await startDirectory();
  company = await startCompany({ entra: directory.settings });
}

async function stop(): Promise<void> {
  await company.stop();
  await directory.stop();
}

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);
const now = () => Math.floor(Date.now() / 1_000);

async function enter(token: string): Promise<{ status: number; result?: string; access?: string }> {
  const response = await company.service.app.request("/api/auth/sign-in/entra", {
    method: "POST",
    body: JSON.stringify({ token }),
    headers: { "content-type": "application/json" },
  });
  return { status: response.status, ...((await response.json()) as object) };
}

async function waiting() {
  const people = await company.service.people.listWithStatus();
  return people.filter(({ state }) => state === "waiting");
}

async function approveMaria(): Promise<string> {
  await enter(await directory.token());
  const [person] = await waiting();
  if (!person) throw new Error("nobody waits");
  expect(await company.service.newcomers.approve(person.id, "advisor", null)).toBe("done");
  return person.id;
}

const me = (access: string | undefined) =>
  company.service.app.request("/api/me", { headers: { authorization: `Bearer ${access}` } });

describe("the token", () => {
  // Tokens change nothing: one service judges them all.
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: noon });
    await start();
    await approveMaria();
  });
  afterAll(stop);

  test("of the company's directory for this service opens one of our own sessions", async () => {
    const { status, result, access } = await enter(await directory.token());
    expect([status, result]).toEqual([200, "signed-in"]);
    const answer = (await (await me(access)).json()) as { person: object };
    const shown = { name: "María Ruiz Peña", role: "advisor", email: "maria.ruiz@aseo.example" };
    expect(answer.person).toMatchObject(shown);
  });

  const refused: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    "is for another application": { aud: "99999999-5f4e-4d3c-8b2a-190817263544" },
    "is for several applications but ours": { aud: ["https://graph.microsoft.com", "api://another"] },
    "was issued by another issuer": { iss: `https://login.microsoftonline.com/${tenant}/v2.0` },
    "is of another company's directory by its issuer": { iss: `https://sts.windows.net/${otherTenant}/` },
    "is of another company's directory by its tenant": { tid: otherTenant },
    "is of the issuer of every directory": { iss: "https://login.microsoftonline.com/common/v2.0" },
    "is of version 1.0": { ver: "1.0" },
    "was asked for by another application": { azp: "99999999-5f4e-4d3c-8b2a-190817263544" },
    "carries another permission": { scp: "User.Read profile" },
    "carries a permission that only begins like ours": { scp: "access_as_user_and_more" },
    "is an ID token, without permissions": { scp: undefined },
    "is of a program and not of a person": { scp: undefined, roles: ["access_as_user"], idtyp: "app" },
    "names nobody": { oid: undefined },
    "names somebody by what is no id": { oid: "maria.ruiz@aseo.example" },
    "says no directory": { tid: undefined },
    "says no end": { exp: undefined },
    "says no beginning": { nbf: undefined },
    "says not when it was issued": { iat: undefined },
    "says its end as a text": { exp: "tomorrow" },
  };
  test.each(Object.entries(refused))("that %s is refused", async (_, changed) => {
    expect((await enter(await directory.token(changed))).status).toBe(401);
  });

  test("expires, but for the minute by which clocks differ", async () => {
    const token = await directory.token({ exp: now() + 600 });
    pass(600 + 59);
    expect((await enter(token)).result).toBe("signed-in");
    pass(2);
    expect((await enter(token)).status).toBe(401);
  });

  test("is not yet valid, but for the minute by which clocks differ", async () => {
    expect((await enter(await directory.token({ nbf: now() + 59 }))).result).toBe("signed-in");
    expect((await enter(await directory.token({ nbf: now() + 62 }))).status).toBe(401);
    expect((await enter(await directory.token({ iat: now() + 3_600 }))).status).toBe(401);
  });

  test("may be shown again while it is young, and never two hours after it was issued", async () => {
    const token = await directory.token({ exp: now() + 86_400 });
    expect((await enter(token)).result).toBe("signed-in");
    pass(7_200);
    expect((await enter(token)).result).toBe("signed-in");
    pass(62);
    expect((await enter(token)).status).toBe(401);
  });

  test("signed by nothing is refused", async () => {
    const claims = claimsAt(new Date(), `${directory.settings.authority}/${tenant}/v2.0`);
    const part = (value: unknown) => base64url.encode(JSON.stringify(value));
    for (const alg of ["none", "None", "NONE"])
      expect(
        (await enter(`${part({ alg, typ: "JWT", kid: directory.key.kid })}.${part(claims)}.`)).status,
      ).toBe(401);
  });

  test("signed with the public key as if it were a shared secret is refused", async () => {
    const claims = claimsAt(new Date(), `${directory.settings.authority}/${tenant}/v2.0`);
    const publicKey = await importJWK(directory.key.publicJwk, "RS256", { extractable: true });
    const spki = await exportSPKI(publicKey as CryptoKey);
    for (const secret of [spki, directory.key.publicJwk.n ?? ""]) {
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: directory.key.kid })
        .sign(new TextEncoder().encode(secret));
      expect((await enter(forged)).status).toBe(401);
    }
  });

  test("signed by a stranger's key under the directory's key id, or that brings its own key, is refused", async () => {
    const stranger = await createSigningKey(directory.key.kid);
    const claims = JSON.stringify(claimsAt(new Date(), `${directory.settings.authority}/${tenant}/v2.0`));
    for (const more of [{}, { jwk: stranger.publicJwk }, { jku: "http://127.0.0.1:1/keys" }]) {
      const forged = await new CompactSign(new TextEncoder().encode(claims))
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: directory.key.kid, ...more })
        .sign(stranger.privateKey);
      expect((await enter(forged)).status).toBe(401);
    }
  });

  test("whose words were changed after it was signed is refused", async () => {
    const [header, payload, signature] = (await directory.token()).split(".");
    const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload ?? ""))) as object;
    const changed = base64url.encode(JSON.stringify({ ...claims, oid: otherTenant }));
    expect((await enter(`${header}.${changed}.${signature}`)).status).toBe(401);
    expect((await enter("no-token")).status).toBe(401);
    expect((await enter("a.b.c")).status).toBe(401);
  });
});

describe("the directory's keys", () => {
  beforeEach(start);
  afterEach(stop);
  const keysAsked = () => directory.asked.filter((path) => path.endsWith("/keys")).length;

  test("are asked for at the first sign-in and kept", async () => {
    expect(directory.asked).toEqual([]);
    for (let time = 0; time < 5; time += 1) await enter(await directory.token());
    expect([directory.asked.length, keysAsked()]).toEqual([2, 1]);
  });

  test("may change: the new one is found, and the old one opens nothing any more", async () => {
    const old = await directory.token();
    expect((await enter(old)).result).toBe("waiting");
    await directory.rotate();
    pass(31);
    expect((await enter(await directory.token())).result).toBe("waiting");
    expect((await enter(old)).status).toBe(401);
  });

  test("are asked for at most every half minute, however many tokens name keys that are not there", async () => {
    await enter(await directory.token());
    for (let minute = 0; minute < 3; minute += 1) {
      const flood = Array.from({ length: 40 }, async (_, n) =>
        enter(await directory.token({}, { kid: `unknown-${minute}-${n}` })),
      );
      expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([401]));
      pass(31);
    }
    expect(keysAsked()).toBeLessThanOrEqual(1 + 2);
  });

  test("that cannot be read leave local accounts as they are, and are asked for again after half a minute", async () => {
    directory.isDown = true;
    const token = await directory.token();
    for (let time = 0; time < 20; time += 1) expect((await enter(token)).status).toBe(503);
    expect(directory.asked.length).toBe(1);
    const colleague = await company.colleague("director");
    expect((await me(colleague.token)).status).toBe(200);
    directory.isDown = false;
    pass(31);
    expect((await enter(await directory.token())).result).toBe("waiting");
  });

  test("are not taken from a directory that names itself otherwise", async () => {
    const other = await startCompany({ entra: { ...directory.settings, tenant: otherTenant } });
    const response = await other.service.app.request("/api/auth/sign-in/entra", {
      method: "POST",
      body: JSON.stringify({ token: await directory.token({ tid: otherTenant }) }),
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(503);
    await other.stop();
  });
});

describe("somebody whom the directory names", () => {
  beforeEach(start);
  afterEach(stop);

  test("waits at first, gets no session, and is nobody whom rows could name", async () => {
    expect(await enter(await directory.token())).toEqual({ status: 200, result: "waiting" });
    expect(await enter(await directory.token())).toEqual({ status: 200, result: "waiting" });
    expect((await waiting()).map(({ name }) => name)).toEqual(["María Ruiz Peña"]);
    expect(await company.service.people.list()).toEqual([]);
    expect([...(await company.service.newcomers.accounts()).values()]).toEqual(["maria.ruiz@aseo.example"]);
  });

  test("is made once, though two panes ask at the same moment", async () => {
    const token = await directory.token();
    const answers = await Promise.all([enter(token), enter(token), enter(token)]);
    expect(answers.map(({ result }) => result)).toEqual(["waiting", "waiting", "waiting"]);
    expect(await waiting()).toHaveLength(1);
  });

  test("is known by directory and object, never by e-mail: a colleague's address opens nothing of theirs", async () => {
    const colleague = await company.colleague("director", "María Ruiz Peña");
    const token = await directory.token({ preferred_username: colleague.email, email: colleague.email });
    expect((await enter(token)).result).toBe("waiting");
    const [person] = await waiting();
    expect(person?.id).not.toBe(colleague.id);
    expect(person?.name).toBe(`María Ruiz Peña (${colleague.email})`);
    expect(person?.email).not.toContain("aseo.example");
  });

  test("stays the same person when the directory changes their address and name", async () => {
    const id = await approveMaria();
    const { access } = await enter(
      await directory.token({ preferred_username: "otra@aseo.example", name: "Otra" }),
    );
    const { person } = (await (await me(access)).json()) as { person: { id: string; name: string } };
    expect(person).toMatchObject({ id, name: "María Ruiz Peña" });
    expect([...(await company.service.newcomers.accounts()).values()]).toEqual(["otra@aseo.example"]);
  });

  test("who inherits somebody's address is another person", async () => {
    await approveMaria();
    expect((await enter(await directory.token({ oid: otherTenant }))).result).toBe("waiting");
  });

  test("may be refused, and asks again once the administrator reconsiders", async () => {
    await enter(await directory.token());
    const [person] = await waiting();
    const { newcomers } = company.service;
    expect(await newcomers.reject(person?.id ?? "", null)).toBe("done");
    expect(await enter(await directory.token())).toEqual({ status: 200, result: "refused" });
    expect(await waiting()).toEqual([]);
    expect(await newcomers.reconsider("Maria.Ruiz@aseo.example")).toBe("done");
    expect((await enter(await directory.token())).result).toBe("waiting");
  });

  test("who left is told so, and their open sessions end", async () => {
    const id = await approveMaria();
    const { access } = await enter(await directory.token());
    await company.service.people.deactivate(id, null);
    expect((await me(access)).status).toBe(401);
    expect(await enter(await directory.token())).toEqual({ status: 200, result: "refused" });
  });

  test("is linked by the administrator to the account that the company has already", async () => {
    const colleague = await company.colleague("quality");
    await enter(await directory.token());
    const [person] = await waiting();
    const { newcomers } = company.service;
    expect(await newcomers.link(person?.id ?? "", colleague.id, null)).toBe("done");
    expect(await newcomers.link(person?.id ?? "", colleague.id, null)).toBe("stale");
    const { access } = await enter(await directory.token());
    const answer = (await (await me(access)).json()) as { person: { id: string; role: string } };
    expect(answer.person).toMatchObject({ id: colleague.id, role: "quality" });
    expect(await waiting()).toEqual([]);
  });

  test("is decided on once", async () => {
    const id = await approveMaria();
    const { newcomers } = company.service;
    expect(await newcomers.approve(id, "admin", null)).toBe("stale");
    expect(await newcomers.reject(id, null)).toBe("stale");
  });

  test("may have a name that no sheet and no list takes for anything but a name", async () => {
    await enter(await directory.token({ name: "  \u202E=HYPERLINK(1)\u0000\n ", preferred_username: 7 }));
    const [person] = await waiting();
    expect(person?.name).toBe("=HYPERLINK(1)");
    expect([...(await company.service.newcomers.accounts()).values()]).toEqual([maria]);
  });
});

test("the pane hears of the directory only where there is one", async () => {
  await start();
  const ways = async (one: Company) => (await one.service.app.request("/api/auth/ways")).json();
  expect(await ways(company)).toEqual({
    password: true,
    code: false,
    entra: {
      clientId: client,
      tenant,
      authority: `${directory.settings.authority}/${tenant}`,
      scope: `api://${client}/access_as_user`,
    },
  });
  const plain = await startCompany();
  expect(await ways(plain)).toEqual({ password: true, code: false, entra: null });
  const token = await directory.token();
  const response = await plain.service.app.request("/api/auth/sign-in/entra", {
    method: "POST",
    body: JSON.stringify({ token }),
    headers: { "content-type": "application/json" },
  });
  expect(response.status).toBe(404);
  await plain.stop();
  await stop();
});
