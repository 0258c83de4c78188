// What Univer 0.25.1's plugins write into `resources`, as far as it also has a place in an .xlsx file. The plugins'
// own types say the same with enums, which would bring Univer itself into the reader.
import type { Block } from "./address.ts";
import type { Style } from "./snapshot.ts";

export interface ValidationRule {
  uid: string;
  type: string;
  ranges: Block[];
  operator?: string;
  formula1?: string;
  formula2?: string;
  allowBlank?: boolean;
  showErrorMessage?: boolean;
  showInputMessage?: boolean;
  /** 0 says something, 1 stops, 2 warns. */
  errorStyle?: 0 | 1 | 2;
  /** 0 plain text, 1 with an arrow, 2 with coloured labels. */
  renderMode?: 0 | 1 | 2;
  error?: string;
  errorTitle?: string;
  prompt?: string;
  promptTitle?: string;
}

/** What one column of a filter lets through; `colId` counts the sheet's columns. */
export interface FilterColumn {
  colId: number;
  filters?: { blank?: true; filters?: string[] };
  customFilters?: { and?: 1; customFilters: { val: string | number; operator?: string }[] };
}

export interface SheetFilter {
  ref: Block;
  filterColumns?: FilterColumn[];
  cachedFilteredOut?: number[];
}

export interface ConditionalFormat {
  cfId: string;
  ranges: Block[];
  stopIfTrue: boolean;
  rule: ConditionalRule;
}

export type ConditionalRule =
  | {
      type: "highlightCell";
      subType: string;
      operator?: string;
      value?: unknown;
      style: Style;
      isBottom?: boolean;
      isPercent?: boolean;
    }
  | { type: "colorScale"; config: { index: number; color: string; value: Threshold }[] }
  | { type: "dataBar"; isShowValue: boolean; config: DataBar }
  | {
      type: "iconSet";
      isShowValue: boolean;
      config: { operator: string; value: Threshold; iconType: string; iconId: string }[];
    };

export interface Threshold {
  type: string;
  value?: number | string;
}

export interface DataBar {
  min: Threshold;
  max: Threshold;
  isGradient: boolean;
  positiveColor: string;
  nativeColor: string;
}

export interface TableColumn {
  id: string;
  displayName: string;
  dataType: "none";
  formula: string;
  meta: Record<string, unknown>;
  style: Style;
}

export interface Table {
  id: string;
  name: string;
  range: Block;
  options: { showHeader?: boolean; showFooter?: boolean; tableStyleId?: string };
  filters: { tableColumnFilterList?: (TableFilter | null | undefined)[] };
  columns: TableColumn[];
  meta: Record<string, unknown>;
}

export interface TableFilter {
  filterType: string;
  values?: string[];
  isAllSelected?: boolean;
}

export interface DefinedName {
  id: string;
  name: string;
  formulaOrRefString: string;
  localSheetId?: string;
  hidden?: boolean;
  comment?: string;
}

export interface Note {
  id: string;
  row: number;
  col: number;
  width: number;
  height: number;
  note: string;
}

/** Every plugin's share, by sheet id, or by name id for the names. */
export interface Resources {
  tables: Record<string, { tables: Table[]; tableFilteredOutRows: number[] }>;
  validations: Record<string, ValidationRule[]>;
  conditionalFormats: Record<string, ConditionalFormat[]>;
  names: Record<string, DefinedName>;
  filters: Record<string, SheetFilter>;
  notes: Record<string, Record<string, Record<string, Note>>>;
}

const plugins: Record<keyof Resources, string> = {
  tables: "SHEET_TABLE_PLUGIN",
  validations: "SHEET_DATA_VALIDATION_PLUGIN",
  conditionalFormats: "SHEET_CONDITIONAL_FORMATTING_PLUGIN",
  names: "SHEET_DEFINED_NAME_PLUGIN",
  filters: "SHEET_FILTER_PLUGIN",
  notes: "SHEET_NOTE_PLUGIN",
};

/** `localSheetId` of a name that the whole workbook knows. */
export const wholeWorkbook = "AllDefaultWorkbook";

/** The shares as a snapshot carries them. */
export function packResources(resources: Resources): { name: string; data: string }[] {
  return Object.entries(plugins).map(([key, name]) => ({
    name,
    data: JSON.stringify(resources[key as keyof Resources]),
  }));
}

/** The shares of a snapshot; a plugin that wrote nothing has an empty one. */
export function unpackResources(packed: { name: string; data: string }[] = []): Resources {
  const share = (name: string) =>
    JSON.parse(packed.find((entry) => entry.name === name)?.data || "{}") as never;
  return {
    tables: share(plugins.tables),
    validations: share(plugins.validations),
    conditionalFormats: share(plugins.conditionalFormats),
    names: share(plugins.names),
    filters: share(plugins.filters),
    notes: share(plugins.notes),
  };
}
