import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { History } from "../../../shared/contract/history.ts";
import type { StatusAnswer, UnvoidAnswer, VoidedAnswer } from "../../../shared/contract/status.ts";
import type { VoidAnswer } from "../../../shared/contract.ts";
import type { Row } from "../../../shared/model/value.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { customer, visit } from "../support/rows.ts";

let company: Company;
let advisor: Colleague;
let director: Colleague;
let quality: Colleague;

beforeAll(async () => {
  company = await startCompany();
  advisor = await company.colleague("advisor", "Ana Asesora");
  director = await company.colleague("director", "Diana Directora");
  quality = await company.colleague("quality", "Carlos Calidad");
});
afterAll(() => company.stop());

const reason = "Falta el acta firmada";

async function answersOf<A extends { answers: unknown[] }>(response: Response): Promise<A["answers"]> {
  expect(response.status).toBe(200);
  return ((await response.json()) as A).answers;
}

const say = async (
  who: Colleague,
  to: string,
  rows: readonly { readonly id: string; readonly base: number }[],
  sheet = "visits",
) =>
  answersOf<StatusAnswer>(
    await who.post("/status", {
      sheet,
      to,
      rows,
      workbook: "L",
      ...(to === "validated" ? {} : { reason }),
    }),
  );

async function savedVisit(more: Row = {}): Promise<{ id: string; sheet: string; values: Row }> {
  const pushed = row("visits", visit(advisor.id, more));
  expect(await advisor.save(pushed)).toMatchObject({ result: "saved", version: 1 });
  return pushed;
}

const pulled = async (who: Colleague, id: string, sheet = "visits") =>
  (await who.pull(sheet)).rows.find((one) => one.id === id);

const returnedByCarlos = { is: "returned", by: "Carlos Calidad", reason };

describe("returning a row", () => {
  test("tells its author who, when and why, and nothing of it once it is corrected, in one revision", async () => {
    const pushed = await savedVisit();
    expect(await say(quality, "returned", [{ id: pushed.id, base: 1 }])).toEqual([
      { result: "changed", id: pushed.id, version: 2 },
    ]);
    const status = { ...returnedByCarlos, at: company.clock.now.toISOString() };
    expect((await pulled(advisor, pushed.id))?.status).toEqual(status);
    const corrected = { ...pushed, base: 2, values: { ...pushed.values, contact: "Rosa" } };
    const answer = await advisor.save(corrected);
    expect(answer).toMatchObject({ result: "saved", version: 3, values: { contact: "Rosa" } });
    expect(answer).not.toHaveProperty("status");
    expect(await pulled(advisor, pushed.id)).not.toHaveProperty("status");
    const { revisions } = await advisor.get<History>(`/history/visits/${pushed.id}`);
    expect(revisions[0]).toMatchObject({
      before: { contact: null, _status: "returned" },
      after: { contact: "Rosa", _status: "sent" },
    });
    expect(revisions[1]).toMatchObject({ after: { _status: "returned" }, reason });
  });

  test("takes nothing that was typed before it; what was typed unseen does not end it", async () => {
    const pushed = await savedVisit();
    await say(quality, "returned", [{ id: pushed.id, base: 1 }]);
    const typed = { ...pushed, base: 1, values: { ...pushed.values, notes: "Volver el lunes" } };
    expect(await advisor.save(typed)).toMatchObject({
      result: "saved",
      version: 3,
      values: { notes: "Volver el lunes" },
      status: returnedByCarlos,
    });
    const corrected = { ...typed, base: 3, values: { ...typed.values, contact: "Rosa" } };
    expect(await advisor.save(corrected)).not.toHaveProperty("status");
  });

  test("may be answered without a change, by whoever writes the row and with a reason", async () => {
    const { id } = await savedVisit();
    await say(director, "returned", [{ id, base: 1 }]);
    expect(await say(advisor, "sent", [{ id, base: 2 }])).toMatchObject([{ result: "changed", version: 3 }]);
    expect(await pulled(quality, id)).not.toHaveProperty("status");
    const unsaid = { sheet: "visits", to: "sent", rows: [{ id, base: 3 }], workbook: "L" };
    expect((await advisor.post("/status", unsaid)).status).toBe(400);
  });

  test("is not for those who do not verify", async () => {
    const { id } = await savedVisit();
    const management = await company.colleague("management");
    for (const who of [advisor, management])
      expect(await say(who, "returned", [{ id, base: 1 }])).toEqual([{ result: "forbidden", id }]);
  });
});

