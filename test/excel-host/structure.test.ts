import { expect, test } from "vitest";
import { codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const first = (context: Excel.RequestContext) => context.workbook.worksheets.getFirst();

const formulas = (address: string, sheet = "Hoja1") =>
  excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("formulas");
    await context.sync();
    return range.formulas.flat() as unknown[];
  });

test("references in formulas follow rows and columns that come and go", async () => {
  await excel().Excel.run(async (context) => {
    first(context).getRange("A1:A3").values = [[1], [2], ["=SUM(A1:A2)"]];
    await context.sync();
    first(context).getRange("2:2").insert("Down");
    await context.sync();
  });
  expect(await formulas("A4")).toEqual(["=SUM(A1:A3)"]);
  excel().host.user.insertColumns("A:A");
  expect(await formulas("B4")).toEqual(["=SUM(B1:B3)"]);
  excel().host.user.deleteRows("2:2");
  expect(await formulas("B3")).toEqual(["=SUM(B1:B2)"]);
});

test("references follow on a sheet that is not on top as well", async () => {
  await excel().Excel.run(async (context) => {
    const other = context.workbook.worksheets.add("Otra");
    other.getRange("A1:A2").values = [[1], [2]];
    first(context).getRange("A1").formulas = [["=SUM(Otra!A1:A2)"]];
    await context.sync();
    other.getRange("1:1").insert("Down");
    await context.sync();
  });
  expect(await formulas("A1")).toEqual(["=SUM(Otra!A2:A3)"]);
});

test("cells shift down and up, right and left", async () => {
  const row = (values: unknown[]) => values;
  await excel().Excel.run(async (context) => {
    const sheet = first(context);
    sheet.getRange("A1:C2").values = [
      ["a", "b", "c"],
      ["d", "e", "f"],
    ];
    sheet.getRange("B1").insert("Down");
    sheet.getRange("A1").delete("Left");
    const cells = sheet.getRange("A1:C3").load("values");
    await context.sync();
    expect(cells.values).toEqual([row(["", "c", ""]), row(["d", "b", "f"]), row(["", "e", ""])]);
    sheet.getRange("A1:B1").delete("Up");
    sheet.getRange("A1").insert("Right");
    const after = sheet.getRange("A1:D2").load("values");
    await context.sync();
    expect(after.values).toEqual([row(["", "d", "b", ""]), row(["", "e", "f", ""])]);
  });
});

test("inserting gives the new cells' range, and rows take the format above", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = first(context);
    sheet.getRange("A1:B1").numberFormat = [["@", "0.00"]];
    const added = sheet.getRange("2:3").insert("Down").load("address");
    const below = sheet.getRange("A3:B3").load("numberFormat");
    await context.sync();
    expect(added.address).toBe("Hoja1!2:3");
    expect(below.numberFormat).toEqual([["@", "0.00"]]);
  });
});

test("clearing takes contents, formats or everything", async () => {
  await excel().Excel.run(async (context) => {
    const cell = first(context).getRange("A1");
    const load = async () => {
      cell.load("values,numberFormat");
      await context.sync();
      return [cell.values[0]?.[0] as unknown, cell.numberFormat[0]?.[0] as unknown];
    };
    cell.values = [[5]];
    cell.numberFormat = [["0.00"]];
    cell.clear("Contents");
    expect(await load()).toEqual(["", "0.00"]);
    cell.values = [[5]];
    cell.clear("Formats");
    expect(await load()).toEqual([5, "General"]);
    cell.clear();
    expect(await load()).toEqual(["", "General"]);
  });
});

test("merged cells are one until they are taken apart", async () => {
  await excel().Excel.run(async (context) => {
    first(context).getRange("A1:C1").merge();
    await context.sync();
    excel().host.user.insertRows("1:1");
    await context.sync();
  });
  const add = () =>
    codeOf(
      excel().Excel.run(async (context) => {
        first(context).tables.add("A2:C4", true);
        await context.sync();
      }),
    );
  expect(await add()).toBe("MergedRangeConflict");
  await excel().Excel.run(async (context) => {
    first(context).getRange("A2:C2").unmerge();
    await context.sync();
  });
  expect(await add()).toBe("no error");
});

test("hidden rows and columns are told, and null where some are", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = first(context);
    sheet.getRange("B:B").columnHidden = true;
    sheet.getRange("3:4").rowHidden = true;
    const ranges = ["B2", "A1:B1", "A3:A4", "A4:A5", "A1"].map((address) =>
      sheet.getRange(address).load("columnHidden,rowHidden,hidden"),
    );
    await context.sync();
    expect(ranges.map(({ columnHidden, rowHidden, hidden }) => [columnHidden, rowHidden, hidden])).toEqual([
      [true, false, true],
      [null, false, null],
      [false, true, true],
      [false, null, null],
      [false, false, false],
    ]);
  });
});

test("copied formulas speak of their new place, cut ones of the old", async () => {
  const { user } = excel().host;
  user.paste("A1", [
    [1, "=A1+$A$1"],
    [2, ""],
  ]);
  user.copyPaste("B1", "B2");
  expect(await formulas("B2")).toEqual(["=A2+$A$1"]);
  user.cutPaste("B2", "D5");
  expect(await formulas("D5")).toEqual(["=A2+$A$1"]);
  expect(await formulas("B2")).toEqual([""]);
});
