import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openGallery, type Look } from "./open-gallery.ts";
import { views } from "./views.ts";

/**
 * Draws every view at both widths and in every appearance into `.data/screenshots`, outside git, to be looked at:
 * `npx tsx test/addin/taskpane/gallery/screenshots.ts [part of a view] [part of a look]`.
 */
const folder = join(import.meta.dirname, "../../../../.data/screenshots");

const looks: Readonly<Record<string, Look>> = {
  "320-light": { width: 320, colorScheme: "light" },
  "450-light": { width: 450, colorScheme: "light" },
  "320-dark": { width: 320, colorScheme: "dark" },
  "450-dark": { width: 450, colorScheme: "dark" },
  "320-contrast": { width: 320, colorScheme: "dark", forcedColors: "active" },
  "450-contrast-light": { width: 450, colorScheme: "light", forcedColors: "active" },
};

const [part = "", only = ""] = process.argv.slice(2);
const gallery = await openGallery();
for (const [look, options] of Object.entries(looks).filter(([name]) => name.includes(only))) {
  await mkdir(join(folder, look), { recursive: true });
  for (const { name, state, before } of views.filter((view) => view.name.includes(part))) {
    const page = await gallery.open(state, { ...options, deviceScaleFactor: 2 });
    await before?.(page);
    await page.screenshot({ path: join(folder, look, `${name}.png`) });
  }
}
await gallery.close();
