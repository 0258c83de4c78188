import { describe, expect, it } from "vitest";
import { demoCompany, recordsOf, type DemoCompany } from "../../../server/demo/demo-company.ts";
import { currentValues, standing, type DemoRow } from "../../../server/demo/demo-row.ts";
import { checkRow } from "../../../shared/model/check-row.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { isError } from "../../../shared/model/issue.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { readRow } from "../../../shared/model/read-row.ts";
import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import { addMonths, dayAt, monthOf } from "../../../shared/colombia/day.ts";
import type { Cell, Row } from "../../../shared/model/value.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { plainIndicator, type Market } from "./plain-figures.ts";

const today = "2026-11-24";
const company = demoCompany({ seed: 7, today });
const people = createDirectory(company.people.map(({ email, name, role }) => ({ id: email, name, role })));
const contextOn = (day: string): Context => ({ today: day, people, date1904: false });

const records = sheets.map((sheet) => [sheet, sheet.id] as const);

const rowsOf = (of: DemoCompany, id: string): readonly DemoRow[] => recordsOf(of).get(id) ?? [];

describe.each(records)("the demonstration rows of $label", (sheet, key) => {
  const rows = rowsOf(company, key);

  it("were valid on the day when each was written", () => {
    const wrong = rows.flatMap((row) =>
      row.revisions.flatMap(({ at, values }) =>
        checkRow(sheet, values, contextOn(dayAt(new Date(at)))).filter(isError),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("read the same after they were written into a sheet", () => {
    const context = contextOn(today);
    for (const values of rows.map(currentValues)) {
      const reading = readRow(sheet, toCells(sheet, values, context), context);
      expect({ ...reading, unread: reading.unread }).toEqual({ values, unread: {}, issues: [] });
    }
  });

  it("were written in the order of their history, none after today", () => {
    for (const row of rows) {
      const moments = [...row.revisions.map(({ at }) => at), ...(row.voided ? [row.voided.at] : [])];
      expect(moments).toEqual(moments.toSorted());
      expect(dayAt(new Date(moments.at(-1) ?? "")) < today).toBe(true);
    }
  });

  it("have an id each, and no two standing ones the same key", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const columns of sheet.keys) {
      const keys = standing(rows).map((row) =>
        JSON.stringify(columns.map((column) => currentValues(row)[column])),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe("the demonstration company", () => {
  it("has as much of everything as it promises", () => {
    const counts = ["customers", "visits", "sales"].map((key) => standing(rowsOf(company, key)).length);
    expect(counts).toEqual([900, 3_000, 120]);
    for (const [, key] of records) expect(rowsOf(company, key).length).toBeGreaterThanOrEqual(10);
    expect(company.people.filter(({ role }) => role === "advisor")).toHaveLength(6);
    expect(new Set(company.customers.map((row) => currentValues(row)["municipality"])).size).toBe(4);
    expect(company.sales.filter((row) => currentValues(row)["kind"] === "credit").length).toBeGreaterThan(4);
    for (const key of ["customers", "visits", "sales"])
      expect(rowsOf(company, key).filter(({ voided }) => voided).length).toBeGreaterThan(0);
  });

  it("plans visits for the coming weeks, today included", () => {
    const planned = company.visits
      .map(currentValues)
      .filter(({ plannedOn }) => String(plannedOn ?? "") >= today);
    expect(planned.length).toBeGreaterThan(100);
    expect(planned.some(({ plannedOn }) => plannedOn === today)).toBe(true);
  });

  it.each<Market>(["regulated", "unregulated"])(
    "meets, nearly meets and misses targets of the %s market",
    (market) => {
      const months = { first: addMonths(monthOf(today), -17), last: monthOf(today) };
      const figures = plainIndicator(company, market, months, today).map((month) => month.company);
      const states = figures.slice(0, -1).map(({ state }) => state);
      expect(states).toEqual(expect.arrayContaining(["met", "near", "missed"]));
      expect(states.filter((state) => state === "no-target")).toHaveLength(market === "regulated" ? 0 : 1);
      expect(figures.filter(({ target, firstTarget }) => target !== firstTarget).length).toBeGreaterThan(1);
      expect(figures.at(-1)?.percent).toBeGreaterThan(50);
    },
  );

  it("is the same for the same seed and day, and another for another seed", () => {
    expect(demoCompany({ seed: 7, today })).toEqual(company);
    expect(demoCompany({ seed: 8, today }).budget).not.toEqual(company.budget);
  });

  it.each(["2026-01-01", "2026-03-01", "2026-12-31", "2028-02-29"])("can be told on %s as well", (day) => {
    const told = demoCompany({ seed: 3, today: day });
    expect(standing(told.visits)).toHaveLength(3_000);
    expect(standing(told.customers)).toHaveLength(900);
    for (const [sheet, key] of records)
      for (const row of rowsOf(told, key))
        expect(checkRow(sheet, currentValues(row), contextOn(day)).filter(isError)).toEqual([]);
  });
});

function toCells(sheet: Sheet, values: Row, context: Context): Record<string, Cell> {
  return Object.fromEntries(
    typedColumns(sheet).map(([key, column]) => {
      const value = values[key] ?? null;
      return [key, value === null ? "" : column.kind.write(value, context)];
    }),
  );
}
