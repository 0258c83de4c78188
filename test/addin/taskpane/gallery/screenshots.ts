import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openGallery, type Look } from "./open-gallery.ts";
import type { StateName } from "./states.ts";

/**
 * Draws every view at both widths and in every appearance into `.data/screenshots`, outside git, to be looked at:
 * `npx tsx test/addin/taskpane/gallery/screenshots.ts [part of a view] [part of a look]`.
 */
const folder = join(import.meta.dirname, "../../../../.data/screenshots");

const openTab = (name: string) => (page: Page) => page.getByRole("tab", { name }).click();

interface Shot {
  readonly name: string;
  readonly state: StateName;
  readonly before?: (page: Page) => Promise<void>;
}

const shots: readonly Shot[] = [
  { name: "sign-in", state: "signed-out" },
  {
    name: "sign-in-refused",
    state: "signed-out",
    before: async (page) => {
      await page.evaluate(() => window.session.fail("signIn", { code: "bad-credentials" }));
      await page.locator("[name=email]").fill("ana@aseosabana.example");
      await page.locator("[name=password]").fill("una clave");
      await page.keyboard.press("Enter");
      await page.getByText("no coinciden").waitFor();
    },
  },
  { name: "today", state: "ready" },
  { name: "today-advisor", state: "advisor" },
  { name: "today-no-target", state: "no-target" },
  { name: "today-loading", state: "loading", before: (page) => page.waitForTimeout(500) },
  { name: "today-failed", state: "failed" },
  {
    name: "today-detail",
    state: "ready",
    before: (page) =>
      page
        .getByRole("button", { name: /Mercado regulado/u })
        .first()
        .click(),
  },
  { name: "today-service", state: "service" },
  {
    name: "menu",
    state: "ready",
    before: (page) => page.getByRole("button", { name: "Menú de la cuenta" }).click(),
  },
  { name: "sheets-empty", state: "empty", before: openTab("Hojas") },
  { name: "sheets", state: "mistakes", before: openTab("Hojas") },
  { name: "sheets-troubles", state: "troubles", before: openTab("Hojas") },
  {
    name: "sheets-insert",
    state: "ready",
    before: async (page) => {
      await openTab("Hojas")(page);
      await page.getByRole("button", { name: "Insertar formato" }).click();
    },
  },
  { name: "review-empty", state: "ready", before: openTab("Revisar") },
  { name: "review-mistakes", state: "mistakes", before: openTab("Revisar") },
  { name: "review-selected", state: "selected", before: openTab("Revisar") },
  { name: "review-reasons", state: "reasons", before: openTab("Revisar") },
  { name: "review-many", state: "many", before: openTab("Revisar") },
  { name: "review-conflicts", state: "conflicts", before: openTab("Revisar") },
  { name: "review-vanished", state: "vanished", before: openTab("Revisar") },
  { name: "review-everything", state: "everything", before: openTab("Revisar") },
  { name: "working", state: "working", before: openTab("Hojas") },
  { name: "offline", state: "offline", before: openTab("Hojas") },
  { name: "expired", state: "expired", before: openTab("Hojas") },
  { name: "tables", state: "tables", before: openTab("Tablas") },
  {
    name: "tables-period",
    state: "ready",
    before: async (page) => {
      await openTab("Tablas")(page);
      await page.getByLabel("Periodo").selectOption("other");
    },
  },
];

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
  for (const { name, state, before } of shots.filter((shot) => shot.name.includes(part))) {
    const page = await gallery.open(state, options);
    await before?.(page);
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(folder, look, `${name}.png`) });
    await page.context().close();
  }
}
await gallery.close();
