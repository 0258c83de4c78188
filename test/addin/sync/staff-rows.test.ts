import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visits } from "../../../shared/sheets/visits.ts";
import type { TableRow } from "../../../addin/excel/table-row.ts";
import { acceptVersion } from "../../../addin/sync/accept-version.ts";
import { apartReference, standsApart } from "../../../addin/sync/apart.ts";
import { interpretRows } from "../../../addin/sync/interpret-rows.ts";
import { answeredRow, context, idOf, interpret, plannedVisit, target, typedRow } from "./visit-rows.ts";

const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.constant("="));
const line = fc
  .array(cell, { minLength: 1, maxLength: 8 })
  .filter((cells) => cells.some((one) => String(one).trim() !== ""));

describe("a row that stands apart", () => {
  const month = (cells: readonly (string | number)[], shows = cells): TableRow => ({
    ...typedRow(3, { customer: "ENERO" }),
    reference: apartReference(cells),
    line: shows,
  });

  test("is no record while it shows the same, wherever blank cells come or go and columns are moved", () => {
    fc.assert(
      fc.property(line, fc.nat(8), (cells, at) => {
        expect(standsApart(month(cells))).toBe(true);
        expect(standsApart(month(cells, cells.toSpliced(at, 0, "")))).toBe(true);
        expect(standsApart(month(cells, cells.toReversed()))).toBe(true);
        expect(interpretRows(visits, [month(cells)], target.columns, context)).toMatchObject({ rows: [] });
      }),
      { numRuns: 50 },
    );
  });

  test("keeps its reference where our columns are blank", () => {
    const row = { ...month(["TOTAL", "="]), cells: typedRow(0, {}).cells };
    expect(interpretRows(visits, [row], target.columns, context).emptied.size).toBe(0);
  });

  test("is a row like any other once somebody changed it", () => {
    const [row] = interpret([month(["ENERO"], ["Panadería"])]);
    expect(row).toMatchObject({ unnamed: true, dirty: true });
  });
});

describe("what a title says", () => {
  const given = { market: "Regulado" };
  const columns = new Set([...target.columns].filter((key) => key !== "market"));
  const rowOf = (position: number, typed: Record<string, string>) => {
    const { market: _, ...cells } = typedRow(position, typed).cells;
    return { ...typedRow(position, {}), cells };
  };

  test("is read in every row, fills no blank one, and is no part of its digest", () => {
    const read = (title: Record<string, string>) =>
      interpretRows(visits, [rowOf(0, { customer: "Alba" }), rowOf(1, {})], columns, context, title).rows;
    expect(read(given).map(({ reading }) => reading.values["market"])).toEqual(["regulated"]);
    expect(read(given)[0]?.digest).toBe(read({ market: "No regulado" })[0]?.digest);
  });
});

test("a cell with a formula is not written, whatever the service answers", () => {
  const [row] = interpret([answeredRow(0, idOf("a"), 1, plannedVisit)]);
  if (!row) throw new Error("there is no row");
  const answered = { customer: "Otra", notes: "Nota" };
  const written = (formulas: readonly string[]) =>
    acceptVersion({ ...row, formulas: new Set(formulas) }, 2, answered, target).cells.map(
      ({ column }) => column,
    );
  expect(written([])).toEqual(["customer", "notes"]);
  expect(written(["customer"])).toEqual(["notes"]);
});

test("a formula that says something else than the service is no change, and its row stays at the version it built on", () => {
  const [row] = interpret([answeredRow(0, idOf("a"), 1, plannedVisit)]);
  if (!row) throw new Error("there is no row");
  const known = (formulas: readonly string[], answered: Record<string, string>) =>
    acceptVersion({ ...row, formulas: new Set(formulas) }, 2, answered, target).known;
  expect(known(["customer"], { customer: "Otra" })).toEqual(row.known);
  expect(known(["notes"], { customer: "Otra" })).toMatchObject({ version: 2 });
  expect(known(["customer"], { notes: "Nota" })).toMatchObject({ version: 2 });
});

test("a number that takes the place of a text brings the column's number format", () => {
  const [row] = interpret([typedRow(0, { customer: "Alba", plannedOn: "20/03/2026" })]);
  if (!row) throw new Error("there is no row");
  const { cells } = acceptVersion(row, 1, { plannedOn: "2026-03-21" }, target);
  expect(cells).toMatchObject([{ column: "plannedOn", was: "20/03/2026", format: "dd/mm/yyyy" }]);
});
