import { afterEach, describe, expect, test } from "vitest";
import { failureSchema } from "../../../shared/contract.ts";
import { createRateLimit } from "../../../server/http/rate-limit.ts";
import type { ServiceOptions } from "../../../server/service.ts";
import { password, startCompany, unbounded, type Colleague, type Company } from "../support/company.ts";

const origin = "https://ventas.aseo.example";
const companies: Company[] = [];
afterEach(async () => {
  for (const company of companies.splice(0)) await company.stop();
});

async function open(options: Partial<ServiceOptions>): Promise<{ company: Company; person: Colleague }> {
  const company = await startCompany({ origins: [origin], ...options });
  companies.push(company);
  return { company, person: await company.colleague("director") };
}

/** That the answer says why, when to come back, and says so to a pane of a listed origin too. */
async function expectTurnedAway(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(failureSchema.parse(await response.json())).toMatchObject({ code });
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(response.headers.get("access-control-allow-origin")).toBe(origin);
  expect(response.headers.get("access-control-expose-headers")).toContain("retry-after");
}

describe("who asks for too much", () => {
  test("in a minute waits, sooner for what costs more", async () => {
    const { company, person } = await open({ bounds: { ...unbounded, costlyPerMinute: 2 } });
    const pull = () =>
      person.request("/pull", {
        method: "POST",
        headers: { origin },
        body: JSON.stringify({ schema: company.schema, sheet: "visits", since: null }),
      });
    expect([(await pull()).status, (await pull()).status]).toEqual([200, 200]);
    await expectTurnedAway(await pull(), 429, "too-many-requests");
    expect((await person.request("/me")).status).toBe(200);
    const other = await company.colleague("quality");
    expect((await other.pull("visits")).rows).toEqual([]);
  });

  test("at once waits until the others are answered", async () => {
    const { person } = await open({ bounds: { ...unbounded, atOnceOfPerson: 1 } });
    const slow = slowBody();
    const first = person.request("/push", { method: "POST", body: slow.body, duplex: "half" } as RequestInit);
    await slow.asked;
    await expectTurnedAway(await person.request("/me", { headers: { origin } }), 429, "too-many-requests");
    slow.end();
    expect((await first).status).toBe(400);
    expect((await person.request("/me")).status).toBe(200);
  });

  test("from one address waits on every path, health and files too", async () => {
    const { company } = await open({ bounds: { ...unbounded, requestsPerMinute: 1 } });
    const statuses = [];
    for (let count = 0; count < 12; count += 1)
      statuses.push((await company.service.app.request(count % 2 ? "/health" : "/taskpane.html")).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });
});

describe("a busy service", () => {
  test("turns away sign-ins beyond those that it can judge at once", async () => {
    const { company, person } = await open({ bounds: { ...unbounded, signInsAtOnce: 1 } });
    const attempt = () =>
      company.service.app.request("/api/auth/sign-in/email", {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({ email: person.email, password }),
      });
    const [one, other] = await Promise.all([attempt(), attempt()]);
    expect(one.status).toBe(200);
    await expectTurnedAway(other, 503, "busy");
    expect((await attempt()).status).toBe(200);
  });

  test("leaves other addresses some of the sign-ins that one asks for", async () => {
    const bounds = { ...unbounded, signInsAtOnceOfAddress: 1 };
    const { company, person } = await open({ bounds, proxies: 1 });
    const headersOf = (address: string) => ({
      origin,
      "content-type": "application/json",
      "x-forwarded-for": address,
    });
    const attempt = (address: string) =>
      company.service.app.request("/api/auth/sign-in/email", {
        method: "POST",
        headers: headersOf(address),
        body: JSON.stringify({ email: person.email, password }),
      });
    const [one, other, elsewhere] = await Promise.all([
      attempt("192.0.2.1"),
      attempt("192.0.2.1"),
      attempt("192.0.2.2"),
    ]);
    expect([one.status, elsewhere.status]).toEqual([200, 200]);
    await expectTurnedAway(other, 429, "too-many-requests");
  });

  test("counts a change of a password as a sign-in", async () => {
    const { person } = await open({ bounds: { ...unbounded, signInsAtOnce: 1 } });
    const change = () =>
      person.request("/me/password", {
        method: "POST",
        headers: { origin },
        body: JSON.stringify({ current: "no-es-la-clave", password: "otra-clave-bien-larga" }),
      });
    const [one, other] = await Promise.all([change(), change()]);
    expect(one.status).toBe(200);
    await expectTurnedAway(other, 503, "busy");
  });

  test("turns away what it has no room for", async () => {
    const { company, person } = await open({ bounds: { ...unbounded, atOnce: 1 } });
    const slow = slowBody();
    const first = person.request("/push", { method: "POST", body: slow.body, duplex: "half" } as RequestInit);
    await slow.asked;
    await expectTurnedAway(await person.request("/me", { headers: { origin } }), 503, "busy");
    expect((await company.service.app.request("/health")).status).toBe(200);
    slow.end();
    await first;
  });

  test("takes on nothing while its process is overloaded, and says that it is well", async () => {
    let tooMuch = false;
    const { company, person } = await open({ load: { isTooMuch: () => tooMuch, stop: () => undefined } });
    tooMuch = true;
    await expectTurnedAway(await person.request("/me", { headers: { origin } }), 503, "busy");
    expect((await company.service.app.request("/api/health")).status).toBe(200);
    tooMuch = false;
    expect((await person.request("/me")).status).toBe(200);
  });
});

test("the body of whoever is unknown is not waited for", async () => {
  const { company } = await open({});
  const slow = slowBody();
  const init = { method: "POST", body: slow.body, duplex: "half" } as RequestInit;
  expect((await company.service.app.request("/api/push", init)).status).toBe(401);
  const long = { method: "POST", body: JSON.stringify({ email: "x".repeat(20_000), password }) };
  expect((await company.service.app.request("/api/auth/sign-in/email", long)).status).toBe(413);
});

test("a flood from everywhere is counted in bounded room, and those known before it keep their own count", () => {
  const limit = createRateLimit({ most: 2, windowSeconds: 60, now: () => new Date(0), mostKeys: 3 });
  limit.count("ana");
  for (let count = 0; count < 50; count += 1) limit.count(`flood ${count}`);
  expect([limit.waitOf("ana"), limit.waitOf("somebody new")]).toEqual([0, 60]);
});

/** A body whose end somebody waits for. */
function slowBody() {
  let end = () => {};
  let begun = () => {};
  const asked = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const body = new ReadableStream({
    start(controller) {
      end = () => controller.close();
    },
    pull: () => begun(),
  });
  return { body, asked, end: () => end() };
}
