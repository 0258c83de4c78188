// What the plugins of Univer 0.25.1 are told to make the sheet look as Excel would. All are mutations: they leave
// nothing on the undo stack, because they only follow what the host's own steps undo and redo.
import type { DefinedName } from "../xlsx/resources.ts";
import type { ConditionalFormat, ValidationRule } from "../xlsx/resources.ts";
import type { Block } from "../xlsx/address.ts";

/** Executes a mutation of Univer. */
export type Execute = (id: string, params: object) => void;

/** A way to show one thing on a sheet and to take it away. */
export interface Layer<Item> {
  show: (unitId: string, sheetId: string, item: Item) => void;
  hide: (unitId: string, sheetId: string, item: Item) => void;
}

/** A table's colours over its cells. */
export interface TableLook {
  range: Block;
  theme: string;
}

/** Dropdowns and the red corners of what a rule refuses. */
export function validationLayer(execute: Execute): Layer<ValidationRule> {
  return {
    show: (unitId, subUnitId, rule) =>
      execute("data-validation.mutation.addRule", { unitId, subUnitId, rule, source: "patched" }),
    hide: (unitId, subUnitId, { uid }) =>
      execute("data-validation.mutation.removeRule", { unitId, subUnitId, ruleId: uid, source: "patched" }),
  };
}

/** Colours by condition. */
export function conditionalFormatLayer(execute: Execute): Layer<ConditionalFormat> {
  return {
    show: (unitId, subUnitId, rule) =>
      execute("sheet.mutation.add-conditional-rule", { unitId, subUnitId, rule }),
    hide: (unitId, subUnitId, { cfId }) =>
      execute("sheet.mutation.delete-conditional-rule", { unitId, subUnitId, cfId }),
  };
}

/** Names that formulas use. */
export function nameLayer(execute: Execute): Layer<DefinedName> {
  return {
    show: (unitId, _sheetId, name) => execute("formula.mutation.set-defined-name", { unitId, ...name }),
    hide: (unitId, _sheetId, name) => execute("formula.mutation.remove-defined-name", { unitId, ...name }),
  };
}

/** The bands of tables. */
export function tableLayer(execute: Execute): Layer<TableLook> {
  return {
    show: (unitId, subUnitId, { range, theme }) =>
      execute("sheet.mutation.set-worksheet-range-theme-style", {
        unitId,
        subUnitId,
        range,
        themeName: theme,
      }),
    hide: (unitId, subUnitId, { range, theme }) =>
      execute("sheet.mutation.remove-worksheet-range-theme-style", {
        unitId,
        subUnitId,
        range,
        themeName: theme,
      }),
  };
}
