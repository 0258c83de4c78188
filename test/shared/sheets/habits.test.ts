import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTyped } from "../../../shared/model/column.ts";
import type { ColumnHabit } from "../../../shared/model/habit.ts";
import type { CellContext } from "../../../shared/model/kind.ts";
import { readCell } from "../../../shared/model/read-row.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { testContext } from "../context.ts";
import { typedCells } from "./typed-cells.ts";

const columns = sheets.flatMap((sheet) =>
  Object.entries(sheet.columns)
    .filter(([, column]) => isTyped(column))
    .map(([key, column]) => ({ name: `${sheet.id}.${key}`, column })),
);

const habits: readonly ColumnHabit[] = [
  { unit: 1_000 },
  { unit: 1_000_000 },
  { unit: 100 },
  { monthFirst: true },
  { doubtfulOrder: true },
];
const contexts: readonly CellContext[] = [false, true].flatMap((date1904) =>
  habits.map((habit) => ({ ...testContext, date1904, habit })),
);
const row = { documentType: "NIT" };

/** Cells that readers with careless expressions stumble over. */
const hostile = [
  "1".repeat(20_000),
  " ".repeat(20_000),
  `${"1.".repeat(10_000)}x`,
  `${"a ".repeat(10_000)}@`,
  `${"- ".repeat(10_000)}3`,
  "\u0000\ud800\u202e",
  "__proto__",
  "constructor",
  "=1+1",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  1e300,
  5e-324,
  true,
];

describe("every column", () => {
  it.each(columns)("$name reads back what it writes under every habit of a sheet", ({ column }) => {
    fc.assert(
      fc.property(typedCells(column), fc.constantFrom(...contexts), (cell, context) => {
        const reading = readCell(column, cell, context, row);
        if (!reading.ok || reading.value === null) return;
        const written = column.kind.write(reading.value, context);
        expect(readCell(column, written, context, row)).toMatchObject({ ok: true, value: reading.value });
        expect(readCell(column, written, context, row)).not.toHaveProperty("warning.code", "ambiguous-date");
      }),
      { numRuns: 60 },
    );
  });

  it.each(columns)("$name answers whatever a cell holds, also when it suggests", ({ column }) => {
    const context = contexts[0] ?? testContext;
    for (const cell of hostile) {
      expect(readCell(column, cell, context, row)).toHaveProperty("ok");
      expect(column.kind.suggest?.(cell, context).length ?? 0).toBeLessThanOrEqual(3);
    }
  });

  it.each(columns)("$name suggests only what it reads", ({ column }) => {
    fc.assert(
      fc.property(typedCells(column), (cell) => {
        for (const label of column.kind.suggest?.(cell, testContext) ?? [])
          expect(readCell(column, label, testContext, row)).toHaveProperty("ok", true);
      }),
      { numRuns: 40 },
    );
  });

  it.each(columns)(
    "$name reads an option in any case, without accents and with spaces around",
    ({ column }) => {
      for (const option of (column.kind.options?.(testContext) ?? []).slice(0, 40)) {
        const { value } = { value: undefined, ...readCell(column, option, testContext, row) };
        const plain = option.normalize("NFD").replace(/\p{Mn}/gu, "");
        for (const typed of [plain, option.toUpperCase(), `\u00a0 ${option.toLowerCase()}  `])
          expect(readCell(column, typed, testContext, row)).toMatchObject({ ok: true, value });
      }
    },
  );
});
