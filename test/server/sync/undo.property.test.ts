import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PushAnswer } from "../../../shared/contract.ts";
import type { UndoAnswer } from "../../../shared/contract/undo.ts";
import type { Row } from "../../../shared/model/value.ts";
import { newId, startCompany, type Colleague, type Company } from "../support/company.ts";
import { notes } from "../support/notes.ts";

let company: Company;
let people: readonly [Colleague, Colleague];
beforeAll(async () => {
  company = await startCompany({ sheets: [notes], indicators: [], tables: [] });
  people = [await company.colleague("director", "Una"), await company.colleague("director", "Otra")];
});
afterAll(() => company.stop());

const columns = ["name", "value", "amount"] as const;
const change = fc.dictionary(fc.constantFrom(...columns), fc.nat({ max: 3 }), { minKeys: 1, maxKeys: 3 });
/** Somebody changes one of three rows, as part of one of their two sendings. */
const step = fc.record({
  who: fc.constantFrom(0, 1),
  act: fc.nat({ max: 1 }),
  row: fc.nat({ max: 2 }),
  change,
});

interface Written {
  readonly act: string;
  readonly row: string;
  readonly before: Row | null;
  readonly changed: readonly string[];
}

const typed = (edit: Readonly<Record<string, number>>): Row =>
  Object.fromEntries(
    Object.entries(edit).map(([key, value]) => [key, key === "amount" ? value : `texto ${value}`]),
  );

async function shown(ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const pulled = await people[0].pull("notes");
  const rows = pulled.rows.filter(({ id }) => ids.includes(id));
  return new Map(
    rows.map(({ id, values }) => [
      id,
      Object.fromEntries(pulled.columns.map((key, at) => [key, values[at] ?? null])),
    ]),
  );
}

async function undo(who: Colleague, act: string) {
  const id = newId();
  const response = await who.post("/undo", { id, act, reason: "Se deshizo", workbook: "w" });
  expect(response.status).toBe(200);
  return { id, answer: (await response.json()) as UndoAnswer };
}

test("taking back a sending changes no field that anybody wrote since, and taken back itself all is as it was", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 9 }),
      fc.nat({ max: 1 }),
      async (steps, which) => {
        const ids = [newId(), newId(), newId()];
        const acts = people.map(() => [newId(), newId()]);
        const written: Written[] = [];
        for (const { who, act: at, row, change: edit } of steps) {
          const id = ids[row] ?? "";
          const act = acts[who]?.[at] ?? "";
          const before = (await shown(ids)).get(id) ?? null;
          const values = { ...typed(edit), ...(before ? {} : { key: id }) };
          const body = { pushId: newId(), act, schema: company.schema, workbook: "w" };
          const base = 999;
          const sent = await (people[who] ?? people[0]).post("/push", {
            ...body,
            rows: [{ sheet: "notes", id, base, values }],
          });
          const { answers } = (await sent.json()) as PushAnswer;
          expect(answers[0]?.result).toBe("saved");
          const changed = Object.entries(values).filter(([key, value]) => (before?.[key] ?? null) !== value);
          if (changed.length > 0)
            written.push({ act, row: id, before, changed: changed.map(([key]) => key) });
        }
        const last = steps.at(-1);
        const who = people[last?.who ?? 0] ?? people[0];
        const act = acts[last?.who ?? 0]?.[which] ?? "";
        const full = await shown(ids);
        if (!written.some((one) => one.act === act)) {
          expect(
            (await who.post("/undo", { id: newId(), act, reason: "Se deshizo", workbook: "w" })).status,
          ).toBe(404);
          return;
        }
        const undone = await undo(who, act);
        const after = await shown(ids);
        expect(after).toEqual(expected(full, written, act));
        // Where all of it stays, there is nothing to take back in turn.
        if (undone.answer.sheets.length > 0) await undo(who, undone.id);
        expect(await shown(ids)).toEqual(full);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

/** What the rows must say, told from what was written and in which order. */
function expected(full: ReadonlyMap<string, Row>, written: readonly Written[], act: string) {
  const rows = new Map(full);
  for (const [id, row] of full) {
    const ofRow = written.filter((one) => one.row === id);
    const mine = ofRow.filter((one) => one.act === act);
    const [first] = mine;
    if (!first) continue;
    const since = ofRow.slice(ofRow.indexOf(first)).filter((one) => one.act !== act);
    const touched = new Set(mine.flatMap(({ changed }) => changed));
    const isNew = first.before === null;
    if (isNew && since.length === 0) rows.delete(id);
    if (isNew || since.some(({ changed }) => changed.some((key) => touched.has(key)))) continue;
    const back = [...touched].map((key) => [
      key,
      mine.find(({ changed }) => changed.includes(key))?.before?.[key] ?? null,
    ]);
    rows.set(id, { ...row, ...(Object.fromEntries(back) as Row) });
  }
  return rows;
}
