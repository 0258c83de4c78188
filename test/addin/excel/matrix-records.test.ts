import { expect, test } from "vitest";
import type { MatrixPart } from "../../../addin/excel/matrix-names.ts";
import { nameCells } from "../../../addin/excel/matrix-named.ts";
import { findYear, yearOf } from "../../../addin/excel/matrix-year.ts";
import type { LinkRecord, MatrixRecord } from "../../../addin/excel/registry.ts";
import type { Cell } from "../../../shared/model/value.ts";
import type { Area, SheetGrid } from "../../../shared/recognition/grid.ts";
import { budget } from "../../../shared/sheets/budget.ts";
import { testContext } from "../../shared/context.ts";

const title = "METAS 2026";
const lines: readonly (readonly Cell[])[] = [
  [title],
  ["Mercado", "Asesor", "Enero", "Febrero", "Marzo", "Total"],
  ["REGULADO", "Ana Lucía Mercado", 3, "", 5, 8],
  ["", "Dairo Benítez Buelvas", 1, 2, 3, 6],
  ["Subtotal", "", 4, 2, 8, 14],
  ["NO REGULADO", "ana lucia mercado", 10, 20, 30, 60],
  ["NO REGULADO", "Nadie", 1, 1, 1, 3],
];
const subtotal = 4;
const merged: Area = { top: 2, left: 0, bottom: 3, right: 0 };

const cell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });
const areas = new Map<MatrixPart, Area>([
  ["block", { top: 1, left: 0, bottom: 5, right: 5 }],
  ["year", cell(0, 0)],
  ["line_market", cell(1, 0)],
  ["line_advisor", cell(1, 1)],
  ["month_1", cell(1, 2)],
  ["month_2", cell(1, 3)],
  ["month_3", cell(1, 4)],
]);

const matrix: MatrixRecord = {
  lines: ["market", "advisor"],
  months: { 1: "Enero", 2: "Febrero", 3: "Marzo" },
  given: { year: 2026 },
  yearFrom: "title",
};
const link: LinkRecord = {
  id: "l",
  sheet: budget.id,
  tableId: "",
  tableName: "",
  columns: {},
  controls: { reference: 0, status: 0, marks: 0 },
  scope: { from: null },
  cursor: null,
  lastSync: null,
  toRemove: [],
  ruledRows: 0,
  headers: {},
  habits: { targetSales: { unit: 1_000_000 } },
  context: {},
  origin: null,
  layout: "matrix",
  matrix,
};

function gridOf(cells: readonly (readonly Cell[])[]): SheetGrid {
  return {
    name: "Hoja",
    hidden: false,
    protected: false,
    cells,
    formulaAt: (row, column) => (row === subtotal && column > 1 ? "=SUM(C3:C4)" : undefined),
    formatAt: () => "General",
    merges: [merged],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

const located = { worksheetId: "h", areas };

function read(cells: readonly (readonly Cell[])[] = lines) {
  const grid = gridOf(cells);
  const block = areas.get("block") ?? cell(0, 0);
  const year = yearOf(budget, link, located, grid);
  return nameCells(budget, link, { located, block, grid, entries: new Map(), year }, testContext);
}

test("lines are read from their labels, merged ones too; totals are no lines, and what is typed below goes on", () => {
  const records = read().map(({ row, column, name, value }) => [row, column, name, value]);
  expect(records).toHaveLength(4 * 3);
  expect(records[0]).toEqual([2, 2, '[2026,1,"regulated","p-ana",null]', "targetUsers"]);
  expect(records[4]).toEqual([3, 3, '[2026,2,"regulated","p-dairo",null]', "targetUsers"]);
  expect(records[8]).toEqual([5, 4, '[2026,3,"unregulated","p-ana",null]', "targetSales"]);
  expect(records[9]).toEqual([6, 2, '[2026,1,"unregulated","nadie",null]', "targetSales"]);
});

test("a record's labels stand where people see them", () => {
  const places = read()[3]?.places;
  expect(places?.get("market")).toEqual({ row: 2, column: 0 });
  expect(places?.get("advisor")).toEqual({ row: 3, column: 1 });
  expect(places?.get("year")).toEqual({ row: 0, column: 0 });
});

test("the order of the lines does not matter to what a record is called", () => {
  const [head = [], months = [], ...rest] = lines;
  const sorted = [head, months, rest[0] ?? [], rest[1] ?? [], rest[2] ?? [], rest[4] ?? [], rest[3] ?? []];
  const names = (cells: readonly (readonly Cell[])[]) => read(cells).map(({ name }) => name);
  expect(names(sorted).toSorted()).toEqual(names(lines).toSorted());
});

test("the year is what the title says now, or what it says where it says none", () => {
  const titled = (text: Cell) => yearOf(budget, link, located, gridOf([[text], ...lines.slice(1)]));
  expect(titled("METAS 2027")).toBe(2027);
  expect(titled("METAS 2026, sobre 2025")).toBe(2026);
  expect(titled("METAS")).toBe("METAS");
  const named = { ...link, matrix: { ...matrix, yearFrom: "worksheet" as const } };
  const on = (name: string) => yearOf(budget, named, located, { ...gridOf(lines), name });
  expect([on("PPTO 2028"), on("Metas")]).toEqual([2028, 2026]);
  expect(findYear(gridOf(lines), 1, 2026)).toEqual({ from: "title", area: cell(0, 0) });
  expect(findYear({ ...gridOf(lines), name: "PPTO 2030" }, 1, 2030)).toEqual({
    from: "worksheet",
    area: null,
  });
});
