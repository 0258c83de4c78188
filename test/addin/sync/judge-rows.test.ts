import { describe, expect, test } from "vitest";
import { budget } from "../../../shared/sheets/budget.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { interpretRows } from "../../../addin/sync/interpret-rows.ts";
import { judgeRows } from "../../../addin/sync/judge-rows.ts";
import {
  ana,
  answeredRow,
  cellsOf,
  context,
  idOf,
  interpret,
  luis,
  plannedVisit,
  target,
  targetOf,
  typedRow,
} from "./visit-rows.ts";

const judging = {
  sheet: visits,
  person: ana,
  context,
  columns: target.columns,
  rowNumber: (position: number) => position + 6,
};

function codesOf(rows: ReturnType<typeof interpret>, more: Partial<typeof judging> = {}) {
  const issues = judgeRows(rows, { ...judging, ...more });
  return rows.map(({ known }) => (issues.get(known.id) ?? []).map(({ column, code }) => `${column} ${code}`));
}

test("a row in order has no remarks; each wrong cell has its own", () => {
  const wrong = { ...cellsOf(plannedVisit), plannedOn: "31/02/2026", market: "¿?", visitType: "" };
  expect(codesOf(interpret([typedRow(0, cellsOf(plannedVisit)), typedRow(1, wrong)]))).toEqual([
    [],
    ["plannedOn invalid-date", "market unknown-choice", "visitType required"],
  ]);
});

test("rows that stand as the service answered them are not judged again", () => {
  expect(codesOf(interpret([answeredRow(0, idOf("a"), 1, { customer: "Incompleta" })]))).toEqual([[]]);
});

test("an advisor cannot send a visit of somebody else", () => {
  const rows = interpret([typedRow(0, cellsOf({ ...plannedVisit, advisor: luis.id }))]);
  expect(codesOf(rows)).toEqual([["advisor not-yours"]]);
  expect(codesOf(rows, { person: luis } as object)).toEqual([[]]);
});

test("columns that the table lacks are not asked for", () => {
  const columns = new Set([...target.columns].filter((key) => key !== "market"));
  const row = typedRow(0, cellsOf(plannedVisit));
  const { market: _absent, ...cells } = row.cells;
  const { rows } = interpretRows(visits, [{ ...row, cells }], columns, context);
  expect(codesOf(rows, { columns })).toEqual([[]]);
});

describe("keys", () => {
  const ofBudget = targetOf(budget);
  const goal = { year: 2026, month: 3, market: "regulated", targetUsers: 40 };
  const rowsOf = (...lines: Parameters<typeof cellsOf>[0][]) =>
    interpretRows(
      budget,
      lines.map((values, at) => ({ ...typedRow(at, {}), cells: cellsOf(values, ofBudget) })),
      ofBudget.columns,
      context,
    ).rows;
  const keyJudging = {
    ...judging,
    sheet: budget,
    columns: ofBudget.columns,
    person: { id: "d", role: "director" } as const,
  };

  test("rows with the same key are said with the other's number; empty parts of a key are equal", () => {
    const rows = rowsOf(goal, { ...goal, month: 4 }, { ...goal, targetUsers: 50 });
    const issues = judgeRows(rows, keyJudging);
    const found = rows.map(({ known }) =>
      issues.get(known.id)?.map(({ code, details }) => [code, details?.["row"]]),
    );
    expect(found).toEqual([[["duplicate", 8]], undefined, [["duplicate", 6]]]);
  });

  test("a thousand equal rows are judged in one pass, each against the first other", () => {
    const rows = rowsOf(...Array.from({ length: 1_000 }, () => goal));
    const issues = judgeRows(rows, keyJudging);
    expect(issues.size).toBe(1_000);
    expect(issues.get(rows[0]?.known.id ?? "")?.[0]?.details?.["row"]).toBe(7);
  });
});
