import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Me } from "../../../shared/contract.ts";
import type { Staff } from "../../../shared/contract/people.ts";
import type { SeenAnswer } from "../../../shared/contract/seen.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { visit } from "../support/rows.ts";

let company: Company;
let admin: Colleague;
let director: Colleague;
let ana: Colleague;
beforeAll(async () => {
  company = await startCompany();
  admin = await company.colleague("admin");
  director = await company.colleague("director", "Diana Directora");
  ana = await company.colleague("advisor", "Ana Asesora");
});
afterAll(() => company.stop());

const reason = "Lo pidió la gerencia";
const act = async (path: string, body: object) =>
  (await admin.post(`/people/${path}`, body)).json() as Promise<{ result: string }>;
const member = async (id: string) =>
  (await admin.get<Staff>("/people")).people.find((person) => person.id === id);

describe("the people of the company", () => {
  it("are seen and changed by the administrator alone", async () => {
    for (const somebody of [director, ana]) {
      expect((await somebody.request("/people")).status).toBe(403);
      const change = { person: somebody.id, role: "admin", reason };
      expect((await somebody.post("/people/role", change)).status).toBe(403);
    }
    const { people, sendsMail } = await admin.get<Staff>("/people");
    expect(sendsMail).toBe(false);
    expect(people.map(({ name, state }) => [name, state])).toContainEqual(["Ana Asesora", "active"]);
  });

  it("get another role from their next request on", async () => {
    expect(await act("role", { person: ana.id, role: "quality", reason })).toEqual({ result: "done" });
    expect((await ana.get<Me>("/me")).person.role).toBe("quality");
    expect(await act("role", { person: ana.id, role: "advisor", reason })).toEqual({ result: "done" });
  });

  it("are never left without an administrator", async () => {
    expect(await act("role", { person: admin.id, role: "director", reason })).toEqual({
      result: "last-admin",
    });
    expect(await act("state", { person: admin.id, state: "inactive", reason })).toEqual({
      result: "last-admin",
    });
  });

  it("have names of their own, which change in every row", async () => {
    expect(await act("name", { person: ana.id, name: "  diana DIRECTORA " })).toEqual({
      result: "name-taken",
    });
    expect(await act("name", { person: ana.id, name: "Ana Asesora Gómez" })).toEqual({ result: "done" });
    expect((await member(ana.id))?.name).toBe("Ana Asesora Gómez");
  });

  it("leave, which ends their sessions, and come back", async () => {
    const leaving = await company.colleague("service", "Rosa Servicio");
    expect(await act("state", { person: leaving.id, state: "inactive", reason })).toEqual({ result: "done" });
    expect((await leaving.request("/me")).status).toBe(401);
    expect(await act("state", { person: leaving.id, state: "inactive", reason })).toEqual({
      result: "stale",
    });
    expect(await act("state", { person: leaving.id, state: "active", reason })).toEqual({ result: "done" });
    expect((await member(leaving.id))?.state).toBe("active");
  });

  it("are not let in who do not wait, and unknown ones are not there", async () => {
    const decision = { is: "approved", role: "advisor" };
    expect(await act("waiting", { person: ana.id, decision })).toEqual({ result: "stale" });
    expect(await act("unlock", { person: "nobody" })).toEqual({ result: "not-found" });
  });
});

describe("rows that a workbook shows", () => {
  it("are told unseen where others see them, where they are void and where there are none, all alike", async () => {
    const mine = row("visits", visit(ana.id));
    const voided = row("visits", visit(ana.id));
    await ana.push([mine, voided]);
    await ana.post("/void", {
      sheet: "visits",
      rows: [{ id: voided.id, base: 1 }],
      reason,
      workbook: "w",
    });
    const nowhere = newId();
    const asked = { schema: company.schema, sheet: "visits", rows: [mine.id, voided.id, nowhere] };
    const unseenBy = async (somebody: Colleague) =>
      ((await (await somebody.post("/seen", asked)).json()) as SeenAnswer).unseen;
    expect(await unseenBy(ana)).toEqual([voided.id, nowhere]);
    const other = await company.colleague("advisor", "Beto Asesor");
    expect(await unseenBy(other)).toEqual([mine.id, voided.id, nowhere]);
    const operations = await company.colleague("operations", "Olga Operaciones");
    expect(await unseenBy(operations)).toEqual([mine.id, voided.id, nowhere]);
  });
});
