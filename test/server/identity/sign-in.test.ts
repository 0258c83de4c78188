import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { staffSchema } from "../../../shared/contract/people.ts";
import { password, startCompany, type Colleague, type Company } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { enter, post } from "./entering.ts";

const minute = 60_000;
let now = new Date("2026-11-24T12:00:00Z");
const clock = () => now;
const pass = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

let company: Company;
let ana: Colleague;
let admin: Colleague;

beforeAll(async () => {
  company = await startCompany({ clock, proxies: 1 });
  ana = await company.colleague("advisor", "Ana Asesora");
  admin = await company.colleague("admin", "Alba Administra");
});
afterAll(() => company.stop());
beforeEach(() => void pass(3 * 24 * 60 * minute));

/** From an address of its own unless told, behind the one proxy. */
async function knock(email: string, typed: string, more: { address?: string; device?: string } = {}) {
  const { address = `203.0.113.${Math.ceil(Math.random() * 250)}`, device } = more;
  const response = await company.service.app.request("/api/auth/sign-in/email", {
    method: "POST",
    body: JSON.stringify({ email, password: typed, ...(device === undefined ? {} : { device }) }),
    headers: { "content-type": "application/json", "x-forwarded-for": address },
  });
  return { status: response.status, wait: Number(response.headers.get("retry-after")) };
}

describe("wrong passwords", () => {
  test("make one wait from the fifth on, twice as long each time, also with the right one", async () => {
    const waits: number[] = [];
    for (let count = 0; count < 5; count += 1) expect((await knock(ana.email, "x")).status).toBe(401);
    for (let round = 0; round < 10; round += 1) {
      const { status, wait } = await knock(ana.email, password);
      expect(status).toBe(429);
      waits.push(wait / 60);
      pass(wait * 1_000);
      expect((await knock(ana.email, "x")).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
  });

  test("are forgotten once the right one came, or after a day", async () => {
    for (let count = 0; count < 4; count += 1) await knock(ana.email, "x");
    expect((await knock(ana.email, password)).status).toBe(200);
    for (let count = 0; count < 4; count += 1) expect((await knock(ana.email, "x")).status).toBe(401);
    pass(25 * 60 * minute);
    for (let count = 0; count < 5; count += 1) expect((await knock(ana.email, "x")).status).toBe(401);
    expect((await knock(ana.email, password)).status).toBe(429);
  });

  test("sent all at once are no more than those one after the other", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => knock(ana.email, "x")));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test("of strangers make nobody wait where they signed in before, and those from there do", async () => {
    const { device } = await enter(company, ana.email);
    for (let count = 0; count < 5; count += 1) await knock(ana.email, "x", { address: "198.51.100.9" });
    expect((await knock(ana.email, password)).status).toBe(429);
    expect((await knock(ana.email, password, { device })).status).toBe(200);
    const { device: hers } = await enter(company, admin.email);
    expect((await knock(ana.email, password, { device: hers })).status, "another's device").toBe(429);
    for (let count = 0; count < 5; count += 1) await knock(ana.email, "x", { device });
    expect((await knock(ana.email, password, { device })).status).toBe(429);
  });

  test("of many accounts make their address wait, and nobody else behind the proxy", async () => {
    for (let count = 0; count < 40; count += 1)
      await knock(`a${count}@aseo.example`, "x", { address: "192.0.2.1" });
    expect((await knock(ana.email, password, { address: "192.0.2.1" })).status).toBe(429);
    expect((await knock(ana.email, password, { address: "192.0.2.2" })).status).toBe(200);
  });

  test("are shown to the administrator as a wait, who ends it", async () => {
    for (let count = 0; count < 5; count += 1) await knock(ana.email, "x");
    const { access } = await enter(company, admin.email);
    const listed = await company.service.app.request("/api/people", {
      headers: { authorization: `Bearer ${access}` },
    });
    const { people } = staffSchema.parse(await listed.json());
    expect(people.find(({ id }) => id === ana.id)?.lockedUntil).toBe(
      new Date(now.getTime() + minute).toISOString(),
    );
    expect((await post(company, "/people/unlock", { person: ana.id }, access)).body).toEqual({
      result: "done",
    });
    expect((await knock(ana.email, password)).status).toBe(200);
  });

  test("count on after the service was started again", async () => {
    const folder = temporaryFolder();
    const first = await startCompany({ folder, clock });
    const person = await first.colleague("quality", "Quintín Calidad");
    const wrong = { email: person.email, password: "x" };
    for (let count = 0; count < 5; count += 1) await post(first, "/auth/sign-in/email", wrong);
    await first.stop();
    const second = await startCompany({ folder, clock });
    expect((await post(second, "/auth/sign-in/email", { email: person.email, password })).status).toBe(429);
    await second.stop();
  });
});

describe("nobody learns whether there is an account", () => {
  test("from a refusal: nobody's, a wrong password, and one that was ended answer and wait alike", async () => {
    const gone = await company.colleague("legal", "Julio Jurista");
    await company.service.people.deactivate(gone.id, null);
    const tell = async (email: string, typed: string) => {
      const answers = [];
      for (let count = 0; count < 6; count += 1) {
        const { status, body } = await post(company, "/auth/sign-in/email", { email, password: typed });
        answers.push([status, (body as { code: string }).code]);
        pass(0);
      }
      return answers;
    };
    const told = await tell("nadie@aseo.example", "una clave cualquiera");
    expect(await tell(ana.email, "una clave cualquiera")).toEqual(told);
    expect(await tell(gone.email, password)).toEqual(told);
  });
});
