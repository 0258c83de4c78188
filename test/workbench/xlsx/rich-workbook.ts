import type { ConditionalRule, Resources } from "./resources.ts";
import { packResources, wholeWorkbook } from "./resources.ts";
import type { WorkbookSnapshot } from "./snapshot.ts";

const red = { bg: { rgb: "#FFC7CE" }, cl: { rgb: "#9C0006" } };
const block = (startRow: number, startColumn: number, endRow = startRow, endColumn = startColumn) => ({
  startRow,
  startColumn,
  endRow,
  endColumn,
});

const conditionalRules: ConditionalRule[] = [
  {
    type: "highlightCell",
    subType: "text",
    operator: "containsText",
    value: 'a "b"',
    style: red,
  },
  { type: "highlightCell", subType: "text", operator: "beginsWith", value: "PQR", style: red },
  { type: "highlightCell", subType: "duplicateValues", style: red },
  {
    type: "highlightCell",
    subType: "rank",
    isBottom: false,
    isPercent: true,
    value: 10,
    style: red,
  },
  { type: "highlightCell", subType: "average", operator: "lessThanOrEqual", style: red },
  { type: "highlightCell", subType: "timePeriod", operator: "thisMonth", style: red },
  {
    type: "colorScale",
    config: [
      { index: 0, color: "#F8696B", value: { type: "min" } },
      { index: 1, color: "#63BE7B", value: { type: "percentile", value: 90 } },
    ],
  },
  {
    type: "dataBar",
    isShowValue: false,
    config: {
      min: { type: "num", value: 0 },
      max: { type: "max" },
      isGradient: true,
      positiveColor: "#638EC6",
      nativeColor: "#FF0000",
    },
  },
  {
    type: "iconSet",
    isShowValue: true,
    config: [67, 33, 0].map((value, index) => ({
      operator: "greaterThanOrEqual",
      value: { type: "percent", value },
      iconType: "3TrafficLights1",
      iconId: String(index),
    })),
  },
];

/** One of everything that the plugins keep and the staff workbooks lack. */
export const richResources: Resources = {
  tables: {
    "sheet-1": {
      tables: [
        {
          id: "sheet-1-table-1",
          name: "Visitas",
          range: block(9, 0, 12, 1),
          options: { showHeader: true, showFooter: false, tableStyleId: "table-default-0" },
          filters: {
            tableColumnFilterList: [null, { filterType: "manual", values: ["Sí"], isAllSelected: false }],
          },
          columns: ["Usuario", "¿Vino?"].map((displayName, index) => ({
            id: `sheet-1-Visitas-${index}`,
            displayName,
            dataType: "none",
            formula: "",
            meta: {},
            style: {},
          })),
          meta: { excelStyle: "TableStyleMedium7" },
        },
      ],
      tableFilteredOutRows: [],
    },
  },
  validations: {
    "sheet-1": [
      {
        uid: "sheet-1-validation-0",
        type: "list",
        ranges: [block(10, 1, 1_048_575, 1), block(3, 3)],
        formula1: "=Lista",
        allowBlank: true,
        showErrorMessage: true,
        showInputMessage: true,
        errorStyle: 2,
        renderMode: 0,
        error: "Elija un valor\nde la lista",
        errorTitle: "¿Vino?",
        prompt: "Sí o No",
        promptTitle: "Valores",
      },
      {
        uid: "sheet-1-validation-1",
        type: "date",
        ranges: [block(10, 2)],
        operator: "lessThanOrEqual",
        formula1: "=TODAY()",
        allowBlank: false,
        showErrorMessage: false,
        showInputMessage: false,
        errorStyle: 1,
      },
    ],
    "sheet-2": [],
  },
  conditionalFormats: {
    "sheet-1": conditionalRules.map((rule, index) => ({
      cfId: `sheet-1-format-${index}`,
      ranges: [block(9, 0, 20, 0)],
      stopIfTrue: index === 0,
      rule,
    })),
    "sheet-2": [],
  },
  names: {
    "name-0": {
      id: "name-0",
      name: "Lista",
      formulaOrRefString: "'Oculta''s'!$A$1:$A$3",
      localSheetId: wholeWorkbook,
    },
    "name-1": {
      id: "name-1",
      name: "Tasa",
      formulaOrRefString: "=0.19",
      localSheetId: "sheet-1",
      hidden: true,
    },
  },
  filters: {},
  notes: {
    "sheet-1": {
      2: {
        1: {
          id: "sheet-1-note-2-1",
          row: 2,
          col: 1,
          width: 160,
          height: 72,
          note: "Falta el radicado\nde la fila",
        },
      },
    },
  },
};

/** A workbook with the awkward cells: spaces, signs, shared and younger formulas, rich text, a hidden sheet. */
export const richWorkbook: WorkbookSnapshot = {
  id: "libro",
  name: "Libro",
  styles: {},
  sheetOrder: ["sheet-1", "sheet-2"],
  sheets: {
    "sheet-1": {
      name: "Hoja",
      tabColor: "#1B5E20",
      cellData: {
        0: { 0: { v: " dos  espacios \n& <signos> _x0041_ ", t: 1 }, 1: { v: 1, t: 2 } },
        1: { 0: { f: '=XLOOKUP("a",A:A,B:B)', v: "#N/A", t: 1 }, 1: { v: 2, t: 2 } },
        2: { 0: { f: "=B2+$B$1", si: "una", v: 3, t: 2 }, 1: { v: 3, t: 2 } },
        3: { 0: { si: "una", v: 4, t: 2 } },
        4: { 0: { v: 1, t: 3 } },
        5: { 0: { p: { body: { dataStream: "texto rico\r\n" } } } },
        9: { 0: { v: "Usuario", t: 1 }, 1: { v: "¿Vino?", t: 1 } },
      },
    },
    "sheet-2": { name: "Oculta's", hidden: 1, cellData: { 0: { 0: { v: "Sí", t: 1 } } } },
  },
  resources: packResources(richResources),
};
