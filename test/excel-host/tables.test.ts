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

test("a table has columns with ids, a header and a body", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const visits = table(context).load("name,id,style,showBandedRows,showFilterButton,showTotals");
    const columns = visits.columns.load("items/name,items/id,items/index,count");
    const header = visits.getHeaderRowRange().load("address,values");
    const body = visits.columns.getItem("Valor").getDataBodyRange().load("address,values");
    const rows = visits.rows.getCount();
    await context.sync();
    expect(columns.items.map(({ name, index }) => [name, index])).toEqual([
      ["Fecha", 0],
      ["Usuario", 1],
      ["Valor", 2],
    ]);
    expect(new Set(columns.items.map(({ id }) => id)).size).toBe(3);
    expect([header.address, body.address, rows.value]).toEqual(["Hoja1!A1:C1", "Hoja1!C2:C4", 3]);
    expect([visits.showBandedRows, visits.showFilterButton, visits.showTotals]).toEqual([true, true, false]);
  });
});

test("a table over cells without headers gets a row of them above", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    sheet.tables.add("A1:B2", false);
    const cells = sheet.getRange("A1:B3").load("values");
    await context.sync();
    expect(cells.values).toEqual([
      ["Columna1", "Columna2"],
      [1, 2],
      [3, 4],
    ]);
  });
});

test("a table of a header alone keeps a blank row for its first record", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B1").values = [["Uno", "Dos"]];
    const added = sheet.tables.add("A1:B1", true);
    const range = added.getRange().load("address");
    await context.sync();
    expect(range.address).toBe("Hoja1!A1:B2");
  });
});

test("double and blank headers are made unique", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:C1").values = [["Valor", "valor", ""]];
    const header = sheet.tables.add("A1:C2", true).getHeaderRowRange().load("values");
    await context.sync();
    expect(header.values).toEqual([["Valor", "valor2", "Columna1"]]);
  });
});

test("a header typed anew renames the column, which keeps its id", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const column = table(context).columns.getItem("Valor").load("id");
    await context.sync();
    const { id } = column;
    excel().host.user.renameHeader("Visitas", "Valor", "Valor COP");
    const renamed = table(context).columns.getItem(id).load("name,index");
    const before = table(context).columns.getItemOrNullObject("Valor");
    await context.sync();
    expect([renamed.name, renamed.index, before.isNullObject]).toEqual(["Valor COP", 2, true]);
  });
});

test("a number in a header is a text, and an emptied header gets a name again", async () => {
  await addVisits(excel());
  excel().host.user.renameHeader("Visitas", "Valor", "2026");
  excel().host.user.clear("B1");
  expect((await shape()).values[0]).toEqual(["Fecha", "Columna1", "2026"]);
});

test("tables neither overlap nor hold merged cells", async () => {
  await addVisits(excel());
  const add = (address: string) =>
    excel().Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().tables.add(address, true);
      await context.sync();
    });
  expect(await codeOf(add("B3:E9"))).toBe("InvalidOperation");
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("F1:G1").merge();
    await context.sync();
  });
  expect(await codeOf(add("F1:G4"))).toBe("MergedRangeConflict");
  const merge = excel().Excel.run(async (context) => {
    table(context).getHeaderRowRange().merge();
    await context.sync();
  });
  expect(await codeOf(merge)).toBe("MergedRangeConflict");
});

test("a table is found by id after it was renamed, and its name must be free and well formed", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const visits = table(context).load("id");
    await context.sync();
    visits.name = "Visitas_2026";
    const same = context.workbook.tables.getItem(visits.id).load("name");
    await context.sync();
    expect(same.name).toBe("Visitas_2026");
    visits.name = "con espacio";
    expect(await codeOf(context.sync())).toBe("InvalidArgument");
  });
});

test("a deleted table is gone with its cells; one made a range leaves them", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    table(context).convertToRange();
    const cells = sheet.getRange("A1:C1").load("values");
    const gone = context.workbook.tables.getItemOrNullObject("Visitas");
    await context.sync();
    expect([gone.isNullObject, cells.values]).toEqual([true, [["Fecha", "Usuario", "Valor"]]]);
    sheet.tables.add("A1:C4", true).delete();
    const used = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    expect(used.isNullObject).toBe(true);
  });
});

test("an object of a table that somebody deleted meanwhile is not found", async () => {
  await addVisits(excel());
  const read = excel().Excel.run(async (context) => {
    const visits = table(context).load("id");
    await context.sync();
    excel().host.user.deleteTable("Visitas");
    visits.getDataBodyRange().load("values");
    await context.sync();
  });
  expect(await codeOf(read)).toBe("ItemNotFound");
});
