import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callsOf, openGallery, type Gallery } from "./gallery/open-gallery.ts";
import type { StateName } from "./gallery/states.ts";

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

const sheets = (state: StateName) => open(state, "Hojas");
const review = (state: StateName) => open(state, "Revisar");

async function open(state: StateName, place: string): Promise<Page> {
  const page = await gallery.open(state);
  await page.getByRole("tab", { name: place }).click();
  return page;
}

describe("a sheet that is being linked", () => {
  test("is linked only once every question is answered, and answers can be taken back", async () => {
    const page = await sheets("asked");
    const link = page.getByRole("button", { name: "Vincular", exact: true });
    await page.getByText("Faltan 3\u00a0respuestas").waitFor();
    await link.press("Enter");
    expect(await callsOf(page, "linkExamined")).toEqual([]);

    // Both readings of the same text stand side by side.
    await page.getByRole("radio", { name: /^3 de abril de 2026/u }).waitFor();
    await page.getByRole("radio", { name: /^4 de marzo de 2026/u }).check();
    await page.getByRole("radio", { name: /^Control visitas/u }).check();
    await page.getByText("Falta 1\u00a0respuesta").waitFor();
    await page.getByLabel("¿Qué es «Ciudad» (columna J)?").selectOption("Municipio");
    await page.getByText("46\u00a0filas").last().waitFor();
    await page.getByLabel("¿Qué es «Ciudad» (columna J)?").selectOption("Es una columna mía");
    await page.getByText("9\u00a0reconocidas · 3\u00a0suyas").waitFor();
    await link.click();
    expect(await callsOf(page, "linkExamined")).toEqual([[0]]);
  });

  test("shows each column with what it is, to be corrected in place", async () => {
    const page = await sheets("certain");
    await page.getByRole("button", { name: "Ver y corregir" }).click();
    const lines = page.getByRole("listitem").filter({ hasText: "→" });
    expect((await lines.allTextContents()).slice(0, 2)).toEqual([
      "No.→ Columna suya, no se tocaCambiar",
      "F. PROG.→ Fecha programadaCambiar",
    ]);
    await page.getByRole("button", { name: "Cambiar: No." }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const choice = page.getByLabel("«F. PROG.» es");
    await expect.poll(() => choice.evaluate((element) => element === document.activeElement)).toBe(true);
    await choice.selectOption("Próxima acción");
    await expect.poll(() => choice.inputValue()).toBe("nextStep");
  });

  test("shows the first rows as they would be stored, with what is wrong and what would change", async () => {
    const page = await sheets("certain");
    const preview = page.getByRole("region", { name: "Así quedaría guardado" }).last();
    expect(await preview.getByRole("row", { name: /^8/u }).textContent()).toContain("Vinculado");
    await page.getByText("«31/02/2026» no existe en el calendario.").waitFor();
    await page.getByText("Se separan 3 grupos de celdas combinadas").waitFor();
    await page.getByText("3\u00a0por corregir").waitFor();
    // Coming and going is by the keyboard too.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("BUTTON");
    await page.getByRole("button", { name: "Hojas", exact: true }).click();
    await page.getByRole("button", { name: "Vincular esta hoja" }).waitFor();
  });

  test("as a matrix is asked its unit and its year; the other table of the sheet is at hand", async () => {
    const page = await sheets("matrix");
    await page.getByRole("radio", { name: /^Millones de pesos/u }).check();
    const year = page.getByLabel("«Año»: la hoja no lo dice o lo dice de dos maneras. ¿Cuál es?");
    await year.fill("veinte");
    await page.keyboard.press("Enter");
    await page.getByText("«veinte» no es un número.").waitFor();
    await year.fill("2026");
    await page.keyboard.press("Enter");
    await page.getByText("· Año 2026").waitFor();
    await page.getByText("96\u00a0celdas").last().waitFor();
    await page.getByLabel("Tabla de la hoja").selectOption("Control visitas y vinculaciones, filas 8 a 57");
    await page.getByText("46\u00a0filas").last().waitFor();
    await page.getByRole("button", { name: "Vincular", exact: true }).click();
    expect(await callsOf(page, "linkExamined")).toEqual([[1]]);
  });

  test("that cannot be linked says what was looked for and offers a way out", async () => {
    const page = await sheets("unrecognised");
    await page.getByText("Se busca una fila de encabezados").waitFor();
    await page.getByRole("button", { name: "Revisar de nuevo" }).click();
    expect(await callsOf(page, "examine")).toHaveLength(1);
    await page.getByRole("button", { name: "Insertar formato" }).click();
    await page.getByRole("dialog").waitFor();
  });
});

describe("the first load", () => {
  test("reports before anything happens, and loads what was chosen", async () => {
    const page = await sheets("load-report");
    await page.getByText("9.708\u00a0filas de 2\u00a0hojas").waitFor();
    await page.getByText("Resumen · Listas · Festivos").waitFor();
    expect(await page.getByRole("checkbox", { name: /^Visitas febrero/u }).isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: "Base usuarios" }).uncheck();
    await page.getByRole("button", { name: "Cargar" }).click();
    expect(await callsOf(page, "startLoad")).toEqual([[[1]]]);
    await page.getByRole("button", { name: "Responder" }).click();
    await expect.poll(() => callsOf(page, "examine")).toHaveLength(1);
  });

  test("is paused, gone on with and cancelled, and says that closing is safe", async () => {
    const page = await sheets("load-running");
    await page.getByText("3.400 de 9.708\u00a0filas").waitFor();
    await page.getByText("Puede cerrar el libro cuando quiera").waitFor();
    await page.getByRole("button", { name: "Pausar" }).click();
    expect(await callsOf(page, "pauseLoad")).toHaveLength(1);
    await page.getByRole("button", { name: "Cancelar la carga" }).click();
    await page.getByRole("button", { name: "Vincular esta hoja" }).waitFor();
    const paused = await sheets("load-paused");
    await paused.getByRole("button", { name: "Continuar" }).click();
    expect(await callsOf(paused, "resumeLoad")).toHaveLength(1);
  });

  test("ends with what was saved and what was not", async () => {
    const page = await sheets("load-done");
    await page.getByText("Se guardaron 9.402\u00a0filas.").waitFor();
    await page.getByText("Una hoja no se pudo terminar.").waitFor();
    await page.getByRole("button", { name: "Ver las hojas" }).click();
    const start = page.getByRole("button", { name: "Vincular esta hoja" });
    await expect.poll(() => start.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe("repairs", () => {
  test("that are certain are done together or by column, and Excel takes them back", async () => {
    const page = await review("repairs");
    await page.evaluate(() => window.session.mend(12));
    await page.getByRole("button", { name: /^Fecha visita/u }).click();
    const rows = page.getByRole("table").getByRole("row");
    expect(await rows.allTextContents()).toEqual([
      "EscritoQueda",
      "3-mar-26Filas 8, 9 y 1203/03/2026",
      "4 de marzo de 2026Fila 1304/03/2026",
    ]);
    await page.getByRole("button", { name: "Reparar esta columna: Fecha visita" }).click();
    await page.getByRole("button", { name: "Reparar 12\u00a0seguras" }).click();
    await page.getByText("Se repararon 12 celdas. Con Ctrl+Z vuelve lo que decían.").waitFor();
    expect(await callsOf(page, "repairCertain")).toHaveLength(1);
    expect(await callsOf(page, "repair")).toEqual([["l-visits", "visitedOn", expect.anything()]]);
  });

  test("that are not certain are asked one by one, with the keyboard too", async () => {
    const page = await review("repairs");
    await page.getByRole("button", { name: "Usar Sincelejo en lugar de «SINCELEGO»" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => callsOf(page, "repair"))
      .toEqual([
        [
          "l-visits",
          "advisor",
          [expect.objectContaining({ typed: "Carlos R.", becomes: "Carlos Mario Rojas" })],
        ],
      ]);
  });
});

test("the changes of a matrix are given one reason together, and sent", async () => {
  const page = await review("matrix-reasons");
  await page.getByText("3 cambios de «Presupuesto y metas» necesitan un motivo").waitFor();
  await page.getByRole("textbox", { name: "Motivo del ajuste" }).fill("Nuevo cupo");
  await page.keyboard.press("Enter");
  await expect.poll(() => callsOf(page, "synchronise")).toHaveLength(1);
  expect(await callsOf(page, "giveReason")).toEqual([["l-budget", "Nuevo cupo"]]);
});
