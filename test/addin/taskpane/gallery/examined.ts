import type { Examination, ExaminedTable } from "../../../../addin/sync/familiar-session.ts";
import type { ListProposal, ProposedColumn } from "../../../../shared/recognition/proposal.ts";
import { visits } from "../../../../shared/sheets/visits.ts";
import { targetsMatrix } from "./examined-matrix.ts";
import { known, own, rowOf } from "./proposed.ts";

const proposal: ListProposal = {
  record: "visits",
  layout: "list",
  confidence: 0.94,
  worksheet: "Marzo",
  table: null,
  headerRows: [6],
  data: { top: 7, left: 0, bottom: 56, right: 11 },
  apart: [
    { row: 19, why: "blank" },
    { row: 32, why: "subtotal" },
  ],
  context: {},
  habits: {},
  mergedData: [],
  questions: [],
  format: { code: "GV-FO-03", version: 1 },
  columns: [
    own(0, "No."),
    known(1, "F. PROG.", "plannedOn"),
    known(2, "F. VISITA", "visitedOn"),
    known(3, "Responsable", "advisor"),
    known(4, "Cliente / Razón\nsocial", "customer"),
    known(5, "TIPO", "visitType"),
    known(6, "MDO.", "market"),
    known(7, "Motivo", "purpose"),
    known(8, "Rdo.", "outcome"),
    known(9, "Ciudad", "municipality"),
    own(10, ""),
    known(11, "Obs.", "notes"),
  ],
};

const typed: readonly (readonly string[])[] = [
  [
    "02/03/2026",
    "03/03/2026",
    "Ana Lucía Benítez",
    "Conjunto Altos de la Sabana",
    "GP",
    "Regulado",
    "Aforo",
    "VINC.",
    "Sincelejo",
  ],
  [
    "02/03/2026",
    "31/02/2026",
    "Carlos Andrés Ruiz",
    "Supermercado El Porvenir",
    "Potencial",
    "No regulado",
    "Vinculación",
    "Interesado",
    "Corozal",
  ],
  [
    "04/03/2026",
    "04/03/2026",
    "Diana Marcela Ospina",
    "Clínica Santa Teresa del Mar",
    "Actual",
    "Regulado",
    "PQR",
    "Vinculado",
    "SINCELEGO",
  ],
  [
    "05/03/2026",
    "",
    "Jorge Eliécer Manjarrés",
    "Panadería La Espiga",
    "Potencial",
    "Regulado",
    "Vinculación",
    "",
    "Sampués",
  ],
  [
    "06/03/2026",
    "06/03/2026",
    "Ana Lucía Benítez",
    "Hotel Bahía de Tolú",
    "GP",
    "No regulado",
    "Campaña",
    "Firmó ya",
    "Santiago de Tolú",
  ],
  [
    "09/03/2026",
    "09/03/2026",
    "Luz Dary Contreras",
    "Colegio San Rafael",
    "Actual",
    "Regulado",
    "Retención",
    "No interesado",
    "Sincelejo",
  ],
];
const keys = [
  "plannedOn",
  "visitedOn",
  "advisor",
  "customer",
  "visitType",
  "market",
  "purpose",
  "outcome",
  "municipality",
];

const certain: ExaminedTable = {
  proposal,
  preview: typed.map((texts, place) =>
    rowOf(visits, place + 7, Object.fromEntries(keys.map((key, at) => [key, texts[at] ?? ""]))),
  ),
  counts: { rows: 46, good: 38, repairable: 5, wrong: 3, apart: 4 },
  changes: [
    { kind: "unmerge", areas: 3 },
    { kind: "set-apart", rows: 4 },
    { kind: "name-headers", columns: ["Columna K"] },
  ],
  questions: [],
};

const asked = (column: ProposedColumn, keyOfOther: string): ProposedColumn => ({
  ...column,
  asked: true,
  confidence: 0.55,
  candidates: [
    { key: column.key ?? keyOfOther, confidence: 0.55 },
    { key: keyOfOther, confidence: 0.48 },
  ],
});

const unsure: ExaminedTable = {
  ...certain,
  proposal: {
    ...proposal,
    confidence: 0.78,
    columns: proposal.columns.map((column) => (column.column === 9 ? asked(column, "address") : column)),
    format: { code: "GV-FO-03", version: 0 },
  },
  questions: [
    { about: "date-order", key: "visitedOn", examples: ["03/04/2026", "05/02/2026"] },
    { about: "record", others: ["sales"] },
  ],
};

const examined = (worksheet: string, ...tables: readonly ExaminedTable[]): Examination => ({
  worksheetId: `{${worksheet}}`,
  worksheet,
  tables,
  trouble: null,
});

/** A sheet about which everything is clear; and the two tables that a load finds. */
export const certainTable = certain;
export const askedTable = unsure;
export const certainExamination = examined("Marzo", certain);
/** Two questions, and a column that may be another. */
export const askedExamination = examined("Marzo", unsure);
/** Lines across months, whose unit and year are asked, beside a list. */
export const matrixExamination = examined("Presupuesto 2026", targetsMatrix, certain);
export const unknownExamination: Examination = {
  ...examined("Hoja de vida"),
  trouble: { code: "nothing-recognised" },
};
