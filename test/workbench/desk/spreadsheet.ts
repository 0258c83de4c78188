import { createUniver, defaultTheme, LifecycleStages, LocaleType, mergeLocales } from "@univerjs/presets";
import type { FUniver, IWorkbookData, Univer } from "@univerjs/presets";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/presets/preset-sheets-conditional-formatting";
import conditionalFormattingText from "@univerjs/presets/preset-sheets-conditional-formatting/locales/es-ES";
import { UniverSheetsCorePreset } from "@univerjs/presets/preset-sheets-core";
import coreText from "@univerjs/presets/preset-sheets-core/locales/es-ES";
import { UniverSheetsDataValidationPreset } from "@univerjs/presets/preset-sheets-data-validation";
import dataValidationText from "@univerjs/presets/preset-sheets-data-validation/locales/es-ES";
import { UniverSheetsFilterPreset } from "@univerjs/presets/preset-sheets-filter";
import filterText from "@univerjs/presets/preset-sheets-filter/locales/es-ES";
import { UniverSheetsNotePreset } from "@univerjs/presets/preset-sheets-note";
import noteText from "@univerjs/presets/preset-sheets-note/locales/es-ES";
import { UniverSheetsSortPreset } from "@univerjs/presets/preset-sheets-sort";
import sortText from "@univerjs/presets/preset-sheets-sort/locales/es-ES";
import type { WorkbookSnapshot } from "../xlsx/snapshot.ts";
import { rowsToFit } from "./wrapped-rows.ts";

export interface Spreadsheet {
  univer: Univer;
  api: FUniver;
  /** Shows a workbook and gives the id that Univer knows it by. */
  show: (workbook: WorkbookSnapshot) => string;
  /** The workbook as it is now. */
  snapshot: () => WorkbookSnapshot;
}

/** A spreadsheet in Spanish. Tables, names and rules are the host's; the plugins here only show them. */
export function createSpreadsheet(container: HTMLElement, isDark: boolean): Spreadsheet {
  const { univer, univerAPI: api } = createUniver({
    locale: LocaleType.ES_ES,
    locales: {
      [LocaleType.ES_ES]: mergeLocales(
        coreText,
        dataValidationText,
        conditionalFormattingText,
        filterText,
        sortText,
        noteText,
        missingText,
      ),
    },
    theme: defaultTheme,
    darkMode: isDark,
    presets: [
      UniverSheetsCorePreset({ container, ribbonType: "simple", sheets: { disableForceStringAlert: true } }),
      UniverSheetsFilterPreset(),
      UniverSheetsSortPreset(),
      UniverSheetsDataValidationPreset(),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsNotePreset(),
    ],
  });
  // A snapshot says with numbers what Univer's types say with enums of the same numbers.
  const show = (workbook: WorkbookSnapshot) => {
    const shown = api.createWorkbook(workbook as unknown as Partial<IWorkbookData>);
    shown.setNumfmtLocal("es");
    fitWhenDrawn(api, shown.getId(), workbook);
    return shown.getId();
  };
  const snapshot = () => {
    const shown = api.getActiveWorkbook();
    if (!shown) throw new Error("No workbook is open");
    return shown.save() as unknown as WorkbookSnapshot;
  };
  return { univer, api, show, snapshot };
}

/** Heights can be measured once the sheet is on the screen. */
function fitWhenDrawn(api: FUniver, unitId: string, workbook: WorkbookSnapshot): void {
  const listening = api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== LifecycleStages.Steady) return;
    listening.dispose();
    for (const [subUnitId, sheet] of Object.entries(workbook.sheets)) {
      const ranges = rowsToFit(workbook, sheet).map((row) => ({
        startRow: row,
        endRow: row,
        startColumn: 0,
        endColumn: (sheet.columnCount ?? 26) - 1,
      }));
      const params = { unitId, subUnitId, ranges, id: `fit-${subUnitId}` };
      if (ranges.length > 0) void api.executeCommand("sheet.operation.mark-dirty-row-auto-height", params);
    }
  });
}

/** What Univer's Spanish pack lacks in 0.25.1. */
const missingText = {
  "sheets-formula": {
    progress: {
      analyzing: "Analizando",
      calculating: "Calculando",
      "array-analysis": "Analizando matrices",
      "array-calculation": "Calculando matrices",
      done: "Listo",
    },
  },
};
