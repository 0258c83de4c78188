import type { IWorkbookData } from "@univerjs/presets";
import { createExcelHost, type ExcelHostOptions } from "../../excel-host/create-excel-host.ts";
import { createHeadlessUniver } from "../../excel-host/create-headless-univer.ts";
import type { InstalledExcel } from "../../excel-host/install-excel-in-node.ts";
import { loadOfficeJs, type Bridge } from "../../excel-host/office/load-office-js.ts";
import type { OfficeOptions } from "../../excel-host/office/office-parts.ts";
import { emptyState, type State } from "../../excel-host/state/state.ts";

/** A file: the cells, and what the stand-in keeps beside them. */
export interface SavedFile {
  readonly workbook: IWorkbookData;
  readonly state: State;
}

export interface SavableExcel extends InstalledExcel {
  /** The workbook as a file, to be opened again elsewhere or later. */
  save(): SavedFile;
  /** The cells as they stand now, in the very objects of the workbook: to be looked at only. */
  peek(): IWorkbookData;
}

export interface OpenExcelOptions extends ExcelHostOptions {
  readonly office?: OfficeOptions;
  /** Asked for each message of the add-in: one that is not taken is never answered, as when the add-in is gone. */
  readonly takes?: () => boolean;
}

/** What Univer's workbooks do that is used here. */
interface Saved {
  save(): IWorkbookData;
  getSnapshot(): IWorkbookData;
}

const setState = "excel-host.mutation.set-state";

/** An Excel that can save its workbook and open a saved one. */
export function openExcel({ takes, ...options }: OpenExcelOptions, file?: SavedFile): SavableExcel {
  const { univer, unitId, parts } = createHeadlessUniver(file && structuredClone(file.workbook));
  const host = createExcelHost(univer, unitId, parts, options);
  const injector = univer.__getInjector();
  const commands = injector.get(parts.ICommandService);
  let state = emptyState();
  commands.onCommandExecuted(({ id, params }) => {
    if (id === setState) state = { ...state, ...(params as { change: Partial<State> }).change };
  });
  if (file) commands.syncExecuteCommand(setState, { unitId, change: structuredClone(file.state) });
  const bridge: Bridge = {
    sendMessageToHost: (text) =>
      void Promise.resolve().then(() => ((takes?.() ?? true) ? host.handle(text) : undefined)),
  };
  const library = loadOfficeJs(bridge, options.office ?? {});
  host.onMessage((text) => bridge.onMessageFromHost?.(text));
  const workbook = injector
    .get(parts.IUniverInstanceService)
    .getUnit(unitId, parts.UniverInstanceType.UNIVER_SHEET) as unknown as Saved;
  return {
    ...library,
    host,
    peek: () => workbook.getSnapshot(),
    save: () => ({ workbook: structuredClone(workbook.save()), state: structuredClone(state) }),
    dispose() {
      host.dispose();
      univer.dispose();
    },
  };
}
