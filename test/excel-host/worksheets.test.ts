import { expect, test } from "vitest";
import { codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const names = () =>
  excel().Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });

const sync = (work: (context: Excel.RequestContext) => void) =>
  codeOf(
    excel().Excel.run(async (context) => {
      work(context);
      await context.sync();
    }),
  );

test("sheets are added, renamed, moved and deleted", async () => {
  await excel().Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add("Datos");
    const unnamed = worksheets.add().load("name");
    await context.sync();
    expect(unnamed.name).toBe("Hoja3");
    unnamed.name = "Tablas";
    unnamed.position = 0;
    worksheets.getItem("Datos").delete();
    await context.sync();
  });
  expect(await names()).toEqual(["Tablas", "Hoja1"]);
});

test("adding a sheet leaves the one on top where it is", async () => {
  await excel().Excel.run(async (context) => {
    const added = context.workbook.worksheets.add("Datos");
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect(active.name).toBe("Hoja1");
    added.activate();
    const now = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect(now.name).toBe("Datos");
  });
});

test("names that Excel refuses are refused", async () => {
  for (const name of ["Hoja1", "HOJA1", "a/b", "x".repeat(32)])
    expect(await sync((context) => context.workbook.worksheets.add(name))).toBe("InvalidArgument");
});

test("hidden and very hidden sheets are told apart, and one sheet stays visible", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Listas");
    sheet.visibility = "VeryHidden";
    sheet.load("visibility");
    const visible = context.workbook.worksheets.getCount(true);
    const all = context.workbook.worksheets.getCount();
    await context.sync();
    expect([sheet.visibility, visible.value, all.value]).toEqual(["VeryHidden", 1, 2]);
  });
  expect(await sync((context) => (context.workbook.worksheets.getItem("Hoja1").visibility = "Hidden"))).toBe(
    "InvalidOperation",
  );
  expect(await sync((context) => context.workbook.worksheets.getItem("Hoja1").delete())).toBe(
    "InvalidOperation",
  );
});

test("renaming a sheet carries the formulas that speak of it along", async () => {
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.add("Datos").getRange("A1").values = [[4]];
    const cell = context.workbook.worksheets.getItem("Hoja1").getRange("A1");
    cell.formulas = [["=Datos!A1*2"]];
    await context.sync();
    context.workbook.worksheets.getItem("Datos").name = "Cifras";
    cell.load("values,formulas");
    await context.sync();
    expect([cell.values, cell.formulas]).toEqual([[[8]], [["=Cifras!A1*2"]]]);
  });
});

test("what is set up about a sheet is read back", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.tabColor = "#0B6B3A";
    sheet.showGridlines = false;
    sheet.freezePanes.freezeRows(5);
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.centerHorizontally = true;
    sheet.pageLayout.setPrintTitleRows("$5:$5");
    sheet.pageLayout.headersFooters.defaultForAllPages.leftFooter = "V-01 versión 2";
    await context.sync();
    sheet.load("tabColor,showGridlines");
    sheet.pageLayout.load("orientation,zoom,centerHorizontally");
    const footer = sheet.pageLayout.headersFooters.defaultForAllPages.load("leftFooter,rightFooter");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
    await context.sync();
    expect([sheet.tabColor, sheet.showGridlines]).toEqual(["#0B6B3A", false]);
    expect([sheet.pageLayout.orientation, sheet.pageLayout.centerHorizontally]).toEqual(["Landscape", true]);
    expect(sheet.pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
    expect([footer.leftFooter, footer.rightFooter]).toEqual(["V-01 versión 2", ""]);
    expect([frozen.address, titles.address]).toEqual(["Hoja1!1:5", "Hoja1!5:5"]);
  });
});

test("an object of a sheet that somebody deleted meanwhile is not found", async () => {
  const read = excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Breve").load("id");
    await context.sync();
    excel().host.user.deleteSheet("Breve");
    sheet.load("name");
    await context.sync();
  });
  expect(await codeOf(read)).toBe("ItemNotFound");
});
