import type { ExaminedTable } from "../../../../addin/sync/familiar-session.ts";
import type { MatrixProposal } from "../../../../shared/recognition/proposal.ts";
import { budget } from "../../../../shared/sheets/budget.ts";
import { known, rowOf } from "./proposed.ts";

const months = new Map(Array.from({ length: 12 }, (_, at) => [at + 2, at + 1] as const));

const matrix: MatrixProposal = {
  confidence: 0.94,
  table: null,
  apart: [],
  habits: {},
  mergedData: [],
  questions: [],
  record: "budget",
  layout: "matrix",
  worksheet: "Presupuesto 2026",
  headerRows: [4],
  data: { top: 5, left: 0, bottom: 14, right: 14 },
  columns: [known(0, "MERCADO", "market"), known(1, "RESPONSABLE", "advisor")],
  months,
  context: {},
  format: null,
};

const targets: readonly (readonly string[])[] = [
  ["Regulado", "Ana Lucía Benítez", "7"],
  ["Regulado", "Carlos Andrés Ruiz", "9"],
  ["No regulado", "Ana Lucía Benítez", "153,4"],
  ["No regulado", "Carlos Andrés Ruiz", "por definir"],
];

const cellsOfMatrix = targets.flatMap(([market = "", advisor = "", target = ""], line) =>
  [...months].map(([column, month]) => ({
    ...rowOf(budget, line + 5, {
      year: 2026,
      month,
      market,
      advisor,
      [market === "Regulado" ? "targetUsers" : "targetSales"]:
        target === "por definir" && month > 2 ? "150000000" : target.replace(",4", "400000"),
    }),
    column,
  })),
);

/** Lines across months: in millions perhaps, and of a year that nothing says. */
export const targetsMatrix: ExaminedTable = {
  proposal: matrix,
  preview: cellsOfMatrix,
  counts: { rows: 96, good: 90, repairable: 0, wrong: 6, apart: 3 },
  changes: [{ kind: "set-apart", rows: 3 }],
  questions: [
    { about: "unit", key: "targetSales", examples: ["153"] },
    { about: "context", key: "year" },
  ],
};
