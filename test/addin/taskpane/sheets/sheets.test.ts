import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMonths, dayAt, firstDayOf, monthOf } from "../../../../shared/colombia/day.ts";
import { callsOf, openGallery, type Gallery } from "../gallery/open-gallery.ts";

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

const month = monthOf(dayAt(new Date()));

describe("Hojas", () => {
  test("shows each sheet with what is wrong, pending and when it was synchronised", async () => {
    const page = await gallery.open("mistakes");
    await page.getByRole("tab", { name: "Hojas" }).click();
    const card = page.getByRole("article", { name: "Control visitas y vinculaciones" });
    const items = await card.getByRole("listitem").allTextContents();
    expect(items.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      "420 filas",
      "5 por corregir",
      "5 pendientes",
    ]);
    expect(await card.textContent()).toMatch(/Sincronizada hace \d+\s?min/u);
  });

  test("offers no format that the role may not see", async () => {
    const page = await gallery.open("service");
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByRole("button", { name: "Insertar formato" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /Usuarios/u }).waitFor();
    expect(await dialog.getByRole("radio", { name: /Ventas mercado no regulado/u }).count()).toBe(0);
  });

  test("inserts a format with the rows asked for", async () => {
    const page = await gallery.open("advisor");
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByRole("button", { name: "Insertar formato" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /Control visitas y vinculaciones/u }).check();
    await dialog.getByRole("radio", { name: "Las de los últimos 3 meses" }).check();
    await dialog.getByRole("button", { name: "Insertar" }).click();
    await expect
      .poll(() => callsOf(page, "insertFormat"))
      .toEqual([["visits", { from: firstDayOf(addMonths(month, -2)) }]]);
  });

  test("an empty workbook offers to link the sheet first, then the other ways", async () => {
    const page = await gallery.open("empty");
    await page.getByRole("tab", { name: "Hojas" }).click();
    const buttons = page.getByRole("tabpanel").getByRole("button");
    expect(await buttons.allTextContents()).toEqual([
      "Vincular esta hoja",
      "Insertar formato",
      "Carga inicial",
      "Envíos",
    ]);
    for (const button of await buttons.all().then((all) => [all[0], all[2]])) await button?.click();
    expect(await callsOf(page, "examine")).toHaveLength(1);
    expect(await callsOf(page, "examineWorkbook")).toHaveLength(1);
  });

  test("a link is undone from its menu, once that was said and confirmed", async () => {
    const page = await gallery.open("mistakes");
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByRole("button", { name: "Más acciones: Usuarios" }).click();
    await page.keyboard.press("Enter");
    await page.getByText("2\u00a0filas sin enviar quedan solo en la hoja.").waitFor();
    expect(await callsOf(page, "putBack")).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Deshacer el vínculo");
    await page.keyboard.press("Enter");
    await expect.poll(() => callsOf(page, "putBack")).toEqual([["l-customers"]]);
    await expect.poll(() => page.getByText("quedan solo en la hoja").count()).toBe(0);
  });

  test("validating goes to what is wrong, or says that nothing is", async () => {
    const wrong = await gallery.open("mistakes");
    await wrong.getByRole("tab", { name: "Hojas" }).click();
    await wrong.getByRole("button", { name: "Validar" }).click();
    await expect.poll(() => wrong.getByText("Fila 18 · Fecha visita").isVisible()).toBe(true);
    const right = await gallery.open("ready");
    await right.getByRole("tab", { name: "Hojas" }).click();
    await right.getByRole("button", { name: "Validar" }).click();
    await expect.poll(() => right.getByText("Nada por corregir").isVisible()).toBe(true);
  });

  test("that nothing is wrong is said no longer than it is true", async () => {
    const page = await gallery.open("ready");
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByRole("button", { name: "Validar" }).click();
    const good = page.getByText("Nada por corregir");
    await good.waitFor();
    await page.evaluate(() => {
      const issue = { column: "visitedOn", code: "invalid-date", severity: "error" } as const;
      const place = { worksheetId: "1", worksheet: "Control visitas", address: "F18" };
      const cell = { link: "l-visits", sheet: "visits", rowId: "1", row: 18, place, issue, typed: "31/02" };
      window.session.change({ issues: [cell] });
    });
    await good.waitFor({ state: "detached" });
    await page.evaluate(() => window.session.change({ issues: [] }));
    expect(await good.count()).toBe(0);
  });

  test("a sheet whose table is gone neither leads anywhere nor counts rows", async () => {
    const page = await gallery.open("troubles");
    await page.getByRole("tab", { name: "Hojas" }).click();
    const card = page.getByRole("article", { name: "Presupuesto y metas" });
    await card.getByText("La tabla ya no está en el libro.").waitFor();
    expect(await card.getByRole("button").allTextContents()).toEqual([
      "Insertar de nuevo",
      "Quitar de la lista",
    ]);
    expect(await card.getByText("fila").count()).toBe(0);
  });

  test("deleted columns come back rather than the whole format anew", async () => {
    const page = await gallery.open("columns-missing");
    await page.getByRole("tab", { name: "Hojas" }).click();
    const visits = page.getByRole("article", { name: "Control visitas y vinculaciones" });
    await visits.getByText("Faltan las columnas «Fecha visita», «Resultado» y «Observaciones»").waitFor();
    expect(await visits.getByRole("button", { name: "Insertar de nuevo" }).count()).toBe(0);
    const customers = page.getByRole("article", { name: "Usuarios" });
    expect(await customers.getByRole("button").allTextContents()).toEqual([
      "Restaurar columnas",
      "Insertar de nuevo",
    ]);
    await visits.getByRole("button", { name: "Restaurar columnas" }).click();
    await customers.getByRole("button", { name: "Restaurar columnas" }).click();
    expect(await callsOf(page, "restoreHeaders")).toEqual([["l-visits"], ["l-customers"]]);
  });

  test("every trouble has its way out", async () => {
    const page = await gallery.open("troubles");
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByText("El encabezado «Fecha visita» ahora dice «F. realizada»").waitFor();
    await page.getByRole("button", { name: "Restaurar encabezados" }).click();
    expect(await callsOf(page, "restoreHeaders")).toEqual([["l-visits"]]);
    await page.getByRole("button", { name: "Insertar de nuevo" }).click();
    await expect.poll(() => callsOf(page, "forgetLink")).toEqual([["l-budget"]]);
    expect(await callsOf(page, "insertFormat")).toEqual([["budget", { from: null }]]);
  });
});
