import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Context } from "../../../shared/model/kind.ts";
import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { Cell } from "../../../shared/model/value.ts";
import { planRepairs, type RowOfCells } from "../../../shared/repair/plan-repairs.ts";
import { customers } from "../../../shared/sheets/customers.ts";
import { sales } from "../../../shared/sheets/sales.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { testContext } from "../context.ts";
import { typedCells } from "../sheets/typed-cells.ts";

const rowsOf = (key: string, cells: readonly Cell[]): readonly RowOfCells[] =>
  cells.map((cell, row) => ({ row, cells: { [key]: cell } }));

const repairsOf = (sheet: Sheet, key: string, cells: readonly Cell[], context: Context = testContext) =>
  planRepairs(sheet, rowsOf(key, cells), context)[0];

describe("repairs", () => {
  it("are certain where the text says what the column holds", () => {
    expect(repairsOf(visits, "outcome", ["VINC.", "Vinculado", "VINC.", "vinculada"])?.certain).toEqual([
      { typed: "VINC.", becomes: "Vinculado", shown: "Vinculado", rows: [0, 2], why: null, suggestions: [] },
      { typed: "vinculada", becomes: "Vinculado", shown: "Vinculado", rows: [3], why: null, suggestions: [] },
    ]);
    expect(repairsOf(visits, "visitedOn", ["12/03/2026"])?.certain[0]?.becomes).toBe(46_093);
    expect(repairsOf(visits, "mobile", ["+57 300 123 4567"])?.certain[0]?.becomes).toBe("3001234567");
    expect(repairsOf(sales, "value", ["$ 1.500.000"])?.certain[0]?.becomes).toBe(1_500_000);
  });

  it("leave alone what is right, empty or beyond help", () => {
    expect(planRepairs(visits, rowsOf("outcome", ["Vinculado", "", "  ", "#N/A"]), testContext)).toEqual([]);
    expect(planRepairs(sales, rowsOf("value", [5, "según aforo"]), testContext)).toEqual([]);
  });

  it("are to be decided where the reading is doubtful", () => {
    const [group] = repairsOf(visits, "outcome", ["No contesta"])?.uncertain ?? [];
    expect(group).toMatchObject({ becomes: "Ausente", why: "loose-choice" });
    expect(repairsOf(visits, "mobile", ["3001234567 / 3105556666"])?.uncertain[0]).toMatchObject({
      becomes: "3001234567",
      why: "second-phone",
    });
  });

  it("are to be chosen where nothing was read but something is alike", () => {
    const [group] = repairsOf(visits, "municipality", ["Corosal"])?.uncertain ?? [];
    expect(group).toMatchObject({ becomes: "Corosal", shown: "", why: "unknown-municipality" });
    expect(group?.suggestions[0]).toEqual({ label: "Corozal", cell: "Corozal" });
    expect(repairsOf(visits, "advisor", ["D. Benítez"])?.uncertain[0]?.suggestions).toEqual([
      { label: "Dairo Benítez Buelvas", cell: "Dairo Benítez Buelvas" },
    ]);
  });

  it("tell documents apart by their type", () => {
    const rows = [
      { row: 0, cells: { documentType: "NIT", documentNumber: "800250984" } },
      { row: 1, cells: { documentType: "CC", documentNumber: "800250984" } },
    ];
    const [repairs] = planRepairs(customers, rows, testContext);
    expect(repairs?.uncertain).toMatchObject([
      { becomes: "800250984-6", why: "missing-check-digit", rows: [0] },
    ]);
    expect(repairs?.certain).toEqual([]);
  });

  it("ask about dates that may be month first as soon as one of the column must be", () => {
    const repairs = repairsOf(visits, "visitedOn", ["03/25/2026", "03/04/2026", "25/03/2026"]);
    expect(repairs?.certain).toMatchObject([{ typed: "25/03/2026", becomes: 46_106 }]);
    expect(repairs?.uncertain).toMatchObject([
      { typed: "03/25/2026", why: "ambiguous-date", suggestions: [{ label: "25/03/2026", cell: 46_106 }] },
      {
        typed: "03/04/2026",
        becomes: 46_115,
        why: "ambiguous-date",
        suggestions: [{ label: "04/03/2026", cell: 46_085 }],
      },
    ]);
  });

  it("ask about numbers that may have lost the zeros that others of the column begin with", () => {
    const repairs = repairsOf(customers, "account", ["0010042", 10_043, "0010044", 1_234_567]);
    expect(repairs?.certain).toEqual([]);
    expect(repairs?.uncertain).toMatchObject([
      { becomes: "10043", why: "lost-leading-zero", suggestions: [{ label: "0010043", cell: "0010043" }] },
    ]);
  });

  it("follow the habit of the sheet once it is said", () => {
    const context = {
      ...testContext,
      habits: { visitedOn: { monthFirst: true }, value: { unit: 1_000_000 } },
    } as const;
    expect(repairsOf(visits, "visitedOn", ["03/25/2026", "03/04/2026"], context)?.certain).toMatchObject([
      { becomes: 46_106 },
      { becomes: 46_085 },
    ]);
    expect(repairsOf(sales, "value", ["1,5", 2, "2 millones"], context)?.certain).toMatchObject([
      { typed: "1,5", becomes: 1.5 },
      { typed: "2 millones", becomes: 2 },
    ]);
  });

  it("are no more than anybody can decide one by one", () => {
    const cells = Array.from({ length: 3_000 }, (_, row) => `Corosal ${row % 1_500}`);
    const uncertain = repairsOf(visits, "municipality", cells)?.uncertain ?? [];
    expect(uncertain.length).toBeLessThanOrEqual(200);
  });

  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    "of %s are all made at once: planning again gives no certain one",
    (_id, sheet) => {
      const row = fc.record(
        Object.fromEntries(typedColumns(sheet).map(([key, column]) => [key, typedCells(column)])),
      );
      fc.assert(
        fc.property(fc.array(row, { maxLength: 6 }), (all) => {
          const rows = all.map((cells, at) => ({ row: at, cells }));
          const repaired = rows.map(({ row: at, cells }) => ({ row: at, cells: { ...cells } }));
          for (const { column, certain } of planRepairs(sheet, rows, testContext))
            for (const group of certain)
              for (const at of group.rows)
                Object.assign(repaired[at]?.cells ?? {}, { [column]: group.becomes });
          expect(planRepairs(sheet, repaired, testContext).flatMap(({ certain }) => certain)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );
});
