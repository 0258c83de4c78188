import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { officeParts, withParts } from "./office-parts.ts";
import type { OfficeOptions } from "./office-parts.ts";

/** The global object that the library speaks to its host through. */
export interface Bridge {
  sendMessageToHost: (text: string) => void;
  /** Set by the library. */
  onMessageFromHost?: (text: string) => void;
}

/** What the library defines. */
export interface LoadedOffice {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
}

/** Names that the library's scripts declare: they land on the library's own `window`, not on Node's globals. */
const DECLARED = [
  "CustomFunctionMappings",
  "CustomFunctions",
  "Excel",
  "Microsoft",
  "OSF",
  "Office",
  "OfficeCore",
  "OfficeExtension",
  "OfficeExtensionBatch",
  "OfficeRuntime",
  "_BeginExcel",
];

let compiled: ((window: object) => void) | undefined;

/**
 * Loads Microsoft's Excel library, unchanged, with a bridge of ours. Each call gives a library of its own. It runs
 * among our own objects (not in a vm context): its test for plain objects does not recognise those of another realm.
 */
export function loadOfficeJs(bridge: Bridge, options: OfficeOptions): LoadedOffice {
  const window = libraryWindow(bridge);
  compiled ??= compileLibrary();
  compiled.call(window, window);
  Object.assign(window, { Office: withParts(window.Office, officeParts(options)) });
  return window;
}

/** The file as it is, inside a function whose only scope is the library's `window`. */
function compileLibrary(): (window: object) => void {
  const file = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  const script = new Script(`(function (window) { with (window) {${readFileSync(file, "utf8")}\n} })`, {
    filename: file,
  });
  return script.runInThisContext() as (window: object) => void;
}

/** As much of a browser's window as the library looks at while it loads. */
function libraryWindow(bridge: Bridge): LoadedOffice & Record<string, unknown> {
  const document = {
    URL: "https://localhost/",
    readyState: "complete",
    addEventListener: () => undefined,
    getElementsByTagName: () => [],
    createElement: () => ({}),
  };
  const window: Record<string, unknown> = Object.fromEntries(DECLARED.map((name) => [name, undefined]));
  Object.assign(window, {
    _richApiNativeBridge: bridge,
    OSF: {},
    document,
    navigator: { userAgent: "Node" },
    location: { href: document.URL, search: "", hash: "" },
    addEventListener: () => undefined,
    setTimeout,
    clearTimeout,
    performance,
    Promise,
  });
  Object.assign(window, { window, self: window, top: window, parent: window });
  return window as LoadedOffice & Record<string, unknown>;
}
