import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import type { RunningWorkbench } from "../../workbench/start-workbench.ts";
import { startWorkbench } from "../../workbench/start-workbench.ts";
import { launchBrowser } from "./browser.ts";
import type { DeskPage } from "./desk-page.ts";
import { openDeskPage } from "./desk-page.ts";
import { seededFolder } from "./seeded-folder.ts";

/** A workbench of one's own with an own database, and a browser to look at it. */
export interface WorkbenchUnderTest {
  running: RunningWorkbench;
  browser: Browser;
  /** Opens the page and waits until each desk shows its workbook and its pane has Office.js. */
  open: (options?: OpenOptions) => Promise<OpenWorkbench>;
  close: () => Promise<void>;
}

export interface OpenOptions {
  /** What each desk opens, by the menu's ids; two make two people. */
  workbooks?: readonly string[];
  appearance?: "light" | "dark" | "high-contrast";
  size?: { width: number; height: number };
}

export interface OpenWorkbench {
  page: Page;
  desks: readonly DeskPage[];
  /** What the pages complained about: uncaught errors and error messages of the console. */
  complaints: readonly string[];
}

/** Starts service, workbench and browser. Each has the demonstration company for itself. */
export async function startWorkbenchUnderTest(): Promise<WorkbenchUnderTest> {
  const dataFolder = await seededFolder();
  const running = await startWorkbench({ port: 0, dataFolder });
  const browser = await launchBrowser();
  return {
    running,
    browser,
    open: (options) => openPage(browser, running.url, options),
    close: async () => {
      await browser.close();
      await running.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** How long a page may take for one thing: a busy machine needs tens of seconds for the spreadsheet alone. */
const patience = 90_000;

async function openPage(browser: Browser, url: string, options: OpenOptions = {}): Promise<OpenWorkbench> {
  const { workbooks = ["libro-vacio"], appearance = "light", size = { width: 1400, height: 850 } } = options;
  const context = await browser.newContext({ viewport: size, locale: "es-CO", acceptDownloads: true });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  const query = new URLSearchParams({ personas: String(workbooks.length), tema: appearance });
  for (const [index, workbook] of workbooks.entries()) query.set(`libro${index + 1}`, workbook);
  await page.goto(`${url}/?${query}`);
  const desks = await Promise.all(workbooks.map((_, index) => openDeskPage(page, index + 1)));
  return { page, desks, complaints };
}
