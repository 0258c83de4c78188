import { expect, test } from "vitest";
import { rowsFor } from "../../../../addin/taskpane/sheets/rows-choice.ts";
import { longestPeriod, monthsOf, periodProblem } from "../../../../addin/taskpane/tables/periods.ts";

test("the usual periods end with the current month", () => {
  expect(monthsOf("this-month", "2026-03")).toEqual({ first: "2026-03", last: "2026-03" });
  expect(monthsOf("this-year", "2026-03")).toEqual({ first: "2026-01", last: "2026-03" });
  expect(monthsOf("last-twelve", "2026-03")).toEqual({ first: "2025-04", last: "2026-03" });
});

test("a period neither runs backwards nor is longer than the service answers", () => {
  expect(periodProblem({ first: "2026-03", last: "2026-02" })).toBe("backwards");
  expect(periodProblem({ first: "2023-04", last: "2026-03" })).toBeUndefined();
  expect(periodProblem({ first: "2023-03", last: "2026-03" })).toBe("too-long");
  expect(longestPeriod).toBe(36);
});

test("rows of a format begin with the first day of their months", () => {
  expect(rowsFor("none", "2026-01")).toBe("none");
  expect(rowsFor("month", "2026-01")).toEqual({ from: "2026-01-01" });
  expect(rowsFor("quarter", "2026-01")).toEqual({ from: "2025-11-01" });
  expect(rowsFor("all", "2026-01")).toEqual({ from: null });
});
