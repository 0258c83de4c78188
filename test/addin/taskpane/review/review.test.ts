import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CellFill } from "../../../../addin/sync/session.ts";
import { callsOf, openGallery, type Gallery } from "../gallery/open-gallery.ts";
import type { StateName } from "../gallery/states.ts";

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

async function review(state: StateName): Promise<Page> {
  const page = await gallery.open(state);
  await page.getByRole("tab", { name: /Revisar/u }).click();
  return page;
}

const list = (page: Page) => page.getByRole("tabpanel").getByRole("list").first();

describe("mistakes", () => {
  test("are counted on the tab and told by sheet, row and column", async () => {
    const page = await review("mistakes");
    expect(await page.getByRole("tab", { name: /Revisar/u }).textContent()).toBe("Revisar7");
    expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe(
      "7\u00a0celdas por corregir · 1\u00a0aviso",
    );
    expect(await page.getByText("Fila 18 · Fecha visita").isVisible()).toBe(true);
    expect(await page.getByText("«31/02/2026» no existe en el calendario.").isVisible()).toBe(true);
  });

  test("lead to their cell", async () => {
    const page = await review("mistakes");
    await page.getByRole("button", { name: "Ir a la celda: Fila 31 · Contrato No." }).click();
    expect(await callsOf(page, "goTo")).toEqual([[expect.objectContaining({ address: "F31" })]]);
  });

  test("are walked with the arrows, and Enter goes to the cell", async () => {
    const page = await review("mistakes");
    await page.getByRole("button", { name: "Ir a la celda: Fila 18 · Fecha visita" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await callsOf(page, "goTo")).toEqual([[expect.objectContaining({ address: "F23" })]]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const cell = { link: "l-visits", rowId: "l-visits-23", column: "advisor", typed: "Carlos Ruis" };
    expect(await callsOf(page, "fillCells")).toEqual([[[{ ...cell, text: "Carlos Andrés Ruiz" }]]]);
  });

  test("are mended one by one with what was probably meant", async () => {
    const page = await review("mistakes");
    await page.getByRole("button", { name: "Usar 800250984-6" }).click();
    await expect.poll(() => textsFilled(page)).toEqual([["800250984-6"]]);
  });

  test("whose cell says something else by now are left alone, and that is told", async () => {
    const page = await review("mistakes");
    await page.evaluate(() => window.session.leave(1));
    await page.getByRole("button", { name: "Usar 800250984-6" }).click();
    await page.getByText("Una celda quedó como estaba: ya dice otra cosa.").waitFor();
    await page.getByRole("button", { name: "Cerrar el aviso" }).click();
    await expect.poll(() => page.getByText("quedó como estaba").count()).toBe(0);
  });

  test("that are but warnings may stay, with a reason", async () => {
    const page = await review("mistakes");
    await page.getByRole("button", { name: "Aceptar con motivo" }).click();
    await page.keyboard.press("Enter");
    await page.getByText("Escriba el motivo, con 5 letras o más.").waitFor();
    expect(await callsOf(page, "acceptWarning")).toEqual([]);
    await page.keyboard.type("Sí");
    await page.keyboard.press("Enter");
    expect(await callsOf(page, "acceptWarning")).toEqual([]);
    await page.keyboard.type(", lo confirma el RUT");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => callsOf(page, "acceptWarning"))
      .toEqual([[expect.objectContaining({ row: 80 }), "Sí, lo confirma el RUT"]]);
    await expect.poll(() => page.getByLabel("Por qué está bien así").count()).toBe(0);
  });

  test("by the thousand are shown a page at a time", async () => {
    const page = await review("many");
    const items = () => list(page).getByRole("listitem").count();
    expect(await items()).toBe(40);
    await page.getByRole("button", { name: /Mostrar 40 más/u }).click();
    expect(await items()).toBe(80);
    expect(await page.getByText("80 de 7.000").isVisible()).toBe(true);
  });

  test("of the selected row stand first", async () => {
    const page = await review("selected");
    const section = page.getByRole("region", { name: "Fila seleccionada" });
    expect(await section.getByText("Fila 23 · Asesor").isVisible()).toBe(true);
    expect(await section.getByRole("listitem").count()).toBe(1);
  });

  test("follow the selection without a click", async () => {
    const page = await review("selected");
    await page.evaluate(() =>
      window.session.change({ selection: { link: "l-visits", row: 31, position: 26, column: null } }),
    );
    const section = page.getByRole("region", { name: "Fila seleccionada" });
    await expect.poll(() => section.getByText("Fila 31 · Contrato No.").isVisible()).toBe(true);
  });
});

describe("a new version", () => {
  test("takes its reason where it is missed: the cell is filled and sent", async () => {
    const page = await review("reasons");
    await page.getByRole("textbox", { name: "Motivo del ajuste" }).fill("Nuevo cupo aprobado en comité");
    await page.keyboard.press("Enter");
    await expect.poll(() => callsOf(page, "synchronise")).toHaveLength(1);
    const cell = { link: "l-budget", rowId: "l-budget-4", column: "reason", typed: "" };
    expect(await callsOf(page, "fillCells")).toEqual([
      [[{ ...cell, text: "Nuevo cupo aprobado en comité" }]],
    ]);
  });

  test("may take the same reason in all its rows", async () => {
    const page = await review("reasons");
    await page.getByRole("textbox", { name: "Motivo del ajuste" }).fill("Nuevo cupo");
    await page.getByRole("button", { name: "Guardar para las 3 filas" }).click();
    await expect.poll(() => callsOf(page, "synchronise")).toHaveLength(1);
    expect(await textsFilled(page)).toEqual([["Nuevo cupo", "Nuevo cupo", "Nuevo cupo"]]);
  });

  test("is not sent without a reason", async () => {
    const page = await review("reasons");
    await page.getByRole("button", { name: "Guardar motivo" }).click();
    await page.getByText("Escriba el motivo.", { exact: true }).waitFor();
    expect(await callsOf(page, "fillCells")).toEqual([]);
  });

  test("is not sent where its reason could not be written", async () => {
    const page = await review("reasons");
    await page.evaluate(() => window.session.fail("fillCells", { code: "cell-edit-mode" }));
    await page.getByRole("textbox", { name: "Motivo del ajuste" }).fill("Nuevo cupo");
    await page.keyboard.press("Enter");
    await page.getByText("Hay una celda a medio escribir.").waitFor();
    expect(await callsOf(page, "synchronise")).toEqual([]);
  });
});

describe("conflicts", () => {
  test("show mine, theirs with who and when, and what it was", async () => {
    const page = await review("conflicts");
    const item = list(page).getByRole("listitem").first();
    const terms = await item.getByRole("term").allTextContents();
    const values = await item.getByRole("definition").allTextContents();
    expect(terms).toEqual(["Usted", "Carlos", "Antes"]);
    expect(values[0]).toBe("Vinculado");
    expect(values[1]).toMatch(/^Interesado · hace \d+\u00a0min$/u);
    expect(values[2]).toBe("Reprogramada");
  });

  test("are settled with one click, each or all", async () => {
    const page = await review("conflicts");
    await page.getByRole("button", { name: "Tomar lo de Carlos" }).click();
    await page.getByRole("button", { name: "Dejar todo lo mío" }).click();
    await expect.poll(() => callsOf(page, "resolveConflicts")).toHaveLength(2);
    const resolved = await callsOf(page, "resolveConflicts");
    expect(resolved.map(([conflicts, keep]) => [(conflicts as unknown[]).length, keep])).toEqual([
      [1, "theirs"],
      [2, "mine"],
    ]);
  });
});

describe("vanished rows", () => {
  test("come back one by one or all", async () => {
    const page = await review("vanished");
    await page.getByRole("button", { name: "Restaurar: Supermercado El Porvenir" }).click();
    await page.getByRole("button", { name: "Restaurar las 3" }).click();
    const rows = (await callsOf(page, "restoreVanished")).map(([some]) => (some as unknown[]).length);
    expect(rows).toEqual([1, 3]);
  });

  test("are voided only with a reason", async () => {
    const page = await review("vanished");
    await page.getByRole("button", { name: "Anular las 3…" }).click();
    await page.keyboard.type("dup");
    await page.keyboard.press("Enter");
    await page.getByText("Escriba el motivo, con 5 letras o más.").waitFor();
    await page.keyboard.type("licadas del mes");
    await page.keyboard.press("Enter");
    await expect.poll(() => callsOf(page, "voidVanished")).toHaveLength(1);
    expect((await callsOf(page, "voidVanished"))[0]?.[1]).toBe("duplicadas del mes");
  });
});

/** The texts that were written so far, command by command. */
async function textsFilled(page: Page): Promise<readonly (readonly string[])[]> {
  const calls = await callsOf(page, "fillCells");
  return calls.map(([cells]) => (cells as readonly CellFill[]).map(({ text }) => text));
}
