import { readFileSync } from "node:fs";

/** What the truth file of a staff workbook says, as far as tests here read it (README.md beside the files). */
export interface Truth {
  file: string;
  today: string;
  sheet: string;
  columns: Record<string, string | null>;
  firstDataRow: number;
  lastDataRow: number;
  records: number;
  errorCounts: Record<string, number>;
  rows: {
    row: number;
    column?: string;
    values: Record<string, string | number | null>;
    errors: { column: string; why: string }[];
  }[];
  hiddenRows?: number[];
  hiddenColumns?: string[];
  noRecordSheets?: string[];
  table?: string;
  layout?: "matrix";
}

/** The six workbooks such as the sales department keeps them, by file name without its ending. */
export const staffWorkbooks = [
  "a1-visitas-marzo",
  "a2-usuarios-base",
  "a3-presupuesto-2026",
  "a4-propuestas-contratos",
  "a5-pqr-segundo-semestre",
  "a6-ventas-no-regulado",
] as const;

export type StaffWorkbook = (typeof staffWorkbooks)[number];

/** The bytes of a staff workbook. */
export function workbookBytes(name: StaffWorkbook): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`${name}.xlsx`, import.meta.url)));
}

/** What is true of a staff workbook. */
export function workbookTruth(name: StaffWorkbook): Truth {
  return JSON.parse(readFileSync(new URL(`${name}.truth.json`, import.meta.url), "utf8")) as Truth;
}
