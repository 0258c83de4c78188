import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
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
export interface Look extends Pick<BrowserContextOptions, "colorScheme" | "forcedColors"> {
  readonly width?: number;
  readonly height?: number;
}

export interface Gallery {
  /** A page with the pane in a state. */
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
  return {
    open: (state, look = {}) => openState(browser, script, state, look),
    close: () => browser.close(),
  };
}

async function openState(browser: Browser, script: string, state: StateName, look: Look): Promise<Page> {
  const { width = 320, height = 720, ...media } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "es-CO",
    timezoneId: "America/Bogota",
    reducedMotion: "reduce",
    deviceScaleFactor: 2,
    ...media,
  });
  const page = await context.newPage();
  await page.route(`${address}**`, (route) =>
    route.request().url().endsWith("/gallery.js")
      ? route.fulfill({ contentType: "text/javascript", body: script })
      : route.fulfill({ contentType: "text/html", body: html }),
  );
  await page.goto(`${address}#${state}`);
  await page.locator("#root h1").waitFor();
  return page;
}
