import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import { written } from "../../../addin/excel/es.ts";
import type { SavableExcel } from "../../addin/office/saved-excel.ts";
import type { TableState } from "../../excel-host/state/state.ts";

export type CellContent = string | number | boolean;

/** A row of a linked table as it stands in the sheet, looked at without the add-in. */
export interface SheetRow {
  /** The worksheet's row, from 0. */
  readonly row: number;
  readonly reference: string;
  readonly id: string | undefined;
  readonly version: number;
  readonly status: string;
  readonly cells: Readonly<Record<string, CellContent>>;
  readonly isBlank: boolean;
}

/** A linked table in a workbook. */
export interface SheetTable {
  readonly sheet: Sheet;
  readonly table: TableState;
  readonly worksheet: string;
  /** The worksheet's columns by key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly SheetRow[];
}

/** The first table of a record, or undefined where there is none. */
export function tableOf(excel: SavableExcel, sheet: Sheet): SheetTable | undefined {
  const table = excel.host.state.tables.find(({ name }) => name === `VAD_${sheet.id}`);
  if (!table) return undefined;
  const { area } = table;
  const worksheet = excel.peek().sheets[area.sheetId];
  if (!worksheet) return undefined;
  const keys = new Map(Object.entries(sheet.columns).map(([key, { label }]) => [label, key]));
  const places = new Map(table.columns.map(({ name }, at) => [keys.get(name) ?? name, area.column + at]));
  const content = (row: number, column: number | undefined): CellContent =>
    (column === undefined ? undefined : worksheet.cellData?.[row]?.[column]?.v) ?? "";
  const typed = typedColumns(sheet).map(([key]) => key);
  const { headers } = written;
  const rows = Array.from({ length: area.rows - 1 }, (_, at) => area.row + 1 + at).map((row): SheetRow => {
    const cells: Record<string, CellContent> = {};
    for (const key of keys.values()) if (places.has(key)) cells[key] = content(row, places.get(key));
    const reference = String(content(row, places.get(headers.reference)));
    const [, id, version] = /^([0-9a-f]{32})·(\d+)·/.exec(reference) ?? [];
    return {
      row,
      reference,
      id,
      version: Number(version ?? 0),
      status: String(content(row, places.get(headers.status))),
      cells,
      isBlank: typed.every((key) => (cells[key] ?? "") === ""),
    };
  });
  return { sheet, table, worksheet: worksheet.name ?? "", columns: places, rows };
}

/** A1 notation of a cell, both from 0. */
export function address(row: number, column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row + 1}`;
}

/** Everything that the linked tables of a workbook say, as one text. */
export function textOf(tables: readonly SheetTable[]): string {
  return JSON.stringify(tables.map(({ rows }) => rows.map(({ cells }) => cells)));
}