describe("a validated row", () => {
  test("stays as it is: a change is answered with who validated it and when, also for who verifies", async () => {
    const pushed = row("customers", customer(newId().slice(0, 12), advisor.id));
    await advisor.save(pushed);
    await say(quality, "validated", [{ id: pushed.id, base: 1 }], "customers");
    const locked = {
      result: "locked",
      id: pushed.id,
      version: 2,
      by: "Carlos Calidad",
      at: company.clock.now.toISOString(),
    };
    for (const who of [advisor, director])
      for (const base of [1, 2])
        expect(await who.save({ ...pushed, base, values: { ...pushed.values, district: "Norte" } })).toEqual(
          locked,
        );
    expect(await advisor.save({ ...pushed, base: 2 })).toMatchObject({
      result: "saved",
      version: 2,
      status: { is: "validated", by: "Carlos Calidad", reason: null },
    });
  });

  test("is not voided, and neither answered nor freed by its author", async () => {
    const { id } = await savedVisit();
    await say(quality, "validated", [{ id, base: 1 }]);
    const voiding = { sheet: "visits", rows: [{ id, base: 2 }], reason, workbook: "L" };
    expect(await answersOf<VoidAnswer>(await advisor.post("/void", voiding))).toEqual([
      { id, result: "locked" },
    ]);
    expect(await say(advisor, "sent", [{ id, base: 2 }])).toEqual([{ result: "forbidden", id }]);
  });

  test("takes no acceptance of a warning", async () => {
    const undated = { plannedOn: null, visitedOn: null, outcome: null };
    const accepted = [{ column: "plannedOn", code: "undated" as const, reason }];
    const open = await savedVisit(undated);
    expect(await advisor.save({ ...open, base: 1, accepted })).toMatchObject({ version: 2, accepted: [{}] });
    const pushed = await savedVisit(undated);
    await say(quality, "validated", [{ id: pushed.id, base: 1 }]);
    const before = await pulled(quality, pushed.id);
    expect(await advisor.save({ ...pushed, base: 2, accepted })).toMatchObject({ result: "locked" });
    expect(await pulled(quality, pushed.id)).toEqual(before);
  });

  test("can be changed again once the validation is taken back or the row returned", async () => {
    // What waited for that goes, whether or not its author saw it.
    for (const [to, base] of [
      ["sent", 2],
      ["sent", 3],
      ["returned", 2],
      ["returned", 3],
    ] as const) {
      const pushed = await savedVisit();
      await say(quality, "validated", [{ id: pushed.id, base: 1 }]);
      await say(director, to, [{ id: pushed.id, base: 2 }]);
      const answer = await advisor.save({ ...pushed, base, values: { ...pushed.values, contact: "Rosa" } });
      expect(answer).toMatchObject({ result: "saved", version: 4 });
      expect(answer).not.toHaveProperty("status");
    }
  });

  test("is none that whoever validates wrote, but for the director", async () => {
    const change = row("changes", {
      date: "2026-03-02",
      document: newId(),
      description: "Se agrega una columna",
      version: "2",
      responsible: "Pedro Gómez",
      state: "pending",
    });
    expect(await quality.save(change)).toMatchObject({ result: "saved" });
    const seen = [{ id: change.id, base: 1 }];
    expect(await say(quality, "validated", seen, "changes")).toEqual([{ result: "own", id: change.id }]);
    const other = await company.colleague("quality", "Camila Calidad");
    expect(await say(other, "validated", seen, "changes")).toMatchObject([{ result: "changed" }]);
    const target = row("objectives", {
      month: "2026-03",
      scope: "general",
      objective: newId(),
      strategy: "linking",
      responsible: "María Ruiz",
      dueOn: "2026-03-31",
      evaluation: "Usuarios vinculados",
    });
    expect(await director.save(target)).toMatchObject({ result: "saved" });
    expect(await say(director, "validated", [{ id: target.id, base: 1 }], "objectives")).toMatchObject([
      { result: "changed" },
    ]);
  });
});

