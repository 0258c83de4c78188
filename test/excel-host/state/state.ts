import type { Area } from "../grid/area.ts";

/** What Univer does not keep, or not as Excel does. Values are replaced, never changed in place. */
export interface State {
  tables: readonly TableState[];
  names: readonly NameState[];
  sheets: Readonly<Record<string, SheetState>>;
  validations: readonly ValidationState[];
  conditionalFormats: readonly ConditionalFormatState[];
  settings: Readonly<Record<string, unknown>>;
  customXml: readonly CustomXmlState[];
  /** Names of the table styles that the workbook defines itself. */
  tableStyles: readonly string[];
}

export interface TableColumnState {
  id: number;
  name: string;
}

export interface TableState {
  id: string;
  name: string;
  /** Header, body and, when shown, the row of totals. */
  area: Area;
  columns: readonly TableColumnState[];
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  showTotals: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** What each filtered column lets through, by column id. */
  filters: Readonly<Record<number, FilterState>>;
}

/** The criteria as Office.js gave them. */
export interface FilterState {
  filterOn: string;
  values?: readonly string[];
  criterion1?: string;
  criterion2?: string;
  operator?: string;
}

export interface NameState {
  name: string;
  /** The worksheet a local name belongs to. */
  sheetId: string | undefined;
  /** With a leading equals sign. */
  formula: string;
  /** The cells it stands for, when it stands for cells. */
  area: Area | undefined;
  visible: boolean;
  comment: string;
}

export interface SheetState {
  protected: boolean;
  password: string | undefined;
  protectionOptions: Readonly<Record<string, unknown>>;
  unlocked: readonly Area[];
  page: Readonly<Record<string, unknown>>;
  printed: Readonly<Record<string, Area | undefined>>;
  headerFooter: Readonly<Record<string, string>>;
  veryHidden: boolean;
  /** The sheet's own filter, outside of tables. */
  filter?: SheetFilterState | undefined;
}

export interface SheetFilterState {
  /** The header and the rows that are filtered. */
  area: Area;
  /** What each filtered column lets through, by its place in the area. */
  filters: Readonly<Record<number, FilterState>>;
}

export interface ValidationState {
  area: Area;
  rule: Readonly<Record<string, unknown>>;
  type: string;
  ignoreBlanks: boolean;
  errorAlert: Readonly<Record<string, unknown>>;
  prompt: Readonly<Record<string, unknown>>;
}

export interface ConditionalFormatState {
  id: string;
  areas: readonly Area[];
  type: string;
  rule: Readonly<Record<string, unknown>>;
  format: Readonly<Record<string, unknown>>;
  stopIfTrue: boolean;
}

export interface CustomXmlState {
  id: string;
  namespaceUri: string;
  xml: string;
}

export const emptyState = (): State => ({
  tables: [],
  names: [],
  sheets: {},
  validations: [],
  conditionalFormats: [],
  settings: {},
  customXml: [],
  tableStyles: [],
});

export const emptySheet: SheetState = {
  protected: false,
  password: undefined,
  protectionOptions: {},
  unlocked: [],
  page: {},
  printed: {},
  headerFooter: {},
  veryHidden: false,
};
