import { expect, test } from "vitest";
import { addVisits, openExcel } from "./testing/open-excel.ts";

const excel = openExcel({ tablesGrowUnderAddin: true });

const block = (rows: number, columns: number) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_cell, column) => row * 100 + column),
  );

test("ten thousand rows are written, read, undone and redone whole", async () => {
  const values = block(10_000, 5);
  const read = () =>
    excel().Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, 10_000, 5).load("values");
      await context.sync();
      return range.values as unknown[][];
    });
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, 10_000, 5).values = values;
    await context.sync();
  });
  expect(await read()).toEqual(values);
  excel().host.user.undo();
  expect((await read()).flat().every((value) => value === "")).toBe(true);
  excel().host.user.redo();
  expect(await read()).toEqual(values);
});

test("a large block arrives in pieces, each with its event, as one request", async () => {
  const heard: string[] = [];
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  excel().host.resetTraffic();
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:C1000").values = block(1000, 3);
    await context.sync();
  });
  await excel().host.settled();
  expect(heard).toEqual(["A1:C500", "A501:C1000"]);
  expect(excel().host.traffic.requests).toBe(1);
});

test("where tables grow under the add-in they take in what it writes right below", async () => {
  await addVisits(excel());
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A5:C5").values = [[46088, "Dora", 5]];
    const range = context.workbook.tables.getItem("Visitas").getRange().load("address");
    await context.sync();
    expect(range.address).toBe("Hoja1!A1:C5");
  });
});
