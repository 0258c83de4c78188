import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import type { PaneCommands } from "../../../../addin/sync/session.ts";
import { installedBrowser } from "../../../../tools/browser/installed.ts";
import { buildGallery } from "./build-gallery.ts";
import type { StateName } from "./states.ts";

const address = "http://gallery.test/";

const html = `<!doctype html>
<html lang="es">
  <head><meta charset="utf-8"><title>Ventas al Día</title></head>
  <body><div id="root"></div><script type="module" src="gallery.js"></script></body>
</html>`;

/** How the pane is looked at. */
export interface Look extends Pick<
  BrowserContextOptions,
  "colorScheme" | "forcedColors" | "deviceScaleFactor"
> {
  readonly width?: number;
  readonly height?: number;
}

export interface Gallery {
  /** The page of a look, with the pane drawn anew in a state. One view at a time: the page is reused. */
  open(state: StateName, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the gallery and opens a browser for it; pages are answered from memory. */
export async function openGallery(): Promise<Gallery> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) throw new Error("there is no browser for the gallery");
  const [script, browser] = await Promise.all([
    buildGallery(),
    chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    }),
  ]);
  const pages = new Map<string, Promise<Page>>();
  return {
    async open(state, look = {}) {
      const key = JSON.stringify(look);
      const opening = pages.get(key) ?? openPage(browser, script, look);
      pages.set(key, opening);
      const page = await opening;
      await page.mouse.move(0, 0);
      // A layer over the page, or what it hides, outlives the pane that is taken away from under it.
      if ((await page.locator("[role=dialog], [role=menu], #root[aria-hidden=true]").count()) > 0)
        await load(page);
      await page.evaluate((name) => window.show(name), state);
      await page.locator("#root h1").waitFor();
      return page;
    },
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, script: string, look: Look): Promise<Page> {
  const { width = 320, height = 720, ...media } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "es-CO",
    timezoneId: "America/Bogota",
    reducedMotion: "reduce",
    ...media,
  });
  const page = await context.newPage();
  await page.route(`${address}**`, (route) =>
    route.request().url().endsWith("/gallery.js")
      ? route.fulfill({ contentType: "text/javascript", body: script })
      : route.fulfill({ contentType: "text/html", body: html }),
  );
  await load(page);
  return page;
}

async function load(page: Page): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => "show" in window);
}

/** What the pane asked of a command so far, call by call. */
export function callsOf(page: Page, command: keyof PaneCommands): Promise<readonly (readonly unknown[])[]> {
  return page.evaluate(
    (name) => window.session.calls.filter((call) => call.command === name).map(({ asked }) => asked),
    command,
  );
}
