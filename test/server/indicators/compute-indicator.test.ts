import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicatorAnswerSchema } from "../../../shared/contract.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { expectedIndicator, type BudgetLine } from "../support/expected-indicator.ts";
import { customer, sale, target } from "../support/rows.ts";

let company: Company;
let director: Colleague;
let advisors: readonly Colleague[];

beforeAll(async () => {
  company = await startCompany();
  director = await company.colleague("director");
  advisors = [
    await company.colleague("advisor", "Ana Asesora"),
    await company.colleague("advisor", "Beto Asesor"),
  ];
});
afterAll(() => company.stop());

const indicatorOf = async (id: string, first: string, last: string) =>
  indicatorAnswerSchema.parse(await director.get(`/indicators/${id}?first=${first}&last=${last}`));

const amount = fc.integer({ min: 0, max: 60 });
const month = fc.integer({ min: 1, max: 4 });
const someAdvisor = fc.constantFrom(0, 1, null);
const line = fc.record({
  month,
  advisor: someAdvisor,
  municipality: fc.constantFrom("70001", "70215", null),
  values: fc.array(amount, { minLength: 1, maxLength: 3 }),
  voided: fc.boolean(),
});
const execution = fc.record({
  month,
  day: fc.integer({ min: 1, max: 28 }),
  advisor: someAdvisor,
  value: fc.integer({ min: -500, max: 5_000 }),
  voided: fc.integer({ max: 3, min: 0 }).map((n) => n === 0),
});

/** Saves a row in its versions, and voids it if asked; each through the same decisions as a person's push. */
async function keep(
  sheet: string,
  versions: readonly Record<string, string | number | null>[],
  voided: boolean,
) {
  const id = newId();
  const how = { at: company.clock.now, workbook: "Prueba" };
  for (const [base, values] of versions.entries()) {
    const [answer] = await company.service.importAs(director, [row(sheet, values, { id, base })], how);
    expect(answer).toMatchObject({ result: "saved" });
  }
  if (voided) {
    const what = { sheet, rows: [{ id, base: versions.length }], reason: "Por prueba" };
    const { answers } = await company.service.voidAs(director, what, how);
    if (answers[0]?.result !== "voided") throw new Error("the row was not voided");
  }
}

let year = 2000;

describe("indicators equal an independent computation", () => {
  test.each(["regulated-execution", "unregulated-execution"] as const)("%s", async (id) => {
    const isRegulated = id === "regulated-execution";
    const property = fc.asyncProperty(
      fc.uniqueArray(line, {
        minLength: 4,
        maxLength: 20,
        selector: (one) => `${one.month}|${one.advisor}|${one.municipality}`,
      }),
      fc.array(execution, { minLength: 8, maxLength: 30 }),
      month,
      month,
      async (lines, executions, one, other) => {
        year += 1;
        const [first, last] = [Math.min(one, other), Math.max(one, other)].map(
          (number) => `${year}-${String(number).padStart(2, "0")}`,
        ) as [string, string];
        const personOf = (advisor: number | null) =>
          advisor === null ? null : (advisors[advisor]?.id ?? null);
        const budget: BudgetLine[] = lines.map((entry) => {
          // Saving the same value again makes no version: repeated values are dropped.
          const values = entry.values.filter(
            (value, index) => index === 0 || value !== entry.values[index - 1],
          );
          return { ...entry, values, advisor: personOf(entry.advisor) };
        });
        for (const { month: when, advisor, municipality, values, voided } of budget) {
          const versions = values.map((value, index) => ({
            ...target(when, { year, advisor, municipality, reason: index === 0 ? null : `Ajuste ${index}` }),
            ...(isRegulated
              ? { targetUsers: value }
              : { market: "unregulated", targetUsers: null, targetSales: value }),
          }));
          await keep("budget", versions, voided);
        }
        const done = executions.flatMap((entry) => {
          const advisor = personOf(entry.advisor) ?? (isRegulated ? null : (advisors[0]?.id ?? null));
          return [{ ...entry, advisor, value: isRegulated ? 1 : entry.value }];
        });
        for (const entry of done) {
          const date = `${year}-${String(entry.month).padStart(2, "0")}-${String(entry.day).padStart(2, "0")}`;
          const values = isRegulated
            ? customer(newId().slice(0, 12), entry.advisor, { linkedOn: date })
            : sale(entry.advisor ?? "", entry.value, { date });
          await keep(isRegulated ? "customers" : "sales", [values], entry.voided);
        }
        const answer = await indicatorOf(id, first, last);
        expect({ ...answer, asOf: undefined }).toEqual({
          ...expectedIndicator({
            id,
            year,
            first,
            last,
            budget,
            done,
            advisors: advisors.map((advisor) => advisor.id),
          }),
          asOf: undefined,
        });
      },
    );
    await fc.assert(property, { numRuns: 10 });
  });
});
