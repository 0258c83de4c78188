import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writableColumns, readableColumns } from "../../../shared/model/access.ts";
import { isTyped, type Column } from "../../../shared/model/column.ts";
import { readCell } from "../../../shared/model/read-row.ts";
import { roles } from "../../../shared/model/role.ts";
import { columnKeys, type Sheet } from "../../../shared/model/sheet.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { normalise } from "../../../shared/text/normalise.ts";
import { testContext } from "../context.ts";
import { typedCells } from "./typed-cells.ts";

const allColumns = sheets.flatMap((sheet) =>
  Object.entries(sheet.columns).map(([key, column]) => ({ name: `${sheet.id}.${key}`, sheet, key, column })),
);

describe("every record", () => {
  it("has its own code, label and format code", () => {
    for (const field of [(s: Sheet) => s.id, (s: Sheet) => s.label, (s: Sheet) => s.format.code]) {
      expect(new Set(sheets.map(field)).size).toBe(sheets.length);
    }
  });

  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    "%s names its columns differently, synonyms included",
    (_id, sheet) => {
      const names = Object.values(sheet.columns).flatMap((column) =>
        [column.label, ...(column.synonyms ?? [])].map(normalise),
      );
      expect(names).toEqual([...new Set(names)]);
    },
  );

  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    "%s is closed to the administrator and open to management",
    (_id, sheet) => {
      expect(readableColumns(sheet, "admin")).toEqual([]);
      expect(readableColumns(sheet, "management").length).toBeGreaterThan(0);
      expect(writableColumns(sheet, "management")).toEqual([]);
    },
  );

  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    "%s lets nobody write what they may not read, nor computed columns",
    (_id, sheet) => {
      for (const role of roles) {
        const readable = readableColumns(sheet, role);
        for (const key of writableColumns(sheet, role)) {
          expect(readable).toContain(key);
          expect(isTyped(sheet.columns[key] as Column)).toBe(true);
        }
      }
    },
  );

  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    "%s has keys fit for a database and a header",
    (_id, sheet) => {
      for (const key of columnKeys(sheet)) expect(key).toMatch(/^[a-z][a-zA-Z0-9]{1,30}$/);
      for (const column of Object.values(sheet.columns)) expect(column.label.length).toBeLessThanOrEqual(40);
    },
  );
});

describe("every column", () => {
  it.each(allColumns)("$name reads back the cell that it writes", ({ column }) => {
    fc.assert(
      fc.property(typedCells(column), (cell) => {
        const reading = readCell(column, cell, testContext, { documentType: "NIT" });
        if (!reading.ok || reading.value === null) return;
        const again = readCell(column, column.kind.write(reading.value, testContext), testContext, {
          documentType: "NIT",
        });
        expect(again.ok && again.value).toBe(reading.value);
      }),
      { numRuns: 300 },
    );
  });

  it.each(allColumns)("$name accepts in its schema whatever it reads", ({ column }) => {
    fc.assert(
      fc.property(typedCells(column), (cell) => {
        const reading = readCell(column, cell, testContext, {});
        if (reading.ok && reading.value !== null)
          expect(column.kind.schema.safeParse(reading.value).error).toBeUndefined();
      }),
    );
  });

  it.each(allColumns)("$name takes every option that it offers, each for a different value", ({ column }) => {
    const options = column.kind.options?.(testContext) ?? [];
    const readings = options.map((option) => readCell(column, option, testContext, {}));
    expect(readings.filter((reading) => !reading.ok)).toEqual([]);
    expect(new Set(readings.map((reading) => reading.ok && reading.value)).size).toBe(options.length);
  });

  it.each(allColumns)("$name takes an empty cell for no value and refuses error values", ({ column }) => {
    expect(readCell(column, "  ", testContext, {})).toEqual({ ok: true, value: null });
    expect(readCell(column, "#N/A", testContext, {})).toEqual({ ok: false, finding: { code: "error-cell" } });
  });
});
