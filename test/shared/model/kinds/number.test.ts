import { describe, expect, it } from "vitest";
import { count, decimal, money, percentage } from "../../../../shared/model/kinds/number.ts";
import { readCell } from "../../../../shared/model/read-row.ts";
import type { ColumnHabit } from "../../../../shared/model/habit.ts";
import type { Column } from "../../../../shared/model/column.ts";
import type { Cell } from "../../../../shared/model/value.ts";
import { testContext } from "../../context.ts";

const columns = {
  count: count({ label: "Usuarios" }),
  money: money({ label: "Valor" }),
  decimal: decimal({ label: "Volumen" }),
  percentage: percentage({ label: "Avance" }),
};

function read(column: Column, cell: Cell, habit: ColumnHabit = {}) {
  const reading = readCell(column, cell, { ...testContext, habit }, {});
  if (!reading.ok) return reading.finding.code;
  return reading.warning ? [reading.value, reading.warning.code] : reading.value;
}

describe("numbers by kind", () => {
  it.each([
    ["count", "18 usuarios", 18],
    ["count", "2,5", "not-whole"],
    ["count", "aprox. 3", [3, "approximate"]],
    ["money", "1.500", 1500],
    ["money", "1,5 millones", 1_500_000],
    ["money", "según aforo", "not-a-number"],
    ["money", "50%", "not-a-number"],
    ["decimal", "0,8", 0.8],
    ["decimal", "1.500", [1500, "ambiguous-number"]],
    ["decimal", "3 m3", 3],
    ["decimal", "3 millones", "not-a-number"],
    ["percentage", "98,5%", 98.5],
    ["percentage", 98.5, 98.5],
    ["percentage", 0.5, [0.5, "ambiguous-share"]],
    ["percentage", 0, 0],
  ] as const)("a %s reads %s", (kind, cell, expected) => {
    expect(read(columns[kind], cell)).toEqual(expected);
  });

  it.each([
    ["money", { unit: 1_000_000 }, 1.5, 1_500_000],
    ["money", { unit: 1_000_000 }, "1,5", 1_500_000],
    ["money", { unit: 1_000_000 }, "2 millones", 2_000_000],
    ["money", { unit: 1_000_000 }, "1.500", [1_500_000_000, "ambiguous-number"]],
    ["money", { unit: 1_000_000 }, "1.500,0", 1_500_000_000],
    ["money", { unit: 1_000_000 }, "1.500 millones", 1_500_000_000],
    ["money", { unit: 1_000 }, "1.500", 1_500_000],
    ["percentage", { unit: 100 }, 0.985, 98.5],
    ["percentage", { unit: 100 }, "98,5%", 98.5],
    ["count", { unit: 1_000 }, 3, 3],
  ] as const)("a %s of a sheet with %j reads %s as %d", (kind, habit, cell, expected) => {
    expect(read(columns[kind], cell, habit)).toEqual(expected);
  });
});
