import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn, startCompany, type Company } from "./support/company.ts";

let company: Company;

beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const person = {
  name: "Diana  Directora",
  email: "Diana@Aseo.example",
  role: "director",
  password: "una-clave-larga",
} as const;

describe("accounts", () => {
  test("are created tidy, and named once by e-mail and by name as people read it", async () => {
    const { people } = company.service;
    const created = await people.create(person);
    expect(created).toMatchObject({
      ok: true,
      person: { name: "Diana Directora", email: "diana@aseo.example", role: "director" },
    });
    expect(await people.create({ ...person, name: "Otra Persona" })).toEqual({
      ok: false,
      code: "email-taken",
    });
    expect(await people.create({ ...person, name: "DIANA DIRECTORÁ", email: "d2@aseo.example" })).toEqual({
      ok: false,
      code: "name-taken",
    });
    expect(await people.list()).toHaveLength(1);
  });

  test.each([
    [{ name: "" }, "name"],
    [{ email: "diana" }, "email"],
  ])("that are malformed say where: %j", async (wrong, field) => {
    expect(await company.service.people.create({ ...person, ...wrong })).toEqual({
      ok: false,
      code: "invalid",
      field,
    });
  });

  test("get a new password, which ends their sessions", async () => {
    const token = await signIn(company.service, "diana@aseo.example");
    const me = () =>
      company.service.app.request("/api/me", { headers: { authorization: `Bearer ${token}` } });
    expect((await me()).status).toBe(200);
    const { setPassword } = company.service.people;
    expect(await setPassword("DIANA@aseo.example", "otra-clave-larga")).toEqual({ ok: true });
    expect((await me()).status).toBe(401);
    await expect(signIn(company.service, "diana@aseo.example")).rejects.toThrow(/401/);
    expect(await signIn(company.service, "diana@aseo.example", "otra-clave-larga")).toMatch(/\./);
    expect(await setPassword("nadie@aseo.example", "otra-clave-larga")).toEqual({
      ok: false,
      code: "no-account",
    });
  });

  test.each([
    ["short", "corta"],
    ["long", "xk".repeat(65)],
    ["guessable", "Diana2026!!"],
    ["guessable", "P4ssw0rd2026"],
  ] as const)("never get a password that is %s: %s", async (how, typed) => {
    const email = "diana@aseo.example";
    const token = await signIn(company.service, email, "otra-clave-larga");
    expect(await company.service.people.setPassword(email, typed)).toEqual({
      ok: false,
      code: how,
    });
    const headers = { authorization: `Bearer ${token}` };
    expect((await company.service.app.request("/api/me", { headers })).status).toBe(200);
    expect(await signIn(company.service, email, "otra-clave-larga")).toMatch(/\./);
  });
});
