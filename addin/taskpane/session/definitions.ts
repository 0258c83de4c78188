import { indicators } from "../../../shared/indicators/registry.ts";
import type { Column } from "../../../shared/model/column.ts";
import type { Indicator } from "../../../shared/model/indicator.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { TableDefinition } from "../../../shared/model/table.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { tables } from "../../../shared/tables/registry.ts";

/** The record of a code; undefined where a workbook names one that this pane does not know. */
export const sheetById = (id: string): Sheet | undefined => sheets.find((sheet) => sheet.id === id);

export const tableById = (id: string): TableDefinition | undefined => tables.find((table) => table.id === id);

export const indicatorById = (id: string): Indicator | undefined =>
  indicators.find((indicator) => indicator.id === id);

/** What people call a record; its code where it is unknown. */
export const sheetLabel = (id: string): string => sheetById(id)?.label ?? id;

export const tableLabel = (id: string): string => tableById(id)?.label ?? id;

export const columnByKey = (sheet: string, key: string): Column | undefined => sheetById(sheet)?.columns[key];

/** The header that people see over a column; its key where it is unknown. */
export const columnLabel = (sheet: string, key: string): string => columnByKey(sheet, key)?.label ?? key;
