import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DeskPage } from "./support/desk-page.ts";
import type { WorkbenchUnderTest } from "./support/workbench.ts";
import { startWorkbenchUnderTest } from "./support/workbench.ts";

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
});
afterAll(() => workbench.close());

/** One person's page for all of these: opening it takes longer than any of them. */
describe("at one desk", () => {
  let page: Page;
  let desk: DeskPage;
  beforeAll(async () => {
    const { desks, ...opened } = await workbench.open();
    page = opened.page;
    desk = onlyOf(desks);
  });
  afterAll(() => page.context().close());

  test("a value typed in the sheet reaches Office.js, and a value of Office.js is seen in the sheet", async () => {
    await desk.type("B2", "1234,5");
    const read = await desk.pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2");
        range.load({ values: true, text: true });
        await context.sync();
        return { values: range.values, text: range.text };
      }),
    );
    expect(read).toEqual({ values: [[1234.5]], text: [["1234,5"]] });

    await desk.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange("C2:D2").values = [["Escrito por el complemento", "=B2*2"]];
        await context.sync();
      }),
    );
    expect(await desk.values("C2:D2")).toEqual([["Escrito por el complemento", 2469]]);
  });

  test("numbers and days are read as in Colombia, typed or pasted", async () => {
    await desk.type("A1", "03/04/2026");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await desk.frame.evaluate(() =>
      navigator.clipboard.writeText("05/04/2026\t1.234,5\n31/02/2026\t800250984\n"),
    );
    await desk.click("A2");
    await page.keyboard.press("Control+V");
    await desk.frame.waitForFunction(
      () => window.desk?.api.getActiveWorkbook()?.getActiveSheet().getRange("B3").getValue() !== null,
    );
    expect(await desk.values("A1:B3")).toEqual([
      [46_115, ""],
      [46_117, 1234.5],
      ["31/02/2026", 800_250_984],
    ]);
  });

  test("while somebody types in a cell Excel refuses what the add-in asks", async () => {
    const ask = () =>
      desk.pane.evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange("D4").values = [["hola"]];
          await context.sync();
          return "hecho";
        }).catch((error: unknown) => (error instanceof OfficeExtension.Error ? error.code : "otro")),
      );
    await desk.click("B2");
    await page.keyboard.type("a medio escr");
    expect(await ask()).toBe("InvalidOperationInCellEditMode");
    await page.keyboard.press("Escape");
    expect(await ask()).toBe("hecho");
  });

  test("typing in the sheet raises the change that the add-in listens for", async () => {
    const change = desk.pane.evaluate(
      () =>
        new Promise<{ address: string; source: string; triggerSource: string | undefined }>((heard) => {
          void Excel.run(async (context) => {
            context.workbook.worksheets.onChanged.add(async ({ address, source, triggerSource }) =>
              heard({ address, source, triggerSource }),
            );
            await context.sync();
            document.title = "escuchando";
          });
        }),
    );
    await desk.pane.waitForFunction(() => document.title === "escuchando");
    await desk.type("A1", "Hola");
    expect(await change).toEqual({ address: "A1", source: "Local", triggerSource: "Unknown" });
  });

  test("a workbook of the menu is read by Office.js with its table, its formulas and its hidden rows", async () => {
    await desk.openWorkbook("a2-usuarios-base");
    const table = await desk.pane.evaluate(() =>
      Excel.run(async (context) => {
        const found = context.workbook.tables.getItem("Tabla1");
        const header = found.getHeaderRowRange().load({ values: true, address: true });
        await context.sync();
        return { address: header.address, first: header.values[0]?.[0] as unknown };
      }),
    );
    expect(table).toEqual({ address: "BASE!A3:U3", first: "Cta. Contrato" });
  });

  test("a workbook that is saved opens again with what was typed into it", async () => {
    await desk.openWorkbook("a5-pqr-segundo-semestre");
    await desk.act("type", "PQR!C9", "Usuario corregido");
    const download = page.waitForEvent("download");
    await desk.frame.locator("#save-file").click();
    const path = await (await download).path();
    const chooser = page.waitForEvent("filechooser");
    await desk.frame.locator("#open-file").click();
    await (await chooser).setFiles(path);
    await desk.frame.waitForFunction(() => window.desk?.name !== "a5-pqr-segundo-semestre.xlsx");
    expect(await desk.values("C9")).toEqual([["Usuario corregido"]]);
  });
});

test("two people sit side by side, each with an own workbook and an own place, and nothing complains", async () => {
  const { desks, page, complaints } = await workbench.open({
    workbooks: ["visitas-asesor", "presupuesto-directora"],
  });
  const [visits, budget] = await Promise.all(desks.map(({ values }) => values("A1")));
  await desks[0]?.act("type", "A1", "Solo mío");
  expect(await desks[0]?.values("A1")).toEqual([["Solo mío"]]);
  expect(await desks[1]?.values("A1")).toEqual(budget);
  expect(visits).not.toEqual(budget);
  const keys = await Promise.all(desks.map(({ pane }) => pane.evaluate(() => Office.context.partitionKey)));
  expect(new Set(keys).size).toBe(2);
  expect(complaints).toEqual([]);
  await page.context().close();
});

function onlyOf<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (!item) throw new Error("There is none");
  return item;
}
