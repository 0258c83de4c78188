import { intersection } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import { absoluteCells } from "../grid/address.ts";
import { shifted } from "../grid/shift.ts";
import type { Shift } from "../grid/shift.ts";
import { shiftedFormula } from "./shift-formula.ts";
import type {
  ConditionalFormatState,
  NameState,
  State,
  TableColumnState,
  TableState,
  ValidationState,
} from "./state.ts";

/** The parts of the state that lie on cells, after lines were inserted or removed. */
export function followShift(state: State, shift: Shift): Partial<State> {
  return {
    sheets: sheetsAfter(state.sheets, shift),
    tables: state.tables.flatMap((table) => tableAfter(table, shift) ?? []),
    names: state.names.map((name) => nameAfter(name, shift)),
    validations: state.validations.flatMap((validation) => validationAfter(validation, shift) ?? []),
    conditionalFormats: state.conditionalFormats.flatMap((format) => formatAfter(format, shift) ?? []),
  };
}

/** A sheet's own filter keeps to its columns; what is inserted among them is not filtered. */
function sheetsAfter(sheets: State["sheets"], shift: Shift): State["sheets"] {
  const sheet = sheets[shift.sheetId];
  const area = sheet?.filter && shifted(sheet.filter.area, shift);
  if (!sheet?.filter || area === sheet.filter.area) return sheets;
  const filter = area && { ...sheet.filter, area };
  return { ...sheets, [shift.sheetId]: { ...sheet, filter } };
}

function tableAfter(table: TableState, shift: Shift): TableState | undefined {
  const area = shifted(table.area, shift);
  if (!area || area === table.area) return area && table;
  if (shift.axis === "row" || area.columns === table.area.columns) return { ...table, area };
  return { ...table, area, columns: columnsAfter(table, shift) };
}

function columnsAfter(table: TableState, shift: Shift): TableColumnState[] {
  const columns = [...table.columns];
  const first = shift.at - table.area.column;
  if (shift.kind === "insert") columns.splice(first, 0, ...newColumns(columns, shift.count));
  else {
    const from = Math.max(0, first);
    columns.splice(from, Math.min(first + shift.count, columns.length) - from);
  }
  return columns;
}

/** Columns with the names that Excel gives, and ids never used before in the table. */
export function newColumns(columns: readonly TableColumnState[], count: number): TableColumnState[] {
  const names = new Set(columns.map(({ name }) => name.toLowerCase()));
  let id = Math.max(0, ...columns.map((column) => column.id));
  let number = 1;
  return Array.from({ length: count }, () => {
    while (names.has(`columna${number}`)) number += 1;
    names.add(`columna${number}`);
    return { id: ++id, name: `Columna${number}` };
  });
}

function nameAfter(name: NameState, shift: Shift): NameState {
  if (!name.area) return name;
  const area = shifted(name.area, shift);
  if (area === name.area) return name;
  return { ...name, area, formula: area ? name.formula.replace(/[^!]*$/, absoluteCells(area)) : "=#REF!" };
}

function validationAfter(validation: ValidationState, shift: Shift): ValidationState | undefined {
  const area = shifted(validation.area, shift);
  return area && { ...validation, area };
}

function formatAfter(format: ConditionalFormatState, shift: Shift): ConditionalFormatState | undefined {
  const areas = format.areas.flatMap((area) => shifted(area, shift) ?? []);
  if (areas.length === 0) return undefined;
  if (format.areas[0]?.sheetId !== shift.sheetId) return format;
  return { ...format, areas, rule: ruleAfter(format.rule, shift) };
}

function ruleAfter(rule: ConditionalFormatState["rule"], shift: Shift): ConditionalFormatState["rule"] {
  const isFormula = (value: unknown): value is string => typeof value === "string" && value.startsWith("=");
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [
      key,
      isFormula(value) ? shiftedFormula(value, shift) : value,
    ]),
  );
}

/** Whether moving some cells would leave part of a table behind, which Excel refuses. */
export function tearsTable(table: TableState, moving: Area, axis: "row" | "column"): boolean {
  const shared = intersection(table.area, moving);
  if (!shared) return false;
  return axis === "row" ? shared.columns !== table.area.columns : shared.rows !== table.area.rows;
}
