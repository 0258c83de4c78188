import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refreshAnswerSchema, sessionsSchema } from "../../../shared/contract/sign-in.ts";
import { startCompany, type Colleague, type Company } from "../support/company.ts";
import { enter, post, statusOf } from "./entering.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

let company: Company;
let ana: Colleague;
let admin: Colleague;
let now = new Date("2026-11-24T12:00:00Z");
const pass = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

beforeAll(async () => {
  company = await startCompany({ clock: () => now });
  ana = await company.colleague("advisor", "Ana Asesora");
  admin = await company.colleague("admin", "Alba Administra");
});
afterAll(() => company.stop());
beforeEach(() => void pass(40 * day));

const refresh = async (token: string) => {
  const { status, body } = await post(company, "/auth/refresh", { refresh: token });
  return status === 200 ? refreshAnswerSchema.parse(body) : status;
};
const refreshed = async (token: string) => {
  const tokens = await refresh(token);
  if (typeof tokens === "number") throw new Error(`refused with ${tokens}`);
  return tokens;
};

describe("tokens", () => {
  test("open for a quarter of an hour, and are exchanged for the next ones", async () => {
    const first = await enter(company, ana.email);
    expect(first.expiresIn).toBe(900);
    expect(await statusOf(company, first.access)).toBe(200);
    pass(16 * minute);
    expect(await statusOf(company, first.access)).toBe(401);
    const next = await refreshed(first.refresh);
    expect(await statusOf(company, next.access)).toBe(200);
    expect(await statusOf(company, next.refresh), "a refresh token opens nothing by itself").toBe(401);
  });

  test("are given again as often as their answer is lost, however long after", async () => {
    const first = await enter(company, ana.email);
    const lost = await refreshed(first.refresh);
    pass(5 * day);
    const again = await refreshed(first.refresh);
    expect(again.refresh).toBe(lost.refresh);
    expect(await statusOf(company, again.access)).toBe(200);
  });

  test("are the same for two panes that exchange at once, and for one a moment late", async () => {
    const first = await enter(company, ana.email);
    const [one, other] = await Promise.all([refreshed(first.refresh), refreshed(first.refresh)]);
    expect(one.refresh).toBe(other.refresh);
    expect(await statusOf(company, one.access)).toBe(200);
    pass(30_000);
    expect((await refreshed(first.refresh)).refresh).toBe(one.refresh);
  });

  test("end their session when one is used again that was exchanged and whose successor is in use", async () => {
    const first = await enter(company, ana.email);
    const next = await refreshed(first.refresh);
    expect(await statusOf(company, next.access)).toBe(200);
    pass(2 * minute);
    expect(await refresh(first.refresh)).toBe(401);
    expect(await statusOf(company, next.access), "whoever has the newest is put out too").toBe(401);
    expect(await refresh(next.refresh)).toBe(401);
  });

  test("end their session when one of two steps ago is used again, at once", async () => {
    const first = await enter(company, ana.email);
    const second = await refreshed(first.refresh);
    const third = await refreshed(second.refresh);
    expect(await refresh(first.refresh)).toBe(401);
    expect(await refresh(third.refresh)).toBe(401);
  });

  test("end after a week without use, and after thirty days of use", async () => {
    const idle = await enter(company, ana.email);
    pass(8 * day);
    expect(await refresh(idle.refresh)).toBe(401);
    let { refresh: token } = await enter(company, ana.email);
    for (let days = 6; days < 30; days += 6) {
      pass(6 * day);
      token = (await refreshed(token)).refresh;
    }
    pass(6 * day + minute);
    expect(await refresh(token)).toBe(401);
  });

  test.each(["", "x", "a.b.c"])("that nobody gave open nothing: %j", async (token) => {
    expect([400, 401]).toContain((await post(company, "/auth/refresh", { refresh: token })).status);
  });

  test("of one use are none of another", async () => {
    const { access, refresh: token, device } = await enter(company, ana.email);
    expect(await refresh(access)).toBe(401);
    expect(await refresh(device)).toBe(401);
    for (const other of [token, device]) expect(await statusOf(company, other)).toBe(401);
  });
});

describe("open sessions", () => {
  const listOf = async (token: string, query = "") => {
    const response = await company.service.app.request(`/api/sessions${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status === 200 ? sessionsSchema.parse(await response.json()).sessions : response.status;
  };

  test("are listed with device and place, and ended one by one or all others at once", async () => {
    const [one, two, three] = [
      await enter(company, ana.email),
      await enter(company, ana.email),
      await enter(company, ana.email),
    ];
    const listed = await listOf(three.access);
    if (typeof listed === "number") throw new Error("refused");
    expect(listed.map(({ device }) => device)).toEqual([
      "Windows · Edge",
      "Windows · Edge",
      "Windows · Edge",
    ]);
    expect(listed.filter(({ isThis }) => isThis)).toHaveLength(1);
    const { id = "" } = listed.find(({ isThis }) => !isThis) ?? {};
    expect((await post(company, "/sessions/end", { which: { id } }, three.access)).body).toEqual({
      ended: 1,
    });
    const ended = await Promise.all([one, two].map(({ access }) => statusOf(company, access)));
    expect(ended.toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect((await post(company, "/sessions/end", { which: "others" }, three.access)).body).toEqual({
      ended: 1,
    });
    expect(await listOf(three.access)).toHaveLength(1);
  });

  test("of others are the administrator's alone to see and end, and nobody ends another's by its id", async () => {
    const [hers, his] = [await enter(company, ana.email), await enter(company, admin.email)];
    expect(await listOf(hers.access, `?person=${admin.id}`)).toBe(403);
    expect(
      (await post(company, "/sessions/end", { which: "others", person: admin.id }, hers.access)).status,
    ).toBe(403);
    const his1 = await listOf(his.access);
    const id = typeof his1 === "number" ? "" : (his1[0]?.id ?? "");
    expect((await post(company, "/sessions/end", { which: { id } }, hers.access)).body).toEqual({ ended: 0 });
    expect(await listOf(his.access, `?person=${ana.id}`)).toHaveLength(1);
    const end = { which: "others", person: ana.id };
    expect((await post(company, "/sessions/end", end, his.access)).body).toEqual({ ended: 1 });
    expect(await statusOf(company, hers.access)).toBe(401);
  });
});
