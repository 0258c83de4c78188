import type { FUniver } from "@univerjs/presets";
import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  numfmt,
  UniverInstanceType,
} from "@univerjs/presets";
import { SheetInterceptorService } from "@univerjs/presets/preset-sheets-core";
import { createExcelHost } from "../../excel-host/create-excel-host.ts";
import type { ExcelHost } from "../../excel-host/create-excel-host.ts";
import { joinWorkbook, splitWorkbook } from "../exchange/workbook-state.ts";
import { createPicture } from "../picture/picture.ts";
import { saveWorkbook } from "../xlsx/save-workbook.ts";
import type { WorkbookSnapshot } from "../xlsx/snapshot.ts";
import type { CellEditing } from "./cell-editing.ts";
import { followCellEditing } from "./cell-editing.ts";
import { followState } from "./host-state.ts";
import { pasteAsPerson } from "./pasting.ts";
import { personLocale, readAsSpanish } from "./spanish-entry.ts";
import { createSpreadsheet } from "./spreadsheet.ts";

/** A workbook that is open: the spreadsheet that shows it and the host that answers Office.js for it. */
export interface Sitting {
  name: string;
  host: ExcelHost;
  api: FUniver;
  save: () => Promise<Uint8Array>;
  /** Closes the workbook without saving. */
  close: () => void;
  cellEditing: CellEditing;
}

const parts = {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  numfmt,
  SheetInterceptorService,
  UniverInstanceType,
};

/** Opens a workbook in a spreadsheet of its own inside the container. */
export function openSitting(container: HTMLElement, workbook: WorkbookSnapshot, isDark: boolean): Sitting {
  const { snapshot, state } = splitWorkbook(workbook);
  const spreadsheet = createSpreadsheet(container, isDark);
  const unitId = spreadsheet.show(snapshot);
  const host = createExcelHost(spreadsheet.univer, unitId, parts, { locale: personLocale });
  readAsSpanish(spreadsheet.univer);
  pasteAsPerson(spreadsheet.api, host.user);
  const commands = spreadsheet.univer.__getInjector().get(ICommandService);
  const picture = createPicture(unitId, (id, params) => void commands.syncExecuteCommand(id, params));
  const followed = followState(commands, unitId, state, picture.draw);
  return {
    name: workbook.name,
    host,
    api: spreadsheet.api,
    cellEditing: followCellEditing(spreadsheet.api, host),
    save: () => saveWorkbook(joinWorkbook({ snapshot: spreadsheet.snapshot(), state: followed.current() })),
    close: () => {
      followed.dispose();
      host.dispose();
      spreadsheet.univer.dispose();
      container.replaceChildren();
    },
  };
}
