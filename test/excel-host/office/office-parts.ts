/** What the stand-in says about the Office it stands in for. */
export interface OfficeOptions {
  /** The newest ExcelApi that `isSetSupported` admits to. */
  excelApi?: string;
  /** Other requirement sets supported, with their newest version, like `{ ExcelUndoApiAll: "1.0" }`. */
  requirementSets?: Readonly<Record<string, string>>;
  /** BCP 47 tags of the interface and of the document. */
  displayLanguage?: string;
  contentLanguage?: string;
  platform?: "PC" | "OfficeOnline" | "Mac";
  partitionKey?: string;
  theme?: OfficeTheme;
}

export interface OfficeTheme {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
  isDarkTheme: boolean;
}

const LIGHT: OfficeTheme = {
  bodyBackgroundColor: "#ffffff",
  bodyForegroundColor: "#000000",
  controlBackgroundColor: "#f3f2f1",
  controlForegroundColor: "#000000",
  isDarkTheme: false,
};

/** Sets that every Excel of the last years has. */
const USUAL_SETS: Readonly<Record<string, string>> = {
  SharedRuntime: "1.2",
  RibbonApi: "1.2",
  DialogApi: "1.2",
  KeyboardShortcuts: "1.1",
  DelayForCellEdit: "1.1",
  IdentityAPI: "1.3",
};

type Callback = ((result: object) => void) | undefined;

/**
 * The parts of `Office` that office.js itself defines, which Excel's library lacks: to be put over the `Office` it made.
 */
export function officeParts(options: OfficeOptions = {}): OfficeParts {
  const platform = options.platform ?? "PC";
  const info = { host: "Excel", platform };
  const sets = { ...USUAL_SETS, ExcelApi: options.excelApi ?? "1.17", ...options.requirementSets };
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac" },
    EventType: {
      DialogEventReceived: "dialogEventReceived",
      DialogMessageReceived: "dialogMessageReceived",
      DocumentSelectionChanged: "documentSelectionChanged",
      OfficeThemeChanged: "officeThemeChanged",
    },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    StartupBehavior: { none: "None", load: "Load" },
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
    onReady: (callback) => {
      callback?.(info);
      return Promise.resolve(info);
    },
    context: {
      host: "Excel",
      platform,
      displayLanguage: options.displayLanguage ?? "es-CO",
      contentLanguage: options.contentLanguage ?? "es-ES",
      partitionKey: options.partitionKey ?? "ventas-al-dia",
      officeTheme: options.theme ?? LIGHT,
      diagnostics: { host: "Excel", platform, version: "16.0.0.0" },
      requirements: { isSetSupported: (name, version) => supports(sets, name, version) },
      document: { addHandlerAsync: succeed, removeHandlerAsync: succeed, settings: {} },
    },
    addin: createAddinVisibility(),
  };
}

/** The library's `Office` with our parts in place of its own; some of those are getters that cannot be set. */
export function withParts(library: object, parts: OfficeParts): object {
  const own = Object.getOwnPropertyDescriptors(library);
  return Object.defineProperties({}, { ...own, ...Object.getOwnPropertyDescriptors(parts) });
}

export interface OfficeParts {
  HostType: object;
  PlatformType: object;
  EventType: object;
  AsyncResultStatus: object;
  StartupBehavior: object;
  VisibilityMode: object;
  onReady: (callback?: (info: object) => void) => Promise<object>;
  context: OfficeContextParts;
  addin: object;
}

interface OfficeContextParts {
  host: string;
  platform: string;
  displayLanguage: string;
  contentLanguage: string;
  partitionKey: string;
  officeTheme: OfficeTheme;
  diagnostics: object;
  requirements: { isSetSupported: (name: string, version?: string) => boolean };
  document: object;
}

function supports(sets: Readonly<Record<string, string>>, name: string, version = "1.1"): boolean {
  const known = sets[name];
  if (known === undefined) return false;
  const [major = 0, minor = 0] = known.split(".").map(Number);
  const [askedMajor = 0, askedMinor = 0] = version.split(".").map(Number);
  return askedMajor < major || (askedMajor === major && askedMinor <= minor);
}

function succeed(...args: unknown[]): void {
  const callback: Callback = args.findLast((argument) => typeof argument === "function") as Callback;
  callback?.({ status: "succeeded" });
}

/** `Office.addin` of a shared runtime: remembers whether the pane shows and whether it loads with the document. */
function createAddinVisibility(): object {
  let behavior = "None";
  const listeners = new Set<(message: object) => void>();
  const show = (visibilityMode: string): Promise<void> => {
    for (const listener of listeners) listener({ visibilityMode });
    return Promise.resolve();
  };
  return {
    showAsTaskpane: () => show("Taskpane"),
    hide: () => show("Hidden"),
    getStartupBehavior: () => Promise.resolve(behavior),
    setStartupBehavior: (next: string) => {
      behavior = next;
      return Promise.resolve();
    },
    onVisibilityModeChanged: (listener: (message: object) => void) => {
      listeners.add(listener);
      return Promise.resolve(() => Promise.resolve(void listeners.delete(listener)));
    },
  };
}
