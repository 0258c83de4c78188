import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { findOrInstallBrowser } from "./browser/install.ts";

/**
 * Draws the PNG icons of the manifest from the SVG files in addin/assets/source. Run by hand after a drawing changed
 * (`npx tsx tools/icons.ts`); the PNG files are committed, so that a build needs no browser.
 */
const ASSETS = resolve(import.meta.dirname, "../addin/assets");

/** Ribbon buttons need 16, 32 and 80; the add-in's own icon also appears at 64 and 128 in the store's lists. */
const icons = {
  icon: [16, 32, 64, 80, 128],
  sync: [16, 32, 80],
  validate: [16, 32, 80],
  tables: [16, 32, 80],
};

const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(icons)) {
  const svg = await readFile(resolve(ASSETS, `source/${name}.svg`), "utf8");
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html, body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`,
    );
    await writeFile(resolve(ASSETS, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
