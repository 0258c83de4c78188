import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMonths, dayAt, monthOf } from "../../../shared/colombia/day.ts";
import { exifBlock, jpegPhoto } from "../../shared/attachments/samples.ts";
import { callsOf, openGallery, type Gallery } from "./gallery/open-gallery.ts";
import { openTab } from "./gallery/views.ts";

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

describe("photos and documents", () => {
  const photo = (exif?: Uint8Array) => ({
    name: "fachada.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from(jpegPhoto(exif ? { exif } : {})),
  });
  const attachments = async () => {
    const page = await gallery.open("attachments");
    await openTab("Revisar")(page);
    return page;
  };
  const choose = (page: Page) => page.getByLabel("Adjuntar foto o documento");

  test("are sent as they are chosen, and where they were taken only with consent", async () => {
    const page = await attachments();
    await choose(page).setInputFiles([
      photo(),
      { ...photo(), name: "acta.pdf", buffer: Buffer.from("%PDF-") },
    ]);
    await page.getByText("acta.pdf: El archivo está incompleto o dañado.").waitFor();
    await choose(page).setInputFiles(photo(exifBlock()));
    await page.getByRole("button", { name: "Guardar sin el lugar" }).click();
    await expect.poll(() => callsOf(page, "attachFiles")).toHaveLength(2);
    await choose(page).setInputFiles(photo(exifBlock()));
    await page.getByRole("button", { name: "Guardar con el lugar" }).click();
    await expect.poll(() => callsOf(page, "attachFiles")).toHaveLength(3);
    const sent = (await callsOf(page, "attachFiles")).map(([, files]) => files);
    expect(sent).toEqual(
      [false, false, true].map((keepsPosition) => [
        { name: "fachada.jpg", keepsPosition, hasThumbnail: true },
      ]),
    );
  });

  test("are taken away with a reason", async () => {
    const page = await attachments();
    await page.getByRole("button", { name: "Quitar… fachada.jpg" }).click();
    await page.keyboard.type("Es de otra casa");
    await page.keyboard.press("Enter");
    await expect.poll(() => callsOf(page, "removeAttachment")).toHaveLength(1);
    expect((await callsOf(page, "removeAttachment"))[0]?.[1]).toBe("Es de otra casa");
  });
});
