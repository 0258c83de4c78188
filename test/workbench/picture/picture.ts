import type { State } from "../../excel-host/state/state.ts";
import { conditionalFormatsFromState } from "../exchange/conditional-formats.ts";
import { namesFromState } from "../exchange/names.ts";
import { toBlock } from "../exchange/areas.ts";
import { validationsFromState } from "../exchange/validations.ts";
import { createShown } from "./shown.ts";
import { tableTheme, type RangeTheme } from "./table-themes.ts";
import type { Execute, TableLook } from "./univer-plugins.ts";
import { conditionalFormatLayer, nameLayer, tableLayer, validationLayer } from "./univer-plugins.ts";

/** Draws on the visible sheet what the host keeps apart from it. */
export interface Picture {
  draw: (state: State) => void;
}

/** The picture of one workbook: tables, dropdowns, conditional formats, names. */
export function createPicture(unitId: string, execute: Execute): Picture {
  const validations = createShown(validationLayer(execute));
  const formats = createShown(conditionalFormatLayer(execute));
  const names = createShown(nameLayer(execute));
  const tables = createShown(tableLayer(execute));
  const themes = new Set<string>();
  let drawn: State | undefined;

  const registerTheme = (theme: RangeTheme) => {
    if (themes.has(theme.name)) return;
    const { name, ...rangeThemeStyleJson } = theme;
    execute("sheet.mutation.register-worksheet-range-theme-style", {
      unitId,
      themeName: name,
      rangeThemeStyleJson,
    });
    themes.add(theme.name);
  };

  return {
    draw: (state) => {
      // Parts are replaced, never changed in place: the same object is the same picture.
      if (state.validations !== drawn?.validations)
        validations.update(unitId, validationsFromState(state.validations));
      if (state.conditionalFormats !== drawn?.conditionalFormats) {
        formats.update(unitId, conditionalFormatsFromState(state.conditionalFormats));
      }
      if (state.names !== drawn?.names)
        names.update(unitId, { "": Object.values(namesFromState(state.names)) });
      if (state.tables !== drawn?.tables) {
        for (const theme of themesOf(state)) registerTheme(theme);
        tables.update(unitId, looksOf(state));
      }
      drawn = state;
    },
  };
}

function looksOf({ tables }: State): Record<string, TableLook[]> {
  const looks: Record<string, TableLook[]> = {};
  for (const { area, style, showBandedRows } of tables) {
    const theme = tableTheme(style, showBandedRows);
    if (theme) (looks[area.sheetId] ??= []).push({ range: toBlock(area), theme: theme.name });
  }
  return looks;
}

function themesOf({ tables }: State): readonly RangeTheme[] {
  return tables.flatMap(({ style, showBandedRows }) => tableTheme(style, showBandedRows) ?? []);
}
