import { afterEach, beforeEach, expect, test } from "vitest";
import { installExcelInNode } from "./install-excel-in-node.ts";
import type { InstalledExcel } from "./install-excel-in-node.ts";

let excel: InstalledExcel;

beforeEach(() => {
  excel = installExcelInNode();
});

afterEach(() => excel.dispose());

test("values written in one request are read back in the next", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Hoja1").getRange("B2:D3");
    range.values = [
      ["Texto", 12.5, true],
      ["", 0, false],
    ];
    await context.sync();
    range.load("address,values,valueTypes,text");
    await context.sync();
    expect(range.address).toBe("Hoja1!B2:D3");
    expect(range.values).toEqual([
      ["Texto", 12.5, true],
      ["", 0, false],
    ]);
    expect(range.text).toEqual([
      ["Texto", "12,5", "VERDADERO"],
      ["", "0", "FALSO"],
    ]);
    expect(range.valueTypes[1]).toEqual(["Empty", "Double", "Boolean"]);
  });
});

test("a formula shows its result in the same batch that reads it", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [[2], [3], ["=SUM(A1:A2)"]];
    const sum = sheet.getRange("A3").load("values,formulas");
    await context.sync();
    expect(sum.values).toEqual([[5]]);
    expect(sum.formulas).toEqual([["=SUM(A1:A2)"]]);
  });
});
