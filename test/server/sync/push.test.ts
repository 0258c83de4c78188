import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, row, startCompany, today, type Colleague, type Company } from "../support/company.ts";
import { customer, sale, target, visit } from "../support/rows.ts";

let company: Company;
let advisor: Colleague;
let other: Colleague;
let director: Colleague;

beforeAll(async () => {
  company = await startCompany();
  advisor = await company.colleague("advisor", "Ana Asesora");
  other = await company.colleague("advisor", "Beto Asesor");
  director = await company.colleague("director", "Diana Directora");
});
afterAll(() => company.stop());

describe("pushing rows", () => {
  test("a new row is saved as version 1 and comes back in a pull", async () => {
    const pushed = row("visits", visit(advisor.id));
    const answer = await advisor.save(pushed);
    expect(answer).toMatchObject({ result: "saved", id: pushed.id, version: 1, values: pushed.values });
    const pulled = await advisor.pull("visits");
    const mine = pulled.rows.find(({ id }) => id === pushed.id);
    expect(mine?.values[pulled.columns.indexOf("customer")]).toBe("Panadería El Trigal");
  });

  test("the same content again is saved without a new version", async () => {
    const pushed = row("visits", visit(advisor.id));
    const first = await advisor.save(pushed);
    expect(await advisor.save(pushed)).toEqual(first);
  });

  test("the same push again gives the same answer, also after the row moved on", async () => {
    const pushed = row("visits", visit(advisor.id));
    const pushId = newId();
    const first = await advisor.push([pushed], { pushId });
    await advisor.save({ ...pushed, base: 1, values: visit(advisor.id, { notes: "Otra nota" }) });
    expect(await advisor.push([pushed], { pushId })).toEqual(first);
  });

  test("the same push in another role is decided anew, and tells nothing that the role may not read", async () => {
    const moved = await company.colleague("advisor", "Rosa Asesora");
    const pushed = row("visits", visit(moved.id, { notes: "Solo para quien lee visitas" }));
    const pushId = newId();
    expect((await moved.push([pushed], { pushId })).answers).toMatchObject([{ result: "saved" }]);
    expect(await company.service.people.changeRole(moved.id, "operations", null)).toBe("done");
    const again = await company.signedIn({ ...moved, role: "operations" });
    const answer = await again.push([pushed], { pushId });
    expect(answer.answers).toMatchObject([{ id: pushed.id, result: "forbidden" }]);
    expect(JSON.stringify(answer)).not.toContain("Solo para");
    expect(await again.push([pushed], { pushId })).toEqual(answer);
  });

  test("another content or another person under the same push is refused", async () => {
    const pushId = newId();
    const pushed = row("visits", visit(advisor.id));
    await advisor.push([pushed], { pushId });
    await expect(advisor.push([row("visits", visit(advisor.id))], { pushId })).rejects.toThrow(
      /bad-request.*pushId/,
    );
    await expect(other.push([pushed], { pushId })).rejects.toThrow(/bad-request/);
  });

  test("disjoint fields of two people merge", async () => {
    const pushed = row("customers", customer("M-1", advisor.id));
    await advisor.save(pushed);
    await director.save({ ...pushed, base: 1, values: { ...pushed.values, district: "Centro" } });
    const mine = await advisor.save({ ...pushed, base: 1, values: { ...pushed.values, contract: "C-9" } });
    expect(mine).toMatchObject({
      result: "saved",
      version: 3,
      values: { district: "Centro", contract: "C-9" },
    });
  });

  test("the same field changed differently is a conflict, and nothing is overwritten", async () => {
    const pushed = row("customers", customer("M-2", advisor.id));
    await advisor.save(pushed);
    await director.save({ ...pushed, base: 1, values: { ...pushed.values, district: "Centro" } });
    const mine = { ...pushed, base: 1, values: { ...pushed.values, district: "Norte", contract: "C-10" } };
    expect(await advisor.save(mine)).toMatchObject({
      result: "conflict",
      version: 2,
      fields: [
        {
          column: "district",
          base: null,
          mine: "Norte",
          theirs: "Centro",
          by: "Diana Directora",
          at: today.toISOString(),
        },
      ],
      values: { district: "Centro", contract: null },
    });
  });

  test("one bad row does not stop its neighbours", async () => {
    const { answers } = await advisor.push([
      row("visits", visit(advisor.id)),
      row("visits", visit(advisor.id, { outcome: "linked" })),
      row("visits", visit(advisor.id)),
    ]);
    expect(answers.map(({ result }) => result)).toEqual(["saved", "invalid", "saved"]);
  });

  test("a second target asks for a fresh reason, and counts the version", async () => {
    const pushed = row("budget", target(5));
    expect(await director.save(pushed)).toMatchObject({ result: "saved", values: { version: 1 } });
    const raised = { ...pushed, base: 1, values: target(5, { targetUsers: 50 }) };
    expect(await director.save(raised)).toMatchObject({
      result: "invalid",
      issues: [{ column: "reason", code: "reason-required" }],
    });
    const why = { ...raised, values: target(5, { targetUsers: 50, reason: "Nueva ruta" }) };
    expect(await director.save(why)).toMatchObject({ result: "saved", version: 2, values: { version: 2 } });
    const again = { ...why, base: 2, values: target(5, { targetUsers: 60, reason: "Nueva ruta" }) };
    expect(await director.save(again)).toMatchObject({ result: "invalid" });
    const edited = {
      ...why,
      base: 2,
      values: target(5, { targetUsers: 50, reason: "Nueva ruta", approvedBy: "Gerencia" }),
    };
    expect(await director.save(edited)).toMatchObject({
      result: "saved",
      version: 3,
      values: { version: 2 },
    });
  });

  test("computed columns come from the service, and nobody overwrites them", async () => {
    expect(await director.save(row("sales", sale(advisor.id, 2_500_000)))).toMatchObject({
      values: { millions: 2.5 },
    });
    const forged = row("sales", sale(advisor.id, 2_500_000, { millions: 99 }));
    expect(await director.save(forged)).toMatchObject({
      result: "invalid",
      issues: [{ column: "millions", code: "read-only" }],
    });
  });

  test("an advisor neither takes nor gives away rows", async () => {
    const pushed = row("customers", customer("M-3", advisor.id));
    await advisor.save(pushed);
    const taken = { ...pushed, base: 1, values: { ...pushed.values, advisor: other.id } };
    expect(await other.save(taken)).toMatchObject({ result: "forbidden", columns: ["advisor"] });
    expect(await advisor.save(taken)).toMatchObject({
      result: "invalid",
      issues: [{ column: "advisor", code: "not-yours" }],
    });
    expect(await advisor.save(row("customers", customer("M-4", null)))).toMatchObject({
      issues: [{ column: "advisor", code: "required" }],
    });
  });

  test("an account that exists is named as a duplicate", async () => {
    const first = row("customers", customer("M-5", advisor.id));
    await advisor.save(first);
    expect(await advisor.save(row("customers", customer("M-5", advisor.id)))).toMatchObject({
      result: "invalid",
      issues: [{ column: "account", code: "duplicate", details: { typed: "M-5", row: first.id } }],
    });
  });

  test("two new rows with one key: the first is saved, the second is told of it", async () => {
    const rows = [
      row("customers", customer("M-6", advisor.id)),
      row("customers", customer("M-6", advisor.id)),
    ];
    const { answers } = await advisor.push(rows);
    expect(answers).toMatchObject([
      { result: "saved" },
      { result: "invalid", issues: [{ code: "duplicate" }] },
    ]);
  });

  test("two rows exchange their keys in one push", async () => {
    const [one, two] = [
      row("customers", customer("M-7", advisor.id)),
      row("customers", customer("M-8", advisor.id)),
    ];
    await advisor.push([one, two]);
    const { answers } = await advisor.push([
      { ...one, base: 1, values: { ...one.values, account: "M-8" } },
      { ...two, base: 1, values: { ...two.values, account: "M-7" } },
    ]);
    expect(answers).toMatchObject([
      { result: "saved", version: 2 },
      { result: "saved", version: 2 },
    ]);
  });

  test("one row twice in a push is decided twice, the second on top of the first", async () => {
    const pushed = row("visits", visit(advisor.id));
    const { answers } = await advisor.push([
      pushed,
      { ...pushed, values: visit(advisor.id, { notes: "Llamar antes" }) },
      { ...pushed, values: visit(advisor.id, { notes: "No llamar" }) },
    ]);
    expect(answers).toMatchObject([
      { result: "saved", version: 1 },
      { result: "saved", version: 2, values: { notes: "Llamar antes" } },
      { result: "conflict", fields: [{ column: "notes", mine: "No llamar", theirs: "Llamar antes" }] },
    ]);
  });

  test("an unknown column is named, and a void row is gone", async () => {
    const pushed = row("visits", visit(advisor.id));
    expect(await advisor.save({ ...pushed, values: { ...pushed.values, constructor: "x" } })).toMatchObject({
      issues: [{ column: "constructor", code: "unknown-column" }],
    });
    await advisor.save(pushed);
    const voided = await advisor.post("/void", {
      sheet: "visits",
      rows: [{ id: pushed.id, base: 1 }],
      reason: "Registrada dos veces",
      workbook: "Libro",
    });
    expect(await voided.json()).toMatchObject({ answers: [{ result: "voided" }] });
    expect(await advisor.save({ ...pushed, base: 1 })).toMatchObject({ result: "gone" });
  });
});
