import { expect, test } from "vitest";
import { addVisits, codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const table = (context: Excel.RequestContext) => context.workbook.tables.getItem("Visitas");

/** Address and rows of the body, as the add-in sees them. */
const shape = () =>
  excel().Excel.run(async (context) => {
    const range = table(context).getRange().load("address,values");
    await context.sync();
    return { address: range.address.replace("Hoja1!", ""), values: range.values as unknown[][] };
  });

test("a table grows when somebody types right below it", async () => {
  await addVisits(excel());
  excel().host.user.type("B5", "Dora");
  expect((await shape()).address).toBe("A1:C5");
});

test("a table grows by all rows pasted right below it, also from inside it", async () => {
  await addVisits(excel());
  excel().host.user.paste("A5", [
    ["5/3/2026", "Eva", 1],
    ["6/3/2026", "Fabio", 2],
  ]);
  expect((await shape()).address).toBe("A1:C6");
  excel().host.user.paste("A6", [
    ["6/3/2026", "Fabio", 2],
    ["7/3/2026", "Gil", 3],
  ]);
  expect((await shape()).address).toBe("A1:C7");
});

test("a table grows by a column typed beside it, which gets a name", async () => {
  await addVisits(excel());
  excel().host.user.type("D1", "Notas");
  excel().host.user.type("E3", "algo");
  await excel().Excel.run(async (context) => {
    const columns = table(context).columns.load("items/name");
    await context.sync();
    expect(columns.items.map(({ name }) => name)).toEqual(["Fecha", "Usuario", "Valor", "Notas", "Columna1"]);
  });
});

test("a row of totals keeps a table from growing", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    table(context).showTotals = true;
    await context.sync();
  });
  excel().host.user.type("A6", "abajo");
  expect((await shape()).address).toBe("A1:C5");
});

test("what the add-in writes below a table does not make it grow; resizing does", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A5:C5").values = [[46088, "Dora", 5]];
    await context.sync();
    expect((await shape()).address).toBe("A1:C4");
    table(context).resize("A1:C5");
    await context.sync();
  });
  expect((await shape()).values[4]).toEqual([46088, "Dora", 5]);
});

test("resizing moves neither the header row nor ids of columns that stay", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const columns = table(context).columns.load("items/id,items/name");
    await context.sync();
    const ids = columns.items.map(({ id }) => id);
    table(context).resize("A1:D4");
    columns.load("items/id,items/name");
    await context.sync();
    expect(columns.items.map(({ id }) => id).slice(0, 3)).toEqual(ids);
    expect(columns.items[3]?.name).toBe("Columna1");
  });
  const move = excel().Excel.run(async (context) => {
    table(context).resize("A2:C5");
    await context.sync();
  });
  expect(await codeOf(move)).toBe("InvalidArgument");
});

test("new rows take over formats, validations and marks of the last row", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const column = table(context).columns.getItem("Fecha").getDataBodyRange();
    column.numberFormat = [["dd/mm/yyyy"], ["dd/mm/yyyy"], ["dd/mm/yyyy"]];
    column.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
    column.conditionalFormats.add("Custom").custom.rule.formula = "=FALSE";
    await context.sync();
    excel().host.user.type("A5", "9/3/2026");
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A5").load("text");
    cell.dataValidation.load("type");
    const marks = cell.conditionalFormats.getCount();
    await context.sync();
    expect([cell.text[0]?.[0], cell.dataValidation.type, marks.value]).toEqual(["09/03/2026", "List", 1]);
  });
});

test("a table follows rows and columns inserted and removed around and inside it", async () => {
  await addVisits(excel());
  excel().host.user.insertRows("1:2");
  expect((await shape()).address).toBe("A3:C6");
  excel().host.user.insertRows("5:5");
  expect((await shape()).address).toBe("A3:C7");
  excel().host.user.deleteRows("1:1");
  excel().host.user.insertColumns("B:B");
  expect(await shape()).toMatchObject({
    address: "A2:D6",
    values: [["Fecha", "Columna1", "Usuario", "Valor"], {}, {}, {}, {}],
  });
  excel().host.user.deleteColumns("C:C");
  expect((await shape()).values[0]).toEqual(["Fecha", "Columna1", "Valor"]);
});

test("rows are added and deleted by position", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    table(context).rows.add(undefined, [[46090, "Zoe", 9]]);
    table(context).rows.add(0, [[46080, "Abel", 0]]);
    table(context).rows.getItemAt(2).delete();
    await context.sync();
  });
  expect((await shape()).values.map((row) => row[1])).toEqual(["Usuario", "Abel", "Ana", "Celia", "Zoe"]);
});

test("deleting a table's own cells upwards closes the gap for what lies below it", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A7:D7").values = [["pie", "pie", "pie", "aparte"]];
    sheet.getRange("A3:C3").delete("Up");
    const below = sheet.getRange("A6:D7").load("values");
    await context.sync();
    expect(below.values).toEqual([
      ["pie", "pie", "pie", ""],
      ["", "", "", "aparte"],
    ]);
  });
  expect((await shape()).values.map((row) => row[1])).toEqual(["Usuario", "Ana", "Celia"]);
});

test("cells pushed down below a table make room for it", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A5").values = [["estorbo"]];
    sheet.getRange("A5:C6").insert("Down");
    table(context).resize("A1:C6");
    const moved = sheet.getRange("A7").load("values");
    await context.sync();
    expect(moved.values).toEqual([["estorbo"]]);
  });
});

test("shifting part of a table's columns is refused", async () => {
  await addVisits(excel());
  const shift = excel().Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A2:A2").insert("Down");
    await context.sync();
  });
  expect(await codeOf(shift)).toBe("InsertDeleteConflict");
});

test("columns are added and deleted with their cells", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("D2").values = [["al lado"]];
    table(context).columns.add(1, [["Zona"], ["N"], ["S"], ["N"]]);
    const aside = context.workbook.worksheets.getActiveWorksheet().getRange("E2").load("values");
    await context.sync();
    expect(aside.values).toEqual([["al lado"]]);
    expect((await shape()).values[1]).toEqual([46085, "N", "Ana", 300]);
    table(context).columns.getItem("Usuario").delete();
    await context.sync();
  });
  expect((await shape()).values[1]).toEqual([46085, "N", 300]);
});
