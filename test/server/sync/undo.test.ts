import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PushAnswer, PushedRow } from "../../../shared/contract.ts";
import type { Pushes, UndoAnswer, UndoPreview } from "../../../shared/contract/undo.ts";
import type { Row } from "../../../shared/model/value.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { customer, proposal, sale, target, visit } from "../support/rows.ts";

let company: Company;
let director: Colleague;
let advisor: Colleague;
let quality: Colleague;
beforeAll(async () => {
  company = await startCompany();
  director = await company.colleague("director", "Diana Directora");
  advisor = await company.colleague("advisor", "Ana Asesora");
  quality = await company.colleague("quality", "Quique Calidad");
});
afterAll(() => company.stop());

const reason = "Se deshizo el envío";

/** Sends rows as part of one sending, and gives its name. */
async function send(who: Colleague, rows: readonly PushedRow[], act = newId()): Promise<string> {
  const { schema } = company;
  const sent = await who.post("/push", { pushId: newId(), act, schema, workbook: "Ventas.xlsx · 1", rows });
  const { answers } = (await sent.json()) as PushAnswer;
  expect(answers.map(({ result }) => result)).toEqual(rows.map(() => "saved"));
  return act;
}

async function undo(
  who: Colleague,
  act: string,
  id = newId(),
): Promise<UndoAnswer & { readonly act: string }> {
  const answer = await who.post("/undo", { id, act, reason, workbook: "Ventas.xlsx · 1" });
  expect(answer.status).toBe(200);
  return { ...((await answer.json()) as UndoAnswer), act: id };
}

async function standing(who: Colleague, sheet: string, id: string): Promise<Row | undefined> {
  const { columns, rows } = await who.pull(sheet);
  const found = rows.find((one) => one.id === id);
  return found && Object.fromEntries(columns.map((key, at) => [key, found.values[at] ?? null]));
}

