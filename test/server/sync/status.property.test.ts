import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canVerify } from "../../../shared/model/access.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { notes } from "../support/notes.ts";

/** Everybody writes it, two verify it. */
const shared: Sheet = {
  ...notes,
  access: {
    read: ["director", "advisor", "quality", "service"],
    write: ["director", "advisor", "quality", "service"],
    only: { service: ["value"] },
  },
};

let company: Company;
let people: readonly Colleague[];

beforeAll(async () => {
  company = await startCompany({ sheets: [shared], indicators: [], tables: [] });
  people = await Promise.all(
    (["advisor", "service", "quality", "director"] as const).map((role) => company.colleague(role)),
  );
});
afterAll(() => company.stop());

const step = fc.record({
  who: fc.nat({ max: 3 }),
  does: fc.constantFrom("edit", "edit", "void", "unvoid", "validated", "returned", "sent"),
  base: fc.constantFrom(0, 0, 0, 1, 2),
  value: fc.constantFrom("a", "b", "c"),
});

interface Step {
  readonly who: number;
  readonly does: string;
  /** How many versions behind the newest one the person is. */
  readonly base: number;
  readonly value: string;
}

async function take({ who, does, base: behind, value }: Step, id: string): Promise<string> {
  const person = personAt(who);
  const base = Math.max(0, (await versionOf(id)) - behind);
  const said = { sheet: "notes", rows: [{ id, base }], reason: `Motivo ${value}`, workbook: "L" };
  if (does === "edit") return (await person.save({ sheet: "notes", id, base, values: { value } })).result;
  if (does === "void" || does === "unvoid") return (await person.post(`/${does}`, said)).text();
  const { reason: _, ...unsaid } = said;
  return (await person.post("/status", { ...(does === "validated" ? unsaid : said), to: does })).text();
}

const personAt = (at: number): Colleague => {
  const person = people[at];
  if (!person) throw new Error(`there are not so many people: ${at}`);
  return person;
};

interface Kept {
  readonly version: number;
  readonly by: string;
  readonly after: Readonly<Record<string, unknown>>;
}

/** The row's history, oldest first. */
async function historyOf(id: string): Promise<readonly Kept[]> {
  const { revisions } = await personAt(3).get<{ revisions: readonly Kept[] }>(`/history/notes/${id}`);
  return revisions.toReversed();
}

const versionOf = async (id: string) => (await historyOf(id)).at(-1)?.version ?? 0;

test("nothing that is done by anybody but those who verify changes a validated row", async () => {
  const verifiers = new Set(people.filter(({ role }) => canVerify(shared, role)).map(({ name }) => name));
  expect(verifiers.size).toBe(2);
  let freed = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const id = newId();
      await personAt(0).save(row("notes", { value: "a", key: id }, { id }));
      await take({ who: 3, does: "validated", base: 0, value: "a" }, id);
      for (const one of steps) if ((await take(one, id)).includes("locked")) refused += 1;
      let isValidated = false;
      for (const { by, after } of await historyOf(id)) {
        // A validated row is changed by nothing but the end of its validation, by who verifies.
        if (isValidated) {
          freed += 1;
          expect(Object.keys(after)).toEqual(["_status"]);
          expect(verifiers).toContain(by);
        }
        if ("_status" in after) isValidated = after["_status"] === "validated";
      }
    }),
    { numRuns: 25 },
  );
  // Otherwise nothing was shown.
  expect([freed, refused].every((times) => times > 5)).toBe(true);
}, 120_000);
