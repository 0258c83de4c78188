import { createRequire } from "node:module";
import type * as Presets from "@univerjs/presets";
import type { IWorkbookData, Univer } from "@univerjs/presets";
import type * as NodeCore from "@univerjs/presets/preset-sheets-node-core";
import type { UniverParts } from "./grid/univer-parts.ts";

export interface HeadlessUniver {
  univer: Univer;
  unitId: string;
  parts: UniverParts;
}

// Univer's ES modules do not load in Node (opentype.js has no named exports there), its CommonJS build does.
const require = createRequire(import.meta.url);

/** Creates a workbook in a Univer without interface; empty with one sheet *Hoja1* unless given. */
export function createHeadlessUniver(workbook: Partial<IWorkbookData> = {}): HeadlessUniver {
  const presets = require("@univerjs/presets") as typeof Presets;
  const nodeCore = require("@univerjs/presets/preset-sheets-node-core") as typeof NodeCore;
  const { univer } = presets.createUniver({
    locale: presets.LocaleType.ES_ES,
    locales: { [presets.LocaleType.ES_ES]: {} },
    logLevel: presets.LogLevel.ERROR,
    presets: [nodeCore.UniverSheetsNodeCorePreset()],
  });
  const unitId = workbook.id ?? crypto.randomUUID();
  univer.createUnit(presets.UniverInstanceType.UNIVER_SHEET, { ...emptyWorkbook(), ...workbook, id: unitId });
  const { SheetInterceptorService } = nodeCore;
  return { univer, unitId, parts: { ...presets, SheetInterceptorService } };
}

/** A new one each time: Univer works in the very objects it is given. */
const emptyWorkbook = (): Partial<IWorkbookData> => ({
  name: "Libro1.xlsx",
  sheetOrder: ["hoja-1"],
  sheets: { "hoja-1": { id: "hoja-1", name: "Hoja1", rowCount: 1000, columnCount: 26 } },
});
