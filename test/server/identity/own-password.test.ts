import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { password, signIn, startCompany, type Company } from "../support/company.ts";

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

const next = "caballo-bateria-grapa-72";

describe("one's own password", () => {
  test("is changed by whoever knows the current one, and ends the other sessions", async () => {
    const person = await company.colleague("advisor", "Ana Asesora");
    const other = await signIn(company.service, person.email);
    const change = async (current: string, wanted: string): Promise<unknown> =>
      (await person.post("/me/password", { current, password: wanted })).json();
    expect(await change("otra-cosa-del-todo", next)).toEqual({ result: "wrong-password" });
    expect(await change(password, "12345678901")).toEqual({ result: "weak", why: "guessable" });
    expect(await change(password, next)).toEqual({ result: "changed" });
    const statusOf = async (token: string) =>
      (await company.service.app.request("/api/me", { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect([await statusOf(person.token), await statusOf(other)]).toEqual([200, 401]);
    await expect(signIn(company.service, person.email, password)).rejects.toThrow(/401/);
    expect(await signIn(company.service, person.email, next)).not.toBe("");
  });

  test("is changed by one of two who change it at once, and the other's session ends", async () => {
    const one = await company.colleague("director", "Dora Directora");
    const other = await company.signedIn(one);
    const change = async (person: typeof one, wanted: string): Promise<unknown> =>
      (await person.post("/me/password", { current: password, password: wanted })).json();
    const answers = await Promise.all([change(one, next), change(other, "mar verde sin pan")]);
    expect(answers).toContainEqual({ result: "changed" });
    expect(answers).toContainEqual({ result: "wrong-password" });
    const statuses = await Promise.all([one, other].map(({ request }) => request("/me")));
    expect(statuses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });
});
