import { expect, test } from "vitest";
import { openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

test("formats are set and read back, null where cells differ", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const { format } = sheet.getRange("A1:B2");
    format.fill.color = "#0B6B3A";
    format.font.bold = true;
    format.font.color = "#FFFFFF";
    format.font.size = 12;
    format.horizontalAlignment = "Center";
    format.verticalAlignment = "Center";
    format.wrapText = true;
    sheet.getRange("B2").format.font.bold = false;
    const one = sheet.getRange("A1").format;
    one.load("horizontalAlignment,verticalAlignment,wrapText,fill/color,font/bold,font/color,font/size");
    const mixed = sheet.getRange("A1:B2").format.font.load("bold,color");
    await context.sync();
    expect([one.fill.color, one.font.bold, one.font.color, one.font.size]).toEqual([
      "#0B6B3A",
      true,
      "#FFFFFF",
      12,
    ]);
    expect([one.horizontalAlignment, one.verticalAlignment, one.wrapText]).toEqual([
      "Center",
      "Center",
      true,
    ]);
    expect([mixed.bold, mixed.color]).toEqual([null, "#FFFFFF"]);
  });
});

test("a fill is cleared and values stay", async () => {
  await excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange("A1");
    cell.values = [["dato"]];
    cell.format.fill.color = "#FF0000";
    cell.format.fill.clear();
    cell.load("values");
    cell.format.fill.load("color");
    await context.sync();
    expect([cell.values, cell.format.fill.color]).toEqual([[["dato"]], "#FFFFFF"]);
  });
});

test("lines are drawn at the edges asked for only", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const edge = sheet.getRange("A1:B2").format.borders.getItem("EdgeBottom");
    edge.style = "Continuous";
    edge.color = "#808080";
    const below = sheet.getRange("B2").format.borders.getItem("EdgeBottom").load("style,color");
    const above = sheet.getRange("B1").format.borders.getItem("EdgeBottom").load("style");
    await context.sync();
    expect([below.style, below.color, above.style]).toEqual(["Continuous", "#808080", "None"]);
  });
});

test("widths and heights are points, and fitting makes long texts fit", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").format.columnWidth = 120;
    sheet.getRange("A1:A2").format.rowHeight = 30;
    sheet.getRange("B1").values = [["un texto que necesita bastante lugar"]];
    const fitted = sheet.getRange("B1").format;
    fitted.autofitColumns();
    fitted.load("columnWidth");
    const sized = sheet.getRange("A1").format.load("columnWidth,rowHeight");
    await context.sync();
    expect([sized.columnWidth, sized.rowHeight]).toEqual([120, 30]);
    expect(fitted.columnWidth).toBeGreaterThan(150);
  });
});

test("a format of whole columns holds for their cells, filled or not", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("C5").values = [[46085]];
    sheet.getRange("C:C").numberFormat = "dd/mm/yyyy" as unknown as string[][];
    const cells = sheet.getRange("C5:C2000").load("text,numberFormat");
    const used = sheet.getUsedRange().load("address");
    await context.sync();
    expect([cells.text[0]?.[0], cells.numberFormat[1995]?.[0]]).toEqual(["04/03/2026", "dd/mm/yyyy"]);
    expect(used.address).toBe("Hoja1!C5");
  });
});
