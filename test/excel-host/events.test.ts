import { expect, test } from "vitest";
import { openExcel } from "./testing/open-excel.ts";
import type { InstalledExcel } from "./install-excel-in-node.ts";

const excel = openExcel();

/** Listens to changes of the first sheet and gives what was heard. */
async function listen({ Excel }: InstalledExcel): Promise<Excel.WorksheetChangedEventArgs[]> {
  const heard: Excel.WorksheetChangedEventArgs[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().onChanged.add(async (event) => {
      heard.push(event);
    });
    await context.sync();
  });
  return heard;
}

const settled = () => excel().host.settled();

test("a typed cell tells its address, what was there and what is there now", async () => {
  const heard = await listen(excel());
  excel().host.user.type("B2", "hola");
  excel().host.user.type("B2", 5);
  await settled();
  expect(heard).toMatchObject([
    {
      type: "WorksheetChanged",
      changeType: "RangeEdited",
      address: "B2",
      source: "Local",
      triggerSource: "Unknown",
    },
    {
      address: "B2",
      details: { valueBefore: "hola", valueAfter: 5, valueTypeBefore: "String", valueTypeAfter: "Double" },
    },
  ]);
});

test("the add-in's own writes say so", async () => {
  const heard = await listen(excel());
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
  });
  await settled();
  expect(heard).toMatchObject([{ address: "A1:B2", source: "Local", triggerSource: "ThisLocalAddin" }]);
  expect(heard[0]?.details).toBeUndefined();
});

test("a co-author's edits are remote", async () => {
  const heard = await listen(excel());
  excel().host.remote.type("C3", "de lejos");
  await settled();
  expect(heard).toMatchObject([{ address: "C3", source: "Remote", triggerSource: "Unknown" }]);
});

test("rows and columns that come and go are told as such", async () => {
  const heard = await listen(excel());
  excel().host.user.insertRows("2:3");
  excel().host.user.deleteRows("2:2");
  excel().host.user.insertColumns("B:B");
  excel().host.user.deleteColumns("B:B");
  await settled();
  expect(heard.map(({ changeType, address }) => [changeType, address])).toEqual([
    ["RowInserted", "2:3"],
    ["RowDeleted", "2:2"],
    ["ColumnInserted", "B:B"],
    ["ColumnDeleted", "B:B"],
  ]);
});

test("formats and formula results are no changes", async () => {
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:A2").formulas = [[1], ["=A1+1"]];
    await context.sync();
  });
  await settled();
  const heard = await listen(excel());
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").format.fill.color = "#FFFF00";
    await context.sync();
  });
  excel().host.user.type("A1", 10);
  await settled();
  expect(heard.map(({ address }) => address)).toEqual(["A1"]);
});

test("a handler that was removed hears nothing more", async () => {
  const heard: string[] = [];
  const { Excel, host } = excel();
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets
      .getFirst()
      .onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
    return added;
  });
  host.user.type("A1", 1);
  await settled();
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  host.user.type("A2", 1);
  await settled();
  expect(heard).toEqual(["A1"]);
});

test("events come after the reply of the request that caused them", async () => {
  const order: string[] = [];
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async () => void order.push("event"));
    await context.sync();
    sheet.getRange("A1").values = [[1]];
    await context.sync();
    order.push("reply");
  });
  await settled();
  expect(order).toEqual(["reply", "event"]);
});

test("cells that shift are told as inserted or deleted, with the direction", async () => {
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:A4").values = [[1], [2], [3], [4]];
    await context.sync();
  });
  await settled();
  const heard = await listen(excel());
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const kept = sheet.getRange("A3").load("address");
    sheet.getRange("A2").insert("Down");
    kept.load("address");
    sheet.getRange("A1").delete("Up");
    await context.sync();
    kept.load("address");
    await context.sync();
    expect(kept.address).toBe("Hoja1!A3");
  });
  await settled();
  expect(heard).toMatchObject([
    { changeType: "CellInserted", address: "A2", changeDirectionState: { insertShiftDirection: "Down" } },
    { changeType: "CellDeleted", address: "A1", changeDirectionState: { deleteShiftDirection: "Up" } },
  ]);
});