describe("taking a sending back", () => {
  test("all its pushes go back together: changed fields to what they said, added rows out of every count", async () => {
    const old = row("customers", customer("U-1", advisor.id));
    await send(advisor, [old]);
    const fresh = row("customers", customer("U-2", advisor.id));
    const act = newId();
    await send(advisor, [{ ...old, base: 1, values: { district: "Centro" } }], act);
    await send(advisor, [fresh], act);
    await director.save({ ...old, base: 2, values: { contract: "C-1" } });
    expect(await advisor.get<UndoPreview>(`/pushes/${act}`)).toMatchObject({
      workbook: "Ventas.xlsx · 1",
      sheets: [{ sheet: "customers", changed: 1, voided: 1, restored: 0 }],
      kept: [],
    });
    const answer = await undo(advisor, act);
    expect(answer).toMatchObject({ sheets: [{ changed: 1, voided: 1 }], keptRows: 0 });
    expect(await standing(advisor, "customers", old.id)).toMatchObject({ district: null, contract: "C-1" });
    expect(await standing(advisor, "customers", fresh.id)).toBeUndefined();
    const { revisions } = await advisor.get<{ revisions: { reason: string; by: string; after: Row }[] }>(
      `/history/customers/${old.id}`,
    );
    expect(revisions[0]).toMatchObject({ reason, by: "Ana Asesora", after: { district: null } });
    // And taken back itself, it stands as it was sent.
    await undo(advisor, answer.act);
    expect(await standing(advisor, "customers", old.id)).toMatchObject({
      district: "Centro",
      contract: "C-1",
    });
    expect(await standing(advisor, "customers", fresh.id)).toMatchObject({ account: "U-2" });
  });

  test("a row on which somebody built stays whole, and it says who; its neighbours go back", async () => {
    const rows = ["U-3", "U-4", "U-5"].map((account) => row("customers", customer(account, advisor.id)));
    await send(advisor, rows);
    const act = await send(
      advisor,
      rows.map((one) => ({ ...one, base: 1, values: { district: "Centro", name: "Otra" } })),
    );
    const [first, second] = rows;
    if (!first || !second) throw new Error("no rows");
    await director.save({ ...first, base: 2, values: { district: "Norte" } });
    await advisor.save({ ...second, base: 2, values: { district: "Sur" } });
    const answer = await undo(advisor, act);
    expect(answer.sheets).toEqual([{ sheet: "customers", changed: 1, voided: 0, restored: 0 }]);
    expect(answer.kept).toMatchObject([
      { id: first.id, why: "changed", by: "Diana Directora" },
      { id: second.id, why: "changed", by: "Ana Asesora" },
    ]);
    expect(await standing(advisor, "customers", first.id)).toMatchObject({ district: "Norte", name: "Otra" });
  });

  test("an added row that somebody changed or voided is not voided under them", async () => {
    const rows = ["U-12", "U-13"].map((account) => row("customers", customer(account, advisor.id)));
    const act = await send(advisor, rows);
    const [changed, voided] = rows;
    if (!changed || !voided) throw new Error("no rows");
    await director.save({ ...changed, base: 1, values: { contract: "C-12" } });
    const voiding = {
      sheet: "customers",
      rows: [{ id: voided.id, base: 1 }],
      reason: "No se hizo",
      workbook: "w",
    };
    expect((await director.post("/void", voiding)).status).toBe(200);
    expect((await undo(advisor, act)).kept).toMatchObject([
      { id: changed.id, why: "changed", by: "Diana Directora" },
      { id: voided.id, why: "voided", by: "Diana Directora" },
    ]);
  });

  test("what was validated since stays, and the validator is named", async () => {
    const one = row("visits", visit(advisor.id));
    await send(advisor, [one]);
    const act = await send(advisor, [{ ...one, base: 1, values: { contact: "Rosa" } }]);
    const validated = { sheet: "visits", to: "validated", rows: [{ id: one.id, base: 2 }], workbook: "w" };
    expect(await (await quality.post("/status", validated)).json()).toMatchObject({
      answers: [{ result: "changed" }],
    });
    expect((await undo(advisor, act)).kept).toMatchObject([{ why: "validated", by: "Quique Calidad" }]);
  });

  test("a correction that is taken back leaves the row returned as it was", async () => {
    const one = row("visits", visit(advisor.id));
    await send(advisor, [one]);
    const returned = {
      sheet: "visits",
      to: "returned",
      rows: [{ id: one.id, base: 1 }],
      reason: "Falta el contacto",
      workbook: "w",
    };
    expect((await quality.post("/status", returned)).status).toBe(200);
    const act = await send(advisor, [{ ...one, base: 2, values: { contact: "Rosa" } }]);
    await undo(advisor, act);
    const { rows } = await advisor.pull("visits");
    expect(rows.find(({ id }) => id === one.id)).toMatchObject({
      status: { is: "returned", by: "Quique Calidad", reason: "Falta el contacto" },
    });
  });

  test("keys that a sending swapped or gave on go back together", async () => {
    const one = row("customers", customer("U-6", advisor.id));
    await send(advisor, [one]);
    const heir = row("customers", customer("U-6", advisor.id));
    const act = await send(advisor, [{ ...one, base: 1, values: { account: "U-7" } }, heir]);
    const back = await undo(advisor, act);
    expect(back).toMatchObject({ sheets: [{ changed: 1, voided: 1 }], keptRows: 0 });
    expect(await standing(advisor, "customers", one.id)).toMatchObject({ account: "U-6" });
    expect(await undo(advisor, back.act)).toMatchObject({
      sheets: [{ changed: 1, restored: 1 }],
      keptRows: 0,
    });
  });

  test("where a rule or another row stands against it by now, the row stays", async () => {
    const one = row("customers", customer("U-8", advisor.id));
    await send(advisor, [one]);
    const act = await send(advisor, [{ ...one, base: 1, values: { account: "U-9" } }]);
    await director.save(row("customers", customer("U-8", advisor.id)));
    expect((await undo(advisor, act)).kept).toMatchObject([{ id: one.id, why: "not-allowed", by: null }]);
    expect(await standing(advisor, "customers", one.id)).toMatchObject({ account: "U-9" });
  });

  test("going back to an older target is a new official version, with the reason", async () => {
    const budget = row("budget", target(7));
    await send(director, [budget]);
    const act = await send(director, [
      { ...budget, base: 1, values: { targetUsers: 50, reason: "Nueva ruta" } },
    ]);
    await undo(director, act);
    expect(await standing(director, "budget", budget.id)).toMatchObject({ targetUsers: 40, version: 3 });
  });

  test("the same taking back again gives the same answer; another one finds that it built on it", async () => {
    const one = row("sales", sale(advisor.id, 1_000));
    const act = await send(director, [one]);
    const first = await undo(director, act);
    expect(await undo(director, act, first.act)).toEqual(first);
    expect(await undo(director, act)).toMatchObject({
      sheets: [],
      kept: [{ why: "voided", by: "Diana Directora" }],
    });
    const other = await director.post("/undo", { id: first.act, act: newId(), reason, workbook: "w" });
    expect(other.status).toBe(400);
    const reused = await director.post("/push", {
      pushId: first.act,
      schema: company.schema,
      workbook: "w",
      rows: [one],
    });
    expect(reused.status).toBe(400);
  });

  test("the same taking back in another role is decided anew, and names no row that the role may not read", async () => {
    const moved = await company.colleague("advisor", "Rosa Asesora");
    const one = row("customers", customer("U-30", moved.id));
    const act = await send(moved, [one]);
    await director.save({ ...one, base: 1, values: { district: "Centro" } });
    const first = await undo(moved, act);
    expect(first).toMatchObject({ kept: [{ id: one.id, why: "changed" }] });
    await company.service.people.changeRole(moved.id, "admin", null);
    const again = await company.signedIn({ ...moved, role: "admin" });
    expect(await undo(again, act, first.act)).toMatchObject({ sheets: [], kept: [], keptRows: 0 });
  });

  test("is for one's own sendings, and only as far as one still sees and may change their rows", async () => {
    const one = row("proposals", proposal("P-10", advisor.id));
    const act = await send(advisor, [one]);
    const request = { id: newId(), act, reason, workbook: "w" };
    expect((await director.post("/undo", request)).status).toBe(404);
    expect((await director.request(`/pushes/${act}`)).status).toBe(404);
    const other = await company.colleague("advisor", "Luis Asesor");
    await director.save({ ...one, base: 1, values: { advisor: other.id } });
    expect(await advisor.get<UndoPreview>(`/pushes/${act}`)).toMatchObject({
      sheets: [],
      kept: [],
      keptRows: 0,
    });
    expect(await undo(advisor, act)).toMatchObject({ sheets: [], kept: [], keptRows: 0 });
    const { pushes } = await advisor.get<Pushes>("/pushes");
    expect(pushes.map((push) => push.act)).not.toContain(act);
  });
});

test("the list has the newest first, with rows by record, and tells which were taken back", async () => {
  const someone = await company.colleague("advisor", "Nora Nueva");
  const rows = [row("visits", visit(someone.id)), row("customers", customer("U-11", someone.id))];
  const act = await send(someone, rows);
  const undone = await undo(someone, act);
  const { pushes } = await someone.get<Pushes>("/pushes");
  expect(pushes).toMatchObject([
    { act: undone.act, undoes: act, undone: false },
    {
      act,
      undoes: null,
      undone: true,
      workbook: "Ventas.xlsx · 1",
      sheets: expect.arrayContaining([
        { sheet: "visits", rows: 1 },
        { sheet: "customers", rows: 1 },
      ]),
    },
  ]);
  const redone = await undo(someone, undone.act);
  const after = await someone.get<Pushes>("/pushes");
  expect(after.pushes.map((push) => [push.act, push.undone])).toEqual([
    [redone.act, false],
    [undone.act, true],
    [act, false],
  ]);
});
