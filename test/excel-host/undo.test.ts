import { expect, test } from "vitest";
import { addVisits, openExcel } from "./testing/open-excel.ts";
import { installExcelInNode } from "./install-excel-in-node.ts";

const excel = openExcel();

const read = (address: string, { Excel } = excel()) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address).load("values");
    await context.sync();
    return range.values;
  });

const tableAddress = () =>
  excel().Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Visitas").getRange().load("address");
    await context.sync();
    return range.address;
  });

test("one act of a person is undone at once and redone", async () => {
  excel().host.user.paste("A1", [
    [1, 2],
    [3, 4],
  ]);
  excel().host.user.type("A1", 9);
  excel().host.user.undo();
  expect(await read("A1:B2")).toEqual([
    [1, 2],
    [3, 4],
  ]);
  excel().host.user.undo();
  expect(await read("A1:B2")).toEqual([
    ["", ""],
    ["", ""],
  ]);
  excel().host.user.redo();
  expect(await read("A1:B2")).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test("one request of the add-in is one step, contents and formats together", async () => {
  excel().host.user.type("A1", "antes");
  await excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange("A1");
    cell.values = [["después"]];
    cell.format.fill.color = "#FF0000";
    cell.numberFormat = [["@"]];
    context.workbook.worksheets.getFirst().getRange("B1").values = [[2]];
    await context.sync();
  });
  excel().host.user.undo();
  await excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange("A1:B1").load("values,numberFormat");
    cell.format.fill.load("color");
    await context.sync();
    expect(cell.values).toEqual([["antes", ""]]);
    expect(cell.numberFormat).toEqual([["General", "General"]]);
    expect(cell.format.fill.color).toBe("#FFFFFF");
  });
});

test("where the add-in's writes cannot be undone they empty the stack", async () => {
  const other = installExcelInNode({ asGlobals: false, addinUndo: "clears" });
  other.host.user.type("A1", "antes");
  await other.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("B1").values = [[1]];
    await context.sync();
  });
  other.host.user.undo();
  expect(await read("A1:B1", other)).toEqual([["antes", 1]]);
  other.dispose();
});

test("undoing a deletion of rows brings the rows, the table and its columns back", async () => {
  await addVisits(excel());
  excel().host.user.deleteRows("3:3");
  expect(await tableAddress()).toBe("Hoja1!A1:C3");
  excel().host.user.undo();
  expect(await tableAddress()).toBe("Hoja1!A1:C4");
  expect((await read("B2:B4")).flat()).toEqual(["Ana", "Beto", "Celia"]);
  excel().host.user.deleteColumns("B:B");
  excel().host.user.undo();
  expect(await read("A1:C1")).toEqual([["Fecha", "Usuario", "Valor"]]);
});

test("undoing a sort puts the rows back", async () => {
  await addVisits(excel());
  excel().host.user.sort("Visitas", "Valor");
  excel().host.user.undo();
  expect((await read("B2:B4")).flat()).toEqual(["Ana", "Beto", "Celia"]);
});

test("undoing what made a table grow makes it as small as it was", async () => {
  await addVisits(excel());
  excel().host.user.type("A5", "nuevo");
  excel().host.user.undo();
  expect(await tableAddress()).toBe("Hoja1!A1:C4");
  expect(await read("A5")).toEqual([[""]]);
});

test("undoing the making of a table takes the table away and leaves the cells", async () => {
  await addVisits(excel());
  excel().host.user.undo();
  await excel().Excel.run(async (context) => {
    const gone = context.workbook.tables.getItemOrNullObject("Visitas");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test("undo raises the events of what it changes", async () => {
  excel().host.user.type("A1", 1);
  const heard: string[] = [];
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  excel().host.user.undo();
  await excel().host.settled();
  expect(heard).toEqual(["A1"]);
});
