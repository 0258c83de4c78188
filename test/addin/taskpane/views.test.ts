import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMonths, dayAt, firstDayOf, monthOf } from "../../../shared/colombia/day.ts";
import { callsOf, openGallery, type Gallery } from "./gallery/open-gallery.ts";

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

const month = monthOf(dayAt(new Date()));

describe("Hoy", () => {
  test("shows both results against their targets, the pace and that the month is provisional", async () => {
    const page = await gallery.open("ready");
    const body = page.getByRole("tabpanel");
    const regulated = body.getByRole("article", { name: "Mercado regulado" });
    expect(await body.getByRole("heading", { level: 2 }).textContent()).toContain("provisional");
    expect(await regulated.textContent()).toContain("87,5\u00a0%");
    expect(await regulated.textContent()).toContain("35 de 40 usuarios vinculados");
    expect(await regulated.textContent()).toContain("Ritmo esperado hoy: 38");
    const unregulated = body.getByRole("article", { name: "Mercado no regulado" });
    expect(await unregulated.textContent()).toContain("102,3\u00a0%");
  });

  test("without a target says Sin meta and why, never a percentage", async () => {
    const page = await gallery.open("no-target");
    const card = page.getByRole("article", { name: "Mercado regulado" });
    expect(await card.getByRole("button").first().textContent()).toBe("Mercado reguladoSin meta");
    expect(await card.textContent()).toContain("Sin meta para el mes no hay porcentaje.");
    expect(await card.textContent()).toContain("35 usuarios vinculados");
  });

  test("opens the explanation of a number and comes back to it", async () => {
    const page = await gallery.open("ready");
    await page.getByRole("button", { name: "Mercado regulado" }).click();
    const body = await page.getByRole("tabpanel").textContent();
    for (const part of [
      "Ejecución de presupuesto Mercado Regulado",
      "(Total de usuarios vinculados en el periodo / Meta establecida por mes) × 100",
      "Versión 1 de la fórmula",
      "Primera meta36",
      "Meta vigente40",
      "Contra la primera meta97,2\u00a0%",
      "Ana Lucía Benítez9",
      "Cuenta una vez cada «Número de cuenta contrato» del formato «Usuarios»",
      "solo donde «Mercado» es «Regulado»",
      "Las filas anuladas no cuentan.",
      "Sin meta y fuera del acumulado:",
    ])
      expect(body).toContain(part);
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toContain("Mercado regulado");
  });

  test("opens an earlier month from its column", async () => {
    const page = await gallery.open("ready");
    await page.getByRole("button", { name: /: 72,5\s%$/u }).click();
    await page.getByText("Ejecutado", { exact: true }).first().waitFor();
    expect(await page.getByRole("tabpanel").textContent()).toContain("Ejecutado29");
  });

  test("shows an advisor their own results and nobody else's", async () => {
    const page = await gallery.open("advisor");
    await page.getByText("Sus resultados").waitFor();
    await page.getByRole("button", { name: "Mercado regulado" }).click();
    await page.getByText("Cómo se calcula").waitFor();
    expect(await page.getByText("Por asesor").count()).toBe(0);
    expect(await page.getByText("Carlos").count()).toBe(0);
  });

  test("that could not be loaded can be asked for again", async () => {
    const page = await gallery.open("loading");
    await page.evaluate(() => window.session.fail("loadGlance", { code: "offline" }));
    await page.evaluate(() => window.session.change({ lastSync: new Date().toISOString() }));
    const before = (await callsOf(page, "loadGlance")).length;
    await page.getByRole("button", { name: "Traer de nuevo" }).click();
    await expect.poll(async () => (await callsOf(page, "loadGlance")).length).toBe(before + 1);
  });
});

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

  test("an empty workbook offers one act", async () => {
    const page = await gallery.open("empty");
    await page.getByRole("tab", { name: "Hojas" }).click();
    const buttons = await page.getByRole("tabpanel").getByRole("button").allTextContents();
    expect(buttons).toEqual(["Insertar formato"]);
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

describe("Tablas", () => {
  test("inserts a table for a usual period or any other", async () => {
    const page = await gallery.open("ready");
    await page.getByRole("tab", { name: "Tablas" }).click();
    await page.getByRole("radio", { name: /Gestión mensual visitas/u }).check();
    await page.getByLabel("Periodo").selectOption("Últimos 12 meses");
    await page.getByRole("button", { name: "Insertar" }).click();
    await page.getByLabel("Periodo").selectOption("Otro periodo");
    await page.getByLabel("Desde: Mes").selectOption("Marzo");
    await page.getByLabel("Desde: Año").selectOption("2025");
    await page.getByLabel("Lugar").selectOption("En la celda seleccionada");
    await page.getByRole("button", { name: "Insertar" }).click();
    expect(await callsOf(page, "insertTable")).toEqual([
      ["visit-control", { first: addMonths(month, -11), last: month }, "new-sheet"],
      ["visit-control", { first: "2025-03", last: month }, "selection"],
    ]);
  });

  test("inserts no period that runs backwards", async () => {
    const page = await gallery.open("ready");
    await page.getByRole("tab", { name: "Tablas" }).click();
    await page.getByLabel("Periodo").selectOption("Otro periodo");
    await page.getByLabel("Hasta: Año").selectOption("2020");
    await page.getByText("El periodo termina antes de empezar.").waitFor();
    expect(await page.getByRole("button", { name: "Insertar" }).isDisabled()).toBe(true);
  });

  test("lists those of the workbook, and a missing one has a way out", async () => {
    const page = await gallery.open("tables");
    await page.getByRole("tab", { name: "Tablas" }).click();
    expect(await page.getByRole("article").count()).toBe(3);
    await page.getByRole("button", { name: "Quitar de la lista" }).click();
    expect(await callsOf(page, "forgetTable")).toEqual([["t-3"]]);
    await page.getByRole("button", { name: "Actualizar tablas" }).click();
    expect(await callsOf(page, "refreshTables")).toHaveLength(1);
  });
});
