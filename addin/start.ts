import { indicators } from "../shared/indicators/registry.ts";
import { sheets } from "../shared/sheets/registry.ts";
import { tables } from "../shared/tables/registry.ts";
import { createApi } from "./api/create-api.ts";
import { serviceAddress } from "./api/service-address.ts";
import { createTokenStore } from "./api/token-store.ts";
import { tieRibbon } from "./commands/ribbon.ts";
import { createDirectory } from "./directory.ts";
import { createWorkbook } from "./excel/create-workbook.ts";
import { partitionKey } from "./excel/office-ready.ts";
import { officeOfThisPage } from "./excel/run.ts";
import { createPaneSession, type RunningPaneSession } from "./sync/create-pane-session.ts";

let started: Promise<RunningPaneSession> | undefined;

/**
 * The one session of this page, which pane and ribbon share: made at the first call, and begun. Views may draw it at
 * once; it says `starting` until the workbook is read. The service is where the page came from, unless told otherwise.
 */
export function startSession(baseUrl: string = serviceAddress(location.href)): Promise<RunningPaneSession> {
  started ??= createSession(baseUrl);
  return started;
}

/** Ties the ribbon's buttons to the session of this page. */
export async function startRibbon(): Promise<void> {
  const { Office } = await officeOfThisPage();
  tieRibbon(Office, startSession);
}

async function createSession(baseUrl: string): Promise<RunningPaneSession> {
  const office = await officeOfThisPage();
  const tokenStore = createTokenStore(storageOfThisPage(), partitionKey());
  const session = createPaneSession({
    api: createApi({ baseUrl, tokenStore }),
    workbook: createWorkbook(office),
    sheets,
    tables,
    indicators,
    now: () => new Date(),
    schedule(task, milliseconds) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    directory: createDirectory(office, baseUrl),
    live: {
      random: () => Math.random(),
      onOnline(listener) {
        addEventListener("online", listener);
        return () => removeEventListener("online", listener);
      },
    },
  });
  // The lease of the workbook is given back, so that a co-author's pane goes on at once.
  addEventListener("pagehide", () => void session.stop());
  void session.start();
  return session;
}

/** Reading `localStorage` itself throws where the browser blocks it for embedded pages. */
function storageOfThisPage(): Storage | null {
  try {
    return localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
