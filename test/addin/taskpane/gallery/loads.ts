import type { ExaminedTable, Load, LoadTable } from "../../../../addin/sync/familiar-session.ts";
import { askedTable, certainTable } from "./examined.ts";

const sheetOf = (worksheet: string, table: ExaminedTable, rows: number, duplicates: number): LoadTable => ({
  worksheetId: `{${worksheet}}`,
  worksheet,
  table: {
    ...table,
    counts: { rows, good: rows - 18, repairable: 12, wrong: 6, apart: 3 },
  },
  duplicates,
  stage: "waiting",
  sent: 0,
});

const customers: ExaminedTable = {
  ...certainTable,
  proposal: { ...certainTable.proposal, record: "customers" },
};

const tables = [
  sheetOf("Base usuarios", customers, 9_420, 212),
  sheetOf("Visitas enero", certainTable, 512, 0),
  sheetOf("Visitas febrero y primera semana de marzo", askedTable, 498, 0),
] as const;
const [users, january, february] = tables;

const leftOut = ["Resumen", "Listas", "Festivos"];

export const reportedLoad: Load = { phase: "report", tables, leftOut };
export const runningLoad: Load = {
  phase: "running",
  tables: [{ ...users, stage: "sending", sent: 3_400 }, january],
  leftOut,
};
export const pausedLoad: Load = { ...runningLoad, phase: "paused" };
export const doneLoad: Load = {
  phase: "done",
  tables: [
    { ...users, stage: "done", sent: 9_202 },
    { ...january, stage: "failed", sent: 200 },
  ],
  leftOut: [...leftOut, february.worksheet],
};
