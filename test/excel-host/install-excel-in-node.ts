import type { IWorkbookData } from "@univerjs/presets";
import { createExcelHost } from "./create-excel-host.ts";
import type { ExcelHost, ExcelHostOptions } from "./create-excel-host.ts";
import { createHeadlessUniver } from "./create-headless-univer.ts";
import { loadOfficeJs } from "./office/load-office-js.ts";
import type { Bridge, LoadedOffice } from "./office/load-office-js.ts";
import type { OfficeOptions } from "./office/office-parts.ts";

export interface InstallOptions extends ExcelHostOptions {
  /** The workbook to begin with, as Univer keeps them; an empty one with *Hoja1* otherwise. */
  workbook?: Partial<IWorkbookData>;
  office?: OfficeOptions;
  /** Whether `Excel`, `Office` and `OfficeExtension` become globals, as the add-in's modules expect them. */
  asGlobals?: boolean;
}

export interface InstalledExcel extends LoadedOffice {
  host: ExcelHost;
  /** Takes the globals back and lets go of everything. */
  dispose: () => void;
}

/** Opens a workbook in the stand-in and loads the real Office.js over it. */
export function installExcelInNode(options: InstallOptions = {}): InstalledExcel {
  const { univer, unitId, parts } = createHeadlessUniver(options.workbook);
  const host = createExcelHost(univer, unitId, parts, options);
  const bridge: Bridge = { sendMessageToHost: (text) => void deliver(host, text) };
  const loaded = loadOfficeJs(bridge, options.office ?? {});
  host.onMessage((text) => bridge.onMessageFromHost?.(text));
  const takeBack = options.asGlobals === false ? () => undefined : setGlobals(loaded);
  return {
    Excel: loaded.Excel,
    Office: loaded.Office,
    OfficeExtension: loaded.OfficeExtension,
    host,
    dispose: () => {
      takeBack();
      host.dispose();
      univer.dispose();
    },
  };
}

/** A fault of the stand-in itself must not look like an answer that is merely late: it ends the test run. */
async function deliver(host: ExcelHost, text: string): Promise<void> {
  // A bridge is asynchronous: the library never sees an answer before its own call returns.
  await Promise.resolve();
  await host.handle(text);
}

function setGlobals({ Excel, Office, OfficeExtension }: LoadedOffice): () => void {
  const before = Object.entries({ Excel, Office, OfficeExtension }).map(([name, value]) => {
    const known = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true });
    return [name, known] as const;
  });
  return () => {
    for (const [name, known] of before) {
      Reflect.deleteProperty(globalThis, name);
      if (known) Object.defineProperty(globalThis, name, known);
    }
  };
}
