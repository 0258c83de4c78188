import { monthNames } from "../../../../shared/colombia/months.ts";
import type { TruthTable } from "../../../../tools/recognise/truth.ts";
import { column, meaning } from "../staff-cells.ts";
import { createDraft, put, putRow, putTable, toTruth, bookOf } from "../staff-sheet.ts";
import type { Scenario } from "./scenario.ts";

export const budgetsScenarios: Readonly<Record<string, () => Scenario>> = {
  "a budget in millions, the markets as headings and the months with their year": () => {
    const draft = createDraft("Metas");
    putRow(draft, 0, 0, ["METAS COMERCIALES (cifras en millones de pesos)"]);
    const months = ["ene-26", "feb-26", "mar-26", "abr-26", "may-26", "jun-26"];
    putRow(draft, 2, 0, ["Asesor", ...months, "Total"]);
    putRow(draft, 3, 0, ["MERCADO NO REGULADO"]);
    putRow(draft, 4, 0, ["Marta Ochoa", 12, 12.5, 13, 10, 9, 14]);
    putRow(draft, 5, 0, ["Ever Salgado", 22, 21, 20, 25, 28, 30]);
    putRow(draft, 6, 0, ["Subtotal", 34, 33.5, 33, 35, 37, 44]);
    for (const row of [4, 5]) put(draft, row, 7, { cell: 99, formula: `=SUM(B${row + 1}:G${row + 1})` });
    const names = ["Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio"];
    const truth = {
      record: "budget",
      layout: "matrix" as const,
      sheet: "Metas",
      headerRow: 3,
      firstDataRow: 5,
      lastDataRow: 6,
      records: 12,
      columns: Object.fromEntries<string | null>([
        ["A", "Asesor"],
        ["H", null],
        ...names.map((name, n) => [String.fromCharCode(66 + n), name] as const),
      ]),
      missingRequired: [],
      context: { Año: 2026 },
      unit: 1_000_000,
      units: {},
      skipRows: {},
      mergedData: [],
      sums: { "Meta ventas COP": 216_500_000 },
      rows: [
        {
          row: 5,
          column: "C",
          values: {
            Año: 2026,
            Mes: 2,
            Mercado: "No regulado",
            Asesor: "Marta Ochoa",
            "Meta ventas COP": 12_500_000,
          },
          errors: [],
          warnings: [],
        },
      ],
    };
    return { workbook: bookOf(draft), truth: toTruth(truth) };
  },

  "a budget by municipality, its market in the title": () => {
    const d = createDraft("PPTO");
    putRow(d, 0, 0, ["PRESUPUESTO 2027 MERCADO REGULADO"]);
    putRow(d, 2, 0, [
      "MUNICIPIO",
      "ENE",
      "FEB",
      "MAR",
      "ABR",
      "MAY",
      "JUN",
      "JUL",
      "AGO",
      "SEP",
      "OCT",
      "NOV",
      "DIC",
      "TOTAL",
    ]);
    ["Sincelejo", "Corozal", "Sampués"].forEach((m, i) => {
      putRow(d, 3 + i, 0, [m, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      put(d, 3 + i, 13, { cell: 78, formula: `=SUM(B${4 + i}:M${4 + i})` });
    });
    putRow(d, 6, 0, ["TOTAL", 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 234]);
    const t: TruthTable = {
      record: "budget",
      layout: "matrix" as const,
      sheet: "PPTO",
      headerRow: 3,
      firstDataRow: 4,
      lastDataRow: 6,
      records: 36,
      columns: {
        A: "Municipio",
        N: null,
        ...Object.fromEntries(monthNames.map((m, i) => [String.fromCharCode(66 + i), m])),
      },
      missingRequired: [],
      context: { Año: 2027 },
      units: {},
      skipRows: {},
      mergedData: [],
      sums: { "Meta usuarios": 234 },
      rows: [
        {
          row: 5,
          column: "D",
          values: { Año: 2027, Mes: 3, Mercado: "Regulado", Municipio: "70215", "Meta usuarios": 3 },
          errors: [],
          warnings: [],
        },
      ],
    };
    return { workbook: bookOf(d), truth: toTruth(t) };
  },

  "a budget of users and millions whose market has no header": () => {
    const d = createDraft("Metas 2026");
    putRow(d, 0, 0, ["METAS 2026"]);
    putRow(d, 1, 0, ["", "Asesor", "Unidad", "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Total"]);
    putRow(d, 2, 0, ["REGULADO", "Ana Ruiz", "usuarios", 10, 11, 12, 13, 14, 15, 75]);
    putRow(d, 3, 0, ["NO REGULADO", "Ana Ruiz", "Millones $", 10.5, 11, 12, 13, 14, 15, 75.5]);
    putRow(d, 4, 0, ["NO REGULADO", "Luis Paz", "Millones $", 20, 21, 22, 23, 24, 25, 135]);
    const months = ["Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio"];
    const t: TruthTable = {
      record: "budget",
      layout: "matrix" as const,
      sheet: "Metas 2026",
      headerRow: 2,
      firstDataRow: 3,
      lastDataRow: 5,
      records: 18,
      columns: {
        A: "Mercado",
        B: "Asesor",
        C: null,
        J: null,
        ...Object.fromEntries(months.map((m, i) => [String.fromCharCode(68 + i), m])),
      },
      missingRequired: [],
      context: { Año: 2026 },
      units: {},
      skipRows: {},
      mergedData: [],
      sums: { "Meta usuarios": 75, "Meta ventas COP": 210500000 },
      rows: [],
    };
    return { workbook: bookOf(d), truth: toTruth(t) };
  },

  "a budget as a list": () => {
    const d = createDraft("Hoja1");
    const t = putTable(d, {
      record: "budget",
      row: 0,
      records: 8,
      columns: [
        column("Año", "Año", () => ({ cell: 2026, means: 2026 })),
        column("Mes", "Mes", (n) => ({
          cell: ["Enero", "feb.", "MARZO", "Abril"][n % 4] ?? "",
          means: 1 + (n % 4),
        })),
        column("Mercado", "Mercado", meaning(["Regulado", "Regulado"])),
        column("Asesor", "Asesor", (n) =>
          n < 4 ? { cell: "Ana", means: "Ana" } : { cell: "Luis", means: "Luis" },
        ),
        column("Meta usuarios", "Meta usuarios", (n) => ({ cell: 10 + n, means: 10 + n })),
      ],
    });
    return { workbook: bookOf(d), truth: toTruth(t) };
  },
};