describe("many rows at once", () => {
  test("each has its own answer, and the same request again the same answers", async () => {
    const [fresh, stale, gone] = [await savedVisit(), await savedVisit(), await savedVisit()];
    await advisor.save({ ...stale, base: 1, values: { ...stale.values, contact: "Rosa" } });
    await advisor.post("/void", {
      sheet: "visits",
      rows: [{ id: gone.id, base: 1 }],
      reason,
      workbook: "L",
    });
    const absent = newId();
    const rows = [fresh.id, stale.id, gone.id, absent, fresh.id].map((id) => ({ id, base: 1 }));
    const expected = [
      { result: "changed", id: fresh.id, version: 2 },
      { result: "stale", id: stale.id },
      { result: "gone", id: gone.id },
      { result: "gone", id: absent },
      { result: "changed", id: fresh.id, version: 2 },
    ];
    for (let time = 1; time <= 2; time += 1) expect(await say(quality, "validated", rows)).toEqual(expected);
    expect((await pulled(quality, fresh.id))?.version).toBe(2);
  });

  test("a thousand are validated by one request", async () => {
    const rows = Array.from({ length: 1_000 }, (_, at) =>
      row("visits", visit(advisor.id, { customer: `Usuario ${at}` })),
    );
    await advisor.push(rows);
    const answers = await say(
      quality,
      "validated",
      rows.map(({ id }) => ({ id, base: 1 })),
    );
    expect(new Set(answers.map((one) => (one as { result: string }).result))).toEqual(new Set(["changed"]));
    expect(answers).toHaveLength(1_000);
  });
});

describe("a void row", () => {
  const voiding = (id: string, base: number, sheet = "visits") => ({
    sheet,
    rows: [{ id, base }],
    reason,
    workbook: "L",
  });
  const unvoid = async (who: Colleague, id: string, base: number, sheet = "visits") =>
    answersOf<UnvoidAnswer>(await who.post("/unvoid", voiding(id, base, sheet)));

  test("is listed with who, when and why, comes back as it stood, and reaches the sheets of all again", async () => {
    const { id, values } = await savedVisit();
    await say(quality, "returned", [{ id, base: 1 }]);
    const since = (await quality.pull("visits")).next;
    await advisor.post("/void", voiding(id, 2));
    expect((await quality.pull("visits", since)).removed).toEqual([{ id, why: "voided" }]);
    const listed = await quality.get<VoidedAnswer>("/voided/visits");
    expect(listed.rows.find((one) => one.id === id)).toMatchObject({
      version: 3,
      by: "Ana Asesora",
      reason,
      mayRestore: false,
    });
    for (let time = 1; time <= 2; time += 1)
      expect(await unvoid(advisor, id, 3)).toEqual([{ result: "restored", id, version: 4 }]);
    expect((await quality.get<VoidedAnswer>("/voided/visits")).rows.map((one) => one.id)).not.toContain(id);
    const back = (await quality.pull("visits", since)).rows.find((one) => one.id === id);
    expect(back).toMatchObject({ version: 4, status: returnedByCarlos });
    expect(back?.values).toContain(values["customer"]);
    const { revisions } = await advisor.get<History>(`/history/visits/${id}`);
    expect(revisions[0]).toMatchObject({ before: { _voided: 1 }, after: { _voided: 0 }, reason });
  });

  test("stays void while another row has its key", async () => {
    const account = newId().slice(0, 12);
    const [first, second] = [
      row("customers", customer(account, advisor.id)),
      row("customers", customer(account, advisor.id)),
    ];
    await advisor.save(first);
    await advisor.post("/void", voiding(first.id, 1, "customers"));
    expect(await advisor.save(second)).toMatchObject({ result: "saved" });
    expect(await unvoid(advisor, first.id, 2, "customers")).toEqual([{ result: "taken", id: first.id }]);
    await advisor.post("/void", voiding(second.id, 1, "customers"));
    const both = {
      ...voiding(first.id, 2, "customers"),
      rows: [first, second].map(({ id }) => ({ id, base: 2 })),
    };
    expect(await answersOf<UnvoidAnswer>(await advisor.post("/unvoid", both))).toMatchObject([
      { result: "restored" },
      { result: "taken" },
    ]);
  });

  test("is not restored by who may not void it, nor from a version that was passed", async () => {
    const { id } = await savedVisit();
    await advisor.post("/void", voiding(id, 1));
    expect(await unvoid(quality, id, 2)).toEqual([{ result: "forbidden", id }]);
    expect(await unvoid(advisor, id, 1)).toEqual([{ result: "stale", id }]);
    expect(await unvoid(director, id, 2)).toEqual([{ result: "forbidden", id }]);
  });
});

test("who wrote a row behind a figure is told, not who verified it", async () => {
  const account = newId().slice(0, 12);
  const linked = row("customers", customer(account, advisor.id));
  await advisor.save(linked);
  const path = "/indicators/regulated-execution/rows?month=2026-03";
  const before = await director.get<{ rows: { id: string; by: string }[] }>(path);
  await say(quality, "validated", [{ id: linked.id, base: 1 }], "customers");
  const after = await director.get<{ rows: { id: string; by: string }[] }>(path);
  const of = ({ rows }: typeof after) => rows.find(({ id }) => id === linked.id);
  expect(of(after)).toEqual({ ...of(before), version: 2 });
  expect(of(after)?.by).toBe("Ana Asesora");
});
