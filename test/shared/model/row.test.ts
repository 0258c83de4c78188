import { describe, expect, it } from "vitest";
import { checkRow, computeRow } from "../../../shared/model/check-row.ts";
import { mayTouch } from "../../../shared/model/access.ts";
import { figureOf } from "../../../shared/model/figure.ts";
import { isBlankRow, readRow } from "../../../shared/model/read-row.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Cell, Row } from "../../../shared/model/value.ts";
import { budget } from "../../../shared/sheets/budget.ts";
import { customers } from "../../../shared/sheets/customers.ts";
import { sales } from "../../../shared/sheets/sales.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { testContext } from "../context.ts";

const visit: Row = {
  plannedOn: "2026-03-02",
  visitedOn: "2026-03-03",
  advisor: "p-ana",
  customer: "Hotel La Mojarra",
  visitType: "potential",
  market: "regulated",
  purpose: "linking",
  outcome: "interested",
};

const found = (sheet: Sheet, row: Row) =>
  checkRow(sheet, row, testContext).map(({ column, code }) => `${column} ${code}`);

describe("a visit", () => {
  it("stands as it is", () => expect(found(visits, visit)).toEqual([]));

  it("needs its result once visited, and has none before", () => {
    expect(found(visits, { ...visit, outcome: null })).toEqual(["outcome required"]);
    expect(found(visits, { ...visit, visitedOn: null })).toEqual(["outcome not-allowed"]);
    expect(found(visits, { ...visit, visitedOn: null, outcome: null })).toEqual([]);
  });

  it("needs the linking date and contract where it linked, and has none otherwise", () => {
    expect(found(visits, { ...visit, outcome: "linked" })).toEqual([
      "linkedOn required",
      "contract required",
    ]);
    expect(found(visits, { ...visit, linkedOn: "2026-03-09", contract: "C-1" })).toEqual([
      "linkedOn not-allowed",
      "contract not-allowed",
    ]);
  });

  it("is not in the future and its next day is not before it", () => {
    expect(found(visits, { ...visit, visitedOn: "2026-11-25" })).toEqual(["visitedOn future-date"]);
    expect(found(visits, { ...visit, nextOn: "2026-03-02" })).toEqual(["nextOn date-order"]);
    expect(found(visits, { ...visit, nextOn: "2026-03-03" })).toEqual([]);
  });

  it("without any day is said, not refused", () => {
    const issues = checkRow(
      visits,
      { ...visit, plannedOn: null, visitedOn: null, outcome: null },
      testContext,
    );
    expect(issues).toEqual([{ column: "plannedOn", code: "undated", severity: "warning" }]);
  });

  it("belongs to its advisor alone", () => {
    expect(mayTouch(visits, { id: "p-ana", role: "advisor" }, "write", visit)).toBe(true);
    expect(mayTouch(visits, { id: "p-dairo", role: "advisor" }, "read", visit)).toBe(false);
    expect(mayTouch(visits, { id: "p-rosa", role: "director" }, "read", visit)).toBe(true);
    expect(mayTouch(visits, { id: "p-rosa", role: "director" }, "write", visit)).toBe(false);
  });
});

describe("a target", () => {
  const target: Row = { year: 2026, month: 3, market: "regulated", targetUsers: 40 };

  it("is of users in the regulated market and of pesos in the other", () => {
    expect(found(budget, target)).toEqual([]);
    expect(found(budget, { ...target, targetUsers: null })).toEqual(["targetUsers required"]);
    expect(found(budget, { ...target, targetSales: 5 })).toEqual(["targetSales not-allowed"]);
    expect(found(budget, { ...target, market: "unregulated", targetUsers: null, targetSales: -1 })).toEqual([
      "targetSales out-of-range",
    ]);
  });

  it("shows its pesos in millions too", () => {
    expect(computeRow(budget, { targetSales: 153_500_000 }, testContext)["targetMillions"]).toBe(153.5);
    expect(computeRow(budget, target, testContext)["targetMillions"]).toBeNull();
  });
});

describe("a user", () => {
  const cells: Record<string, Cell> = {
    documentType: "Nit",
    documentNumber: "800.250.984",
    stratum: 3,
    use: "Comercial",
  };

  it("has the check digit of its NIT added, and told", () => {
    const { values, issues } = readRow(customers, cells, testContext);
    expect(values["documentNumber"]).toBe("800250984-6");
    expect(issues).toEqual([
      {
        column: "documentNumber",
        code: "missing-check-digit",
        severity: "warning",
        details: { typed: "800.250.984", read: "800250984-6" },
      },
    ]);
    expect(computeRow(customers, values, testContext)["checkDigit"]).toBe(6);
  });

  it("has a stratum only for residential use", () => {
    const { values } = readRow(customers, cells, testContext);
    expect(found(customers, values)).toContain("stratum not-allowed");
  });

  it("keeps the text of what cannot be read", () => {
    const { unread, issues } = readRow(customers, { linkedOn: "31/02/2026" }, testContext);
    expect(unread).toEqual({ linkedOn: "31/02/2026" });
    expect(issues[0]).toMatchObject({ column: "linkedOn", code: "invalid-date" });
  });
});

describe("a sale", () => {
  it("is negative exactly when it is a credit note", () => {
    const sale: Row = {
      date: "2026-03-02",
      contract: "C-1",
      customer: "Hotel",
      document: "F-1",
      kind: "sale",
      value: 10,
      advisor: "p-ana",
    };
    expect(found(sales, sale)).toEqual([]);
    expect(found(sales, { ...sale, value: -10 })).toEqual(["value credit-is-negative"]);
    expect(found(sales, { ...sale, kind: "credit" })).toEqual(["value credit-is-negative"]);
  });
});

describe("a figure", () => {
  const thresholds = { met: 100, near: 90 };

  it("is without a target where there is none or it is zero", () => {
    for (const target of [null, 0]) {
      expect(figureOf(12, target, target, thresholds)).toMatchObject({
        percent: null,
        target: null,
        state: "no-target",
      });
    }
  });

  it("compares unrounded and knows no cap", () => {
    expect(figureOf(9996, 10_000, 10_000, thresholds).state).toBe("near");
    expect(figureOf(9999, 10_000, 9_000, thresholds)).toMatchObject({
      state: "near",
      firstPercent: (9999 / 9000) * 100,
    });
    expect(figureOf(12, 10, 10, thresholds)).toMatchObject({ percent: 120, state: "met" });
    expect(figureOf(90, 100, 100, thresholds).state).toBe("near");
    expect(figureOf(89, 100, 100, thresholds).state).toBe("missed");
  });
});

it("a row is blank when nothing but white space was typed", () => {
  expect(isBlankRow({ a: "", b: " \u00a0 " })).toBe(true);
  expect(isBlankRow({ a: "", b: 0 })).toBe(false);
});
