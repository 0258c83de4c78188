import { describe, expect, it } from "vitest";
import { indicators } from "../../shared/indicators/registry.ts";
import type { Measure, TargetSource } from "../../shared/model/measure.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import { schemaFingerprint } from "../../shared/schema-fingerprint.ts";
import { visitMeasures } from "../../shared/tables/visit-control.ts";
import { visits } from "../../shared/sheets/visits.ts";

const columnsOf = (id: string) => Object.keys(sheets.find((sheet) => sheet.id === id)?.columns ?? {});

const namedByMeasure = ({ aggregate, by, advisor, where = {} }: Measure) => [
  ...Object.values(aggregate).filter((name) => name !== "rows"),
  by,
  advisor,
  ...Object.keys(where),
];

const namedByTarget = ({ sum, year, month, advisor, municipality, where }: TargetSource) => [
  sum,
  year,
  month,
  advisor,
  municipality,
  ...Object.keys(where),
];

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
  "indicator %s",
  (_id, indicator) => {
    it("counts and aims by columns that its records have", () => {
      const { executed, target } = indicator;
      expect(columnsOf(executed.from)).toEqual(expect.arrayContaining(namedByMeasure(executed)));
      expect(columnsOf(target.from)).toEqual(expect.arrayContaining(namedByTarget(target)));
    });

    it("has its own id and labels", () => {
      expect(indicators.filter(({ id, label }) => id === indicator.id || label === indicator.label)).toEqual([
        indicator,
      ]);
    });
  },
);

it("the measures of Gestión mensual visitas name columns of the visits", () => {
  const named = Object.values(visitMeasures).flatMap(namedByMeasure);
  expect(Object.keys(visits.columns)).toEqual(expect.arrayContaining(named));
});

describe("the fingerprint of the definitions", () => {
  it("stays while nothing changes", () => {
    expect(schemaFingerprint(sheets)).toBe(schemaFingerprint([...sheets]));
  });

  it.each([
    ["a column's label", { ...visits.columns.notes, label: "Notas" }],
    ["what is required", { ...visits.columns.notes, required: true }],
    ["who may read", { ...visits.columns.notes, read: ["director"] as const }],
    ["the options", visits.columns.market],
  ])("changes with %s", (_what, notes) => {
    const changed = { ...visits, columns: { ...visits.columns, notes } };
    expect(schemaFingerprint([changed])).not.toBe(schemaFingerprint([visits]));
  });
});
