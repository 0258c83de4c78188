import { expect, test } from "vitest";
import { addVisits, codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const table = (context: Excel.RequestContext) => context.workbook.tables.getItem("Visitas");

const read = (address: string) =>
  excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address).load("values");
    await context.sync();
    return range.values;
  });

const hiddenRows = () =>
  excel().Excel.run(async (context) => {
    const rows = [2, 3, 4].map((row) =>
      context.workbook.worksheets.getActiveWorksheet().getRange(`${row}:${row}`).load("rowHidden"),
    );
    await context.sync();
    return rows.map(({ rowHidden }) => rowHidden);
  });

test("sorting moves whole rows of the table, hidden columns with them", async () => {
  await addVisits(excel());
  excel().host.user.hideColumns("A:A");
  excel().host.user.sort("Visitas", "Valor");
  expect(await read("A2:C4")).toEqual([
    [46086, "Beto", 100],
    [46087, "Celia", 200],
    [46085, "Ana", 300],
  ]);
  excel().host.user.sort("Visitas", "Usuario", false);
  expect((await read("B2:B4")).flat()).toEqual(["Celia", "Beto", "Ana"]);
});

test("numbers come before texts, blanks last in both directions", async () => {
  await addVisits(excel());
  excel().host.user.paste("C2", [["texto"], [""], [5]]);
  excel().host.user.sort("Visitas", "Valor");
  expect((await read("C2:C4")).flat()).toEqual([5, "texto", ""]);
  excel().host.user.sort("Visitas", "Valor", false);
  expect((await read("C2:C4")).flat()).toEqual(["texto", 5, ""]);
});

test("the add-in sorts too, by several columns", async () => {
  await addVisits(excel());
  excel().host.user.paste("C2", [[1], [2], [1]]);
  await excel().Excel.run(async (context) => {
    table(context).sort.apply([
      { key: 2, ascending: true },
      { key: 1, ascending: false },
    ]);
    await context.sync();
  });
  expect((await read("B2:B4")).flat()).toEqual(["Celia", "Ana", "Beto"]);
});

test("formulas of a sorted row still speak of their own row", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("C2:C4").formulas = [
      ["=A2*1"],
      ["=A3*1"],
      ["=A4*1"],
    ];
    await context.sync();
  });
  excel().host.user.sort("Visitas", "Usuario", false);
  await excel().host.settled();
  expect(await read("A2:C4")).toEqual([
    [46087, "Celia", 46087],
    [46086, "Beto", 46086],
    [46085, "Ana", 46085],
  ]);
});

test("a filter hides the rows that it keeps out; their values are read all the same", async () => {
  await addVisits(excel());
  excel().host.user.filter("Visitas", "Usuario", ["Ana", "Celia"]);
  expect(await hiddenRows()).toEqual([false, true, false]);
  expect((await read("B2:B4")).flat()).toEqual(["Ana", "Beto", "Celia"]);
  excel().host.user.clearFilter("Visitas");
  expect(await hiddenRows()).toEqual([false, false, false]);
});

test("filters of several columns hide together, and the table says that it is filtered", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    table(context).columns.getItem("Valor").filter.applyCustomFilter(">100");
    table(context).columns.getItem("Usuario").filter.apply({ filterOn: "Custom", criterion1: "=c*" });
    const { autoFilter } = table(context);
    autoFilter.load("isDataFiltered,criteria");
    await context.sync();
    expect(autoFilter.isDataFiltered).toBe(true);
    expect(autoFilter.criteria[2]).toMatchObject({ filterOn: "Custom", criterion1: ">100" });
  });
  expect(await hiddenRows()).toEqual([true, true, false]);
  await excel().Excel.run(async (context) => {
    table(context).clearFilters();
    await context.sync();
  });
  expect(await hiddenRows()).toEqual([false, false, false]);
});

test("a filtered table sorts only the rows in sight", async () => {
  await addVisits(excel());
  excel().host.user.filter("Visitas", "Usuario", ["Ana", "Celia"]);
  excel().host.user.sort("Visitas", "Valor");
  expect((await read("B2:B4")).flat()).toEqual(["Celia", "Beto", "Ana"]);
});

test("a filtered table refuses to lose rows", async () => {
  await addVisits(excel());
  excel().host.user.filter("Visitas", "Usuario", ["Ana"]);
  const byRow = excel().Excel.run(async (context) => {
    table(context).rows.getItemAt(0).delete();
    await context.sync();
  });
  const byCells = excel().Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A3:C3").delete("Up");
    await context.sync();
  });
  expect([await codeOf(byRow), await codeOf(byCells)]).toEqual([
    "InsertDeleteConflict",
    "InsertDeleteConflict",
  ]);
});
