import { expect, test } from "vitest";
import { openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

/** What a cell holds after the add-in wrote a text into it, formatted as text before or not. */
async function written(text: string, numberFormat = "General") {
  return excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    cell.clear();
    cell.numberFormat = [[numberFormat]];
    cell.values = [[text]];
    cell.load("values,formulas,numberFormat");
    await context.sync();
    return { value: cell.values[0]?.[0], formula: cell.formulas[0]?.[0], format: cell.numberFormat[0]?.[0] };
  });
}

/** What a cell holds after somebody typed into it. */
async function typed(text: string) {
  return excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    cell.clear();
    await context.sync();
    excel().host.user.type("A1", text);
    cell.load("values,numberFormat");
    await context.sync();
    return [cell.values[0]?.[0] as unknown, cell.numberFormat[0]?.[0] as unknown];
  });
}

test.each(["=1+1", "+1+1", "@SUM(1,1)", "=SUM(1,1)"])(
  "%s becomes a formula when it is written",
  async (text) => {
    const { formula } = await written(text);
    expect(formula).toBe(text.startsWith("=") ? text : `=${text}`);
  },
);

test("text in a cell formatted as text stays text, whatever it begins with", async () => {
  for (const text of ["=1+1", "+57 300", "-nota", "@usuario", "0012", "3/4/2026"])
    expect(await written(text, "@")).toEqual({ value: text, formula: text, format: "@" });
});

test("an apostrophe keeps a text as it is and is no part of it", async () => {
  expect(await written("'=1+1")).toMatchObject({ value: "=1+1", formula: "=1+1" });
  expect(await written("'0012")).toMatchObject({ value: "0012" });
});

test("an equals sign alone is text", async () => {
  expect(await written("=")).toMatchObject({ value: "=", formula: "=" });
});

test("the add-in's texts are read as an English Excel reads them", async () => {
  expect(await written("1,234.5")).toMatchObject({ value: 1234.5 });
  expect(await written("3/4/2026")).toMatchObject({ value: 46085, format: "m/d/yyyy" });
  expect(await written("31/12/2026")).toMatchObject({ value: "31/12/2026" });
  expect(await written("-5")).toMatchObject({ value: -5, formula: -5 });
});

test("what a person types is read in their language", async () => {
  expect(await typed("1.234.567,89")).toEqual([1234567.89, "#,##0.00"]);
  expect(await typed("3/4/2026")).toEqual([46115, "d/m/yyyy"]);
  expect(await typed("31/12/2026")).toEqual([46387, "dd/mm/yyyy"]);
});

test("what looks like nothing but text stays text", async () => {
  expect(await typed("31/02/2026")).toEqual(["31/02/2026", "General"]);
  expect(await typed("2026-0153")).toEqual(["2026-0153", "General"]);
  expect(await typed("Carrera 5 # 10-20")).toEqual(["Carrera 5 # 10-20", "General"]);
});

test("a group of digits must be three digits long to be a number", async () => {
  expect(await typed("1.5")).toEqual(["1.5", "General"]);
});

test("percentages and amounts become numbers with their format", async () => {
  expect(await typed("98,5%")).toEqual([0.985, "0.00%"]);
  expect(await typed("$ 1.234.567")).toEqual([1234567, "$#,##0"]);
});

test("a cell with a number format keeps it", async () => {
  await excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("B1");
    cell.numberFormat = [["yyyy-mm-dd"]];
    await context.sync();
    excel().host.user.type("B1", "3/4/2026");
    cell.load("values,text");
    await context.sync();
    expect([cell.values[0]?.[0], cell.text[0]?.[0]]).toEqual([46115, "2026-04-03"]);
  });
});

test("a number written into a cell formatted as text becomes text", async () => {
  await excel().Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getActiveWorksheet().getRange("C1:C2");
    cells.numberFormat = [["@"], ["General"]];
    cells.values = [[12], [12]];
    cells.load("values,valueTypes");
    await context.sync();
    expect(cells.values.flat()).toEqual(["12", 12]);
  });
});
