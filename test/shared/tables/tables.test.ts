import { describe, expect, it } from "vitest";
import { figureOf } from "../../../shared/model/figure.ts";
import type { FigureSource, IndicatorResult, MeasuredValue } from "../../../shared/model/result.ts";
import { indicatorTable } from "../../../shared/tables/indicators.ts";
import { visitControl, visitMeasures } from "../../../shared/tables/visit-control.ts";
import { testContext } from "../context.ts";

const months = { first: "2026-10", last: "2026-11" };
const thresholds = { met: 100, near: 90 };

const measured = new Map<unknown, readonly MeasuredValue[]>([
  [
    visitMeasures.planned,
    [
      { month: "2026-10", advisor: "p-dairo", value: 4 },
      { month: "2026-10", advisor: "p-ana", value: 10 },
      { month: "2026-11", advisor: "p-ana", value: 0 },
    ],
  ],
  [visitMeasures.done, [{ month: "2026-10", advisor: "p-ana", value: 8 }]],
  [visitMeasures.effective, [{ month: "2026-10", advisor: "p-ana", value: 6 }]],
  [visitMeasures.linked, [{ month: "2026-11", advisor: null, value: 2 }]],
]);

function sourceOf(result: (id: string) => IndicatorResult): FigureSource {
  return {
    people: testContext.people,
    today: testContext.today,
    list: () => Promise.resolve([]),
    measure: (measure) => Promise.resolve(measured.get(measure) ?? []),
    indicator: (indicator) => Promise.resolve(result(indicator.id)),
  };
}

const november: IndicatorResult = {
  indicator: "any",
  unit: "pesos",
  formulaVersion: 1,
  thresholds,
  months: [
    {
      month: "2026-11",
      provisional: true,
      expected: 30_000_000,
      company: figureOf(18_000_000, 40_000_000, 20_000_000, thresholds),
      advisors: [{ advisor: "p-ana", figure: figureOf(18_000_000, null, null, thresholds) }],
    },
  ],
  yearToDate: {
    first: "2026-01",
    last: "2026-11",
    provisional: true,
    figure: figureOf(18_000_000, 40_000_000, 40_000_000, thresholds),
    withoutTarget: ["2026-05"],
  },
};

describe("Gestión mensual visitas", () => {
  it("has a row a month and advisor, by name, and a total where there are several", async () => {
    const { rows } = await visitControl.build(
      months,
      sourceOf(() => november),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["Octubre 2026", "Ana Lucía Mercado", 10, 8, 6, 0, 80, 75],
      ["Octubre 2026", "Dairo Benítez Buelvas", 4, 0, 0, 0, 0, null],
      ["Octubre 2026", "Total", 14, 8, 6, 0, (8 / 14) * 100, 75],
      ["Noviembre 2026", "Ana Lucía Mercado", 0, 0, 0, 0, null, null],
      ["Noviembre 2026", "Sin asesor", 0, 0, 0, 2, null, null],
      ["Noviembre 2026", "Total", 0, 0, 0, 2, null, null],
    ]);
  });
});

describe("Indicadores", () => {
  it("writes pesos as millions, says Provisional and Sin meta, and never a number in their place", async () => {
    const { rows, columns, notes } = await indicatorTable.build(
      months,
      sourceOf(() => november),
    );
    const unregulated = rows.filter(({ cells }) => cells[0] === "Mercado no regulado");
    const lines = unregulated.map(({ cells }) =>
      Object.fromEntries(columns.map(({ label }, place) => [label, cells[place]])),
    );
    expect(lines[0]).toMatchObject({
      Periodo: "Noviembre 2026",
      Nivel: "Empresa",
      Ejecutado: 18,
      "Meta vigente": 40,
      "% ejecución": 45,
      Estado: "No cumplida · Provisional",
      "Ritmo esperado hoy": 30,
      "Primera meta": 20,
      "% primera meta": 90,
    });
    expect(lines[1]).toMatchObject({
      Nivel: "Ana Lucía Mercado",
      "Meta vigente": "Sin meta",
      "% ejecución": "Sin meta",
      Estado: "Sin meta · Provisional",
    });
    expect(lines[2]).toMatchObject({ Periodo: "Acumulado 2026", "% ejecución": 45 });
    expect(notes).toContain("Noviembre 2026 es provisional: se divide por la meta de todo el mes.");
    expect(notes.join(" ")).toContain("meses sin meta fuera del acumulado: Mayo 2026");
  });

  it("shows no company line to whoever sees their own figures only", async () => {
    const own = {
      ...november,
      yearToDate: null,
      months: november.months.map((month) => ({ ...month, company: null })),
    };
    const { rows } = await indicatorTable.build(
      months,
      sourceOf(() => own),
    );
    expect(new Set(rows.map(({ cells }) => cells[2]))).toEqual(new Set(["Ana Lucía Mercado"]));
  });
});
