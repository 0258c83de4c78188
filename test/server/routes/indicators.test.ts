import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { businessDaysBetween } from "../../../shared/colombia/business-days.ts";
import {
  evidenceSchema,
  indicatorAnswerSchema,
  tableAnswerSchema,
  type IndicatorAnswer,
} from "../../../shared/contract.ts";
import { row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { customer, target } from "../support/rows.ts";

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

const indicatorOf = async (
  person: Colleague,
  id: string,
  first: string,
  last: string,
): Promise<IndicatorAnswer> =>
  indicatorAnswerSchema.parse(await person.get(`/indicators/${id}?first=${first}&last=${last}`));

describe("the current month", () => {
  test("divides by the whole month's target, is provisional and says the pace; later months are not computed", async () => {
    await director.save(row("budget", target(3)));
    await director.save(row("customers", customer("P-1", advisors[0]?.id ?? null)));
    const { months, yearToDate } = await indicatorOf(director, "regulated-execution", "2026-02", "2026-12");
    expect(months.map((one) => one.month)).toEqual(["2026-02", "2026-03"]);
    expect(months[0]).toMatchObject({
      provisional: false,
      expected: null,
      company: { state: "no-target", percent: null },
    });
    expect(months[1]).toMatchObject({
      provisional: true,
      expected:
        (40 * businessDaysBetween("2026-03-01", "2026-03-18")) /
        businessDaysBetween("2026-03-01", "2026-03-31"),
      company: { executed: 1, target: 40, percent: 2.5, state: "missed" },
    });
    expect(yearToDate).toMatchObject({
      first: "2026-01",
      last: "2026-03",
      withoutTarget: ["2026-01", "2026-02"],
    });
  });

  test("a zero target is no target", async () => {
    await director.save(row("budget", target(1, { targetUsers: 0 })));
    const { months } = await indicatorOf(director, "regulated-execution", "2026-01", "2026-01");
    expect(months[0]?.company).toMatchObject({ target: null, percent: null, state: "no-target" });
  });

  test("an advisor sees their own figures only", async () => {
    const [ana] = advisors;
    if (!ana) throw new Error("no advisor");
    const { months, yearToDate } = await indicatorOf(ana, "regulated-execution", "2026-03", "2026-03");
    expect(yearToDate).toBeNull();
    expect(months).toMatchObject([
      { company: null, advisors: [{ advisor: ana.id, figure: { executed: 1 } }] },
    ]);
  });

  test("a year that has not begun has no months and no year to date", async () => {
    expect(await indicatorOf(director, "regulated-execution", "2027-01", "2027-02")).toMatchObject({
      months: [],
      yearToDate: null,
    });
  });
});

describe("the rows behind a figure", () => {
  test("are those that it counts, and the void ones are listed as left out", async () => {
    const voided = row("customers", customer("P-2", advisors[1]?.id ?? null));
    await director.save(voided);
    const body = {
      sheet: "customers",
      rows: [{ id: voided.id, base: 1 }],
      reason: "Cuenta repetida",
      workbook: "L",
    };
    await director.post("/void", body);
    const evidence = evidenceSchema.parse(
      await director.get("/indicators/regulated-execution/rows?month=2026-03"),
    );
    const { months } = await indicatorOf(director, "regulated-execution", "2026-03", "2026-03");
    expect(evidence.rows.reduce((sum, { value }) => sum + value, 0)).toBe(months[0]?.company?.executed);
    expect(evidence.rows).toMatchObject([{ label: "P-1", by: director.name, version: 1, day: "2026-03-05" }]);
    expect(evidence.excluded).toEqual([{ id: voided.id, label: "P-2", why: "voided" }]);
  });

  test("can be asked for one advisor, or for nobody, and by an advisor for themselves only", async () => {
    const [ana, beto] = advisors;
    const path = (advisor: string) => `/indicators/regulated-execution/rows?month=2026-03&advisor=${advisor}`;
    const rowsOf = async (who: Colleague, advisor: string) =>
      evidenceSchema.parse(await who.get(path(advisor))).rows;
    expect(await rowsOf(director, ana?.id ?? "")).toHaveLength(1);
    expect(await rowsOf(director, "")).toHaveLength(0);
    if (!ana) throw new Error("no advisor");
    expect(await rowsOf(ana, ana.id)).toHaveLength(1);
    expect((await ana.request(path(beto?.id ?? ""))).status).toBe(403);
  });
});

describe("computed tables", () => {
  test.each(["indicators", "visit-control"])("%s is drawn for whoever may read it", async (id) => {
    const path = `/tables/${id}?first=2026-01&last=2026-03`;
    const whole = tableAnswerSchema.parse(await director.get(path));
    expect(whole.rows.every(({ cells }) => cells.length === whole.columns.length)).toBe(true);
    const service = await company.colleague("service");
    expect((await service.request(path)).status).toBe(403);
  });

  test("refuse a period that is too long, ends before it begins, or is none", async () => {
    for (const query of [
      "first=2020-01&last=2026-03",
      "first=2026-03&last=2026-02",
      "first=2026-3&last=x",
      "",
      "first=0000-01&last=9999-12",
    ]) {
      const response = await director.request(`/tables/indicators?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "bad-request" });
    }
  });
});
