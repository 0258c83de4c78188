import { expect, test } from "vitest";
import { addVisits, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const settled = () => excel().host.settled();

test("the collection hears changes of every sheet, and sheets that come and go", async () => {
  const heard: string[] = [];
  await excel().Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(
      async ({ address, worksheetId }) => void heard.push(`${address} ${worksheetId.length > 0}`),
    );
    worksheets.onAdded.add(async ({ source }) => void heard.push(`added ${source}`));
    worksheets.onDeleted.add(async () => void heard.push("deleted"));
    worksheets.onActivated.add(async () => void heard.push("activated"));
    await context.sync();
  });
  const { user } = excel().host;
  user.addSheet("Otra");
  user.type("Otra!A1", 1);
  user.deleteSheet("Otra");
  await settled();
  expect(heard).toEqual(["added Local", "activated", "A1 true", "activated", "deleted"]);
});

test("selecting cells is told, and read by the add-in", async () => {
  const heard: string[] = [];
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets
      .getFirst()
      .onSelectionChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  excel().host.user.select("B2:C3");
  await settled();
  await excel().Excel.run(async (context) => {
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    context.workbook.worksheets.getFirst().getRange("D4").select();
    await context.sync();
    expect([selected.address, active.address]).toEqual(["Hoja1!B2:C3", "Hoja1!B2"]);
  });
  await settled();
  expect(heard).toEqual(["B2:C3", "D4"]);
});

test("sorting and filtering are told", async () => {
  await addVisits(excel());
  const heard: string[] = [];
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onRowSorted.add(async ({ address }) => void heard.push(`sorted ${address}`));
    sheet.onRowHiddenChanged.add(
      async ({ address, changeType }) => void heard.push(`${changeType} ${address}`),
    );
    await context.sync();
  });
  excel().host.user.sort("Visitas", "Valor");
  excel().host.user.filter("Visitas", "Usuario", ["Ana"]);
  await settled();
  expect(heard).toEqual(["sorted A2:C4", "Hidden 2:3"]);
});

test("a table hears changes of its own cells only", async () => {
  await addVisits(excel());
  const heard: string[] = [];
  await excel().Excel.run(async (context) => {
    context.workbook.tables.getItem("Visitas").onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  excel().host.user.type("B2", "Ada");
  excel().host.user.type("F9", "fuera");
  await settled();
  expect(heard).toEqual(["B2"]);
});
