import { createDirectory } from "../../../shared/model/directory.ts";
import type { Context } from "../../../shared/model/kind.ts";
import type { CellRow } from "../../../shared/model/read-row.ts";
import { columnKeys, type Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { TableRow } from "../../../addin/excel/table-row.ts";
import { digestOf, toNewRow, type Target } from "../../../addin/sync/accept-version.ts";
import { interpretRows, type LocalRow } from "../../../addin/sync/interpret-rows.ts";
import { encodeReference } from "../../../addin/sync/reference.ts";

export const ana = { id: "ana", name: "Ana María Rojas", role: "advisor" } as const;
export const luis = { id: "luis", name: "Luis Peña", role: "advisor" } as const;

export const context: Context = {
  today: "2026-03-15",
  people: createDirectory([ana, luis]),
  date1904: false,
};

export const target: Target = targetOf(visits);

export function targetOf(sheet: Sheet): Target {
  return { sheet, columns: new Set(columnKeys(sheet)), context };
}

/** A planned visit that breaks no rule. */
export const plannedVisit: Row = {
  plannedOn: "2026-03-20",
  advisor: "ana",
  customer: "Panadería El Trigal",
  visitType: "potential",
  market: "regulated",
  purpose: "linking",
};

/** The cells that show some values, every other column empty. */
export function cellsOf(values: Row, { sheet, columns }: Target = target): CellRow {
  const { cells } = toNewRow("0".repeat(32), 1, values, { sheet, columns, context });
  return cells;
}

/** A row of the table without a reference, as somebody typed it. */
export function typedRow(position: number, cells: CellRow): TableRow {
  return { position, reference: "", status: "", marks: "", cells: { ...cellsOf({}), ...cells } };
}

/** A row that shows what the service answered at a version. */
export function answeredRow(position: number, id: string, version: number, values: Row): TableRow {
  const reference = encodeReference({ id, version, digest: digestOf(values, target) });
  return { position, reference, status: "Sincronizada", marks: "", cells: cellsOf(values) };
}

export function interpret(rows: readonly TableRow[]): readonly LocalRow[] {
  return interpretRows(visits, rows, target.columns, context).rows;
}

export const idOf = (digit: string): string => digit.repeat(32);
