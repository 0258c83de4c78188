import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { connectToFile } from "../../../server/db/connection.ts";
import { demoCompany } from "../../../server/demo/demo-company.ts";
import { demoPersonWith } from "../../../server/demo/people.ts";
import { seedDemo, type Seeding } from "../../../server/demo/seed-demo.ts";
import type { RunningService } from "../../../server/service.ts";
import { monthsBetween } from "../../../shared/colombia/day.ts";
import { monthByName } from "../../../shared/colombia/months.ts";
import { healthSchema, indicatorAnswerSchema, tableAnswerSchema } from "../../../shared/contract.ts";
import { signIn, startCompany } from "../support/company.ts";
import {
  plainCustomerNumbers,
  plainIndicator,
  plainOpenClaims,
  plainProposals,
  plainVisitControl,
  plainYearToDate,
  visitKey,
  type Market,
} from "./plain-figures.ts";

const today = "2026-11-24";
const story = { seed: 7, today };
const company = demoCompany(story);
const period = { first: "2025-06", last: "2026-11" };
const query = `first=${period.first}&last=${period.last}`;
const advisors = company.people.filter(({ role }) => role === "advisor");

let service: RunningService;
let folder: string;
let token: string;
let seeding: Seeding;
let emails: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ service, folder } = await startCompany({ now: () => new Date(`${today}T14:00:00-05:00`) }));
  seeding = await seedDemo(service, story);
  token = await signIn(service, demoPersonWith("quality").email, demoPersonWith("quality").password);
  emails = new Map((await service.people.list()).map(({ id, email }) => [id, email]));
}, 120_000);

afterAll(() => service.stop());

describe("the seeded service", () => {
  it("was empty before", () => {
    expect(seeding).toBe("seeded");
  });

  it("has a whole audit", async () => {
    const reader = await connectToFile(join(folder, "ventas.db"), "reading");
    expect(await verifyAudit(reader)).toMatchObject({ ok: true, anonymisations: [] });
    await reader.close(false);
  });

  it.each<[string, Market]>([
    ["regulated-execution", "regulated"],
    ["unregulated-execution", "unregulated"],
  ])("computes %s as plain loops over the rows do", async (indicator, market) => {
    const answer = await get(`/indicators/${indicator}?${query}`, indicatorAnswerSchema);
    const expected = plainIndicator(company, market, period, today);
    expect(answer.months).toHaveLength(18);
    for (const [place, plain] of expected.entries()) {
      const month = answer.months[place];
      expect(month).toMatchObject({
        month: plain.month,
        provisional: plain.provisional,
        company: plain.company,
      });
      expect(month?.expected?.toFixed(3)).toBe(plain.expected?.toFixed(3));
      for (const { advisor, figure } of month?.advisors ?? [])
        expect(figure).toMatchObject(plain.advisors.get(emails.get(advisor ?? "") ?? "") ?? {});
      const shares = (month?.advisors ?? []).map(({ figure }) => figure.executed);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(plain.company.executed);
    }
    const { withoutTarget, ...year } = plainYearToDate(expected.filter(({ month }) => month >= "2026-01"));
    expect(answer.yearToDate).toMatchObject({ figure: year, withoutTarget, provisional: true });
  });

  it("counts visits by month and advisor as plain loops over the rows do", async () => {
    const { rows } = await get(`/tables/visit-control?${query}`, tableAnswerSchema);
    const plain = plainVisitControl(company, period);
    const named = rows.filter(({ cells }) => cells[1] !== "Total");
    expect(named).toHaveLength(plain.size);
    for (const { cells } of named) {
      const [name, year] = String(cells[0]).split(" ");
      const month = `${year}-${String(monthByName(name ?? "")).padStart(2, "0")}`;
      const counts = plain.get(visitKey(month, advisors.find((one) => one.name === cells[1])?.email ?? ""));
      expect(cells.slice(2, 6)).toEqual(
        counts && [counts.planned, counts.done, counts.effective, counts.linked],
      );
    }
  });

  it("tells users of each market and month as asking of every user does", async () => {
    const { rows, notes } = await get(`/tables/customer-numbers?${query}`, tableAnswerSchema);
    const expected = monthsBetween(period.first, period.last).flatMap((month) =>
      (["regulated", "unregulated"] as const).map((market) => {
        const { initial, linked, lost, reactivated, final } = plainCustomerNumbers(company, market, month);
        return [initial, linked, lost, reactivated, final];
      }),
    );
    const ofMarkets = rows.filter(({ cells }) => cells[1] !== "Total");
    expect(ofMarkets.map(({ cells }) => cells.slice(2, 7))).toEqual(expected);
    for (const place of [1, 2, 3, 4])
      expect(expected.some((numbers) => (numbers[place] ?? 0) > 0)).toBe(true);
    expect(notes).toHaveLength(1);
  });

  it("adds up proposals by month as plain loops do", async () => {
    const { rows } = await get(`/tables/proposal-states?${query}`, tableAnswerSchema);
    const totals = rows.filter(({ cells }) => cells[1] === "Total");
    expect(totals.map(({ cells }) => cells.slice(2))).toEqual(
      monthsBetween(period.first, period.last).map((month) => {
        const { count, value } = plainProposals(company, month);
        return [count, value];
      }),
    );
  });

  it("lists every open claim, the overdue first", async () => {
    const { rows } = await get(`/tables/claims-due?${query}`, tableAnswerSchema);
    const numbers = rows.map(({ cells }) => String(cells[0]));
    expect(numbers.toSorted()).toEqual(plainOpenClaims(company).toSorted());
    const left = rows.map(({ cells }) => Number(cells[5]));
    expect(left).toEqual(left.toSorted((one, other) => one - other));
    expect(rows.filter(({ cells }) => cells[6] === "Vencida").length).toBeGreaterThan(1);
    expect(left.some((days) => days > 0)).toBe(true);
  });

  it("is left as it is when it is seeded again, on another day too", async () => {
    const before = await get("/health", healthSchema);
    expect(await seedDemo(service, story)).toBe("already-there");
    expect(await seedDemo(service, { seed: 7, today: "2026-12-01" })).toBe("already-there");
    expect(await get("/health", healthSchema)).toEqual(before);
  });

  it("is never put among accounts that are somebody else's", async () => {
    const other = await startCompany();
    await other.colleague("director");
    expect(await seedDemo(other.service, story)).toBe("not-empty");
    expect(await other.service.people.list()).toHaveLength(1);
    await other.stop();
  });
});

async function get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
  const response = await service.app.request(`/api${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}
