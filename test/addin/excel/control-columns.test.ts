import { expect, test } from "vitest";
import { tearsTable } from "../../../addin/excel/control-columns.ts";
import type { LinkPlan } from "../../../addin/excel/plan-link.ts";
import type { Area, SheetGrid } from "../../../shared/recognition/grid.ts";

const list: Area = { top: 20, left: 4, bottom: 30, right: 9 };
const plan: LinkPlan = { area: list, names: [], named: [], writes: [], merges: [] };

const gridWith = (...areas: readonly Area[]): SheetGrid => ({
  name: "Hoja1",
  hidden: false,
  protected: false,
  cells: [],
  formulaAt: () => undefined,
  formatAt: () => "General",
  merges: [],
  tables: areas.map((area, at) => ({ name: `Tabla${at}`, area, totals: false })),
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
});

test("a table above that spans the column of a list would be torn by linking it", () => {
  expect(tearsTable(gridWith({ top: 2, left: 1, bottom: 12, right: 6 }), plan)).toBe(true);
});

test("tables that begin where the list does, or lie to a side, stay whole", () => {
  const beside = [
    { top: 2, left: 4, bottom: 12, right: 12 },
    { top: 2, left: 0, bottom: 12, right: 3 },
    { top: 20, left: 11, bottom: 30, right: 14 },
  ];
  expect(tearsTable(gridWith(list, ...beside), plan)).toBe(false);
});
