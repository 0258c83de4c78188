import { expect, test } from "vitest";
import { codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

test("values written in one request are read back in the next", async () => {
  await excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Hoja1").getRange("B2:D3");
    range.values = [
      ["Texto", 12.5, true],
      ["", 0, false],
    ];
    await context.sync();
    range.load("address,values,valueTypes,text,cellCount,rowIndex,columnIndex,rowCount,columnCount");
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
    expect([range.cellCount, range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([
      6, 1, 1, 2, 3,
    ]);
  });
});

test("a formula shows its result in the same batch that reads it", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [[2], [3], ["=SUM(A1:A2)"]];
    const sum = sheet.getRange("A3").load("values,formulas");
    await context.sync();
    expect(sum.values).toEqual([[5]]);
    expect(sum.formulas).toEqual([["=SUM(A1:A2)"]]);
  });
});

test("an error of a formula is a value with an error's type", async () => {
  await excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B1");
    range.formulas = [["=1/0", "=NA()"]];
    range.load("values,valueTypes");
    await context.sync();
    expect(range.values).toEqual([["#DIV/0!", "#N/A"]]);
    expect(range.valueTypes).toEqual([["Error", "Error"]]);
  });
});

test("a value alone fills the range and null leaves cells as they are", async () => {
  await excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
    range.values = 7 as unknown as number[][];
    range.values = [
      [null, 1],
      [2, null],
    ];
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([
      [7, 1],
      [2, 7],
    ]);
  });
});

test("a block of another shape is an invalid argument, small or large", async () => {
  const write = (rows: number, values: number[][]) =>
    excel().Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRangeByIndexes(0, 0, rows, 1).values = values;
      await context.sync();
    });
  expect(await codeOf(write(2, [[1]]))).toBe("InvalidArgument");
  const large = Array.from({ length: 2000 }, () => [1]);
  expect(await codeOf(write(2001, large))).toBe("InvalidArgument");
  expect(await codeOf(write(2000, large))).toBe("no error");
});

test("a bad address is an invalid argument", async () => {
  const read = excel().Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("no es nada").load("address");
    await context.sync();
  });
  expect(await codeOf(read)).toBe("InvalidArgument");
});

test("cells below and beside what Univer began with hold values too", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("AZ5000").values = [["lejos"]];
    const used = sheet.getUsedRange(true).load("address");
    await context.sync();
    expect(used.address).toBe("Hoja1!AZ5000");
  });
});

test("the used range counts formats unless only values are asked for", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const blank = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    expect(blank.isNullObject).toBe(true);
    sheet.getRange("B2").values = [[1]];
    sheet.getRange("D4").format.fill.color = "#FF0000";
    const all = sheet.getUsedRange().load("address");
    const values = sheet.getUsedRange(true).load("address");
    await context.sync();
    expect([all.address, values.address]).toEqual(["Hoja1!B2:D4", "Hoja1!B2"]);
  });
});

test("ranges lead to their neighbours", async () => {
  await excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:D5");
    const found = [
      range.getCell(1, 1),
      range.getRow(0),
      range.getColumn(2),
      range.getLastCell(),
      range.getLastRow(),
      range.getOffsetRange(1, -1),
      range.getResizedRange(-1, 1),
      range.getAbsoluteResizedRange(1, 1),
      range.getEntireRow(),
      range.getEntireColumn(),
      range.getIntersection("C3:Z9"),
      range.getBoundingRect("F1"),
    ];
    for (const item of found) item.load("address");
    const nothing = range.getIntersectionOrNullObject("Z1");
    await context.sync();
    expect(found.map(({ address }) => address.replace("Hoja1!", ""))).toEqual([
      "C3",
      "B2:D2",
      "D2:D5",
      "D5",
      "B5:D5",
      "A3:C6",
      "B2:E4",
      "B2",
      "2:5",
      "B:D",
      "C3:D5",
      "B1:F5",
    ]);
    expect(nothing.isNullObject).toBe(true);
  });
});

test("the values of whole columns are not read", async () => {
  await excel().Excel.run(async (context) => {
    const column = context.workbook.worksheets.getActiveWorksheet().getRange("B:B").load("values,address");
    await context.sync();
    expect(column.values).toBe(null);
    expect(column.address).toBe("Hoja1!B:B");
  });
});

test("dates are serial numbers, shown by their format in the person's language", async () => {
  await excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:C1");
    range.values = [[46085, 0.985, 1234567.5]];
    range.numberFormat = [["d-mmm-yy", "0.0%", "#,##0.00"]];
    range.load("text,values,numberFormat");
    await context.sync();
    expect(range.text).toEqual([["4-mar-26", "98,5%", "1.234.567,50"]]);
    expect(range.values).toEqual([[46085, 0.985, 1234567.5]]);
    expect(range.numberFormat).toEqual([["d-mmm-yy", "0.0%", "#,##0.00"]]);
  });
});
