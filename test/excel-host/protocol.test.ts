import { expect, test } from "vitest";
import { codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel({ payloadLimit: 200_000 });

const sync = (work: (context: Excel.RequestContext) => void) =>
  excel().Excel.run(async (context) => {
    work(context);
    await context.sync();
  });

test("what is not there is a null object, and so is all that is reached from it", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("No existe");
    const table = context.workbook.tables.getItemOrNullObject("No existe");
    const body = table.getDataBodyRange();
    body.load("values");
    await context.sync();
    expect([sheet.isNullObject, table.isNullObject, body.isNullObject]).toEqual([true, true, true]);
  });
});

test("what must be there and is not is an item not found", async () => {
  expect(await codeOf(sync((context) => context.workbook.worksheets.getItem("X").load("name")))).toBe(
    "ItemNotFound",
  );
  expect(await codeOf(sync((context) => context.workbook.tables.getItem("X").load("name")))).toBe(
    "ItemNotFound",
  );
});

test("a member that the stand-in lacks says so by name", async () => {
  const call = sync((context) => context.workbook.worksheets.getActiveWorksheet().showOutlineLevels(1, 1));
  await expect(call).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("Worksheet.showOutlineLevels"),
    debugInfo: {
      statement: expect.stringContaining("showOutlineLevels"),
      errorLocation: expect.stringContaining("ShowOutlineLevels"),
    },
  });
});

test("an error names the statement, and what was done before it stays done", async () => {
  const failing = sync((context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1").values = [["antes"]];
    sheet.getRange("A1:B1").values = [
      ["otra", "forma"],
      ["del", "bloque"],
    ];
    sheet.getRange("A2").values = [["después"]];
  });
  await expect(failing).rejects.toMatchObject({
    code: "InvalidArgument",
    debugInfo: { statement: expect.stringContaining("values") },
  });
  await excel().Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2").load("values");
    await context.sync();
    expect(cells.values).toEqual([["antes"], [""]]);
  });
});

test("collections load the asked properties of their items, nested ones too", async () => {
  await excel().Excel.run(async (context) => {
    context.workbook.worksheets.add("Datos");
    const sheets = context.workbook.worksheets.load("items/name,items/visibility,items/protection/protected");
    await context.sync();
    expect(sheets.items.map(({ name }) => name)).toEqual(["Hoja1", "Datos"]);
    expect(sheets.items[1]?.protection.protected).toBe(false);
    expect(() => sheets.items[0]?.position).toThrow(/position/);
  });
});

test("an object's plain load brings its scalars", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load();
    await context.sync();
    expect([sheet.name, sheet.position, sheet.visibility, sheet.showGridlines]).toEqual([
      "Hoja1",
      0,
      "Visible",
      true,
    ]);
  });
});

test("a request over the limit is refused and nothing of it is done", async () => {
  const large = [["x".repeat(250_000)]];
  expect(
    await codeOf(
      sync((context) => (context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = large)),
    ),
  ).toBe("RequestPayloadSizeLimitExceeded");
  await excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values");
    await context.sync();
    expect(cell.values).toEqual([[""]]);
  });
});

test("an answer over the limit fails", async () => {
  const half = "x".repeat(30_000);
  for (let row = 1; row <= 8; row += 1)
    await sync(
      (context) => (context.workbook.worksheets.getActiveWorksheet().getRange(`A${row}`).values = [[half]]),
    );
  const read = sync((context) =>
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:A8").load("values"),
  );
  expect(await codeOf(read)).toBe("ResponsePayloadSizeLimitExceeded");
});

test("round trips and bytes are counted, without the library's own cleaning up", async () => {
  excel().host.resetTraffic();
  await excel().Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2").load("values");
    await context.sync();
    range.values = [[1], [2]];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  const { traffic } = excel().host;
  expect(traffic.requests).toBe(2);
  expect(traffic.releases).toBe(1);
  expect(traffic.requestBytes).toBeGreaterThan(traffic.largestRequestBytes);
  expect(traffic.responseBytes).toBeGreaterThan(100);
});

test("a kept range follows its cells when rows are inserted above and is invalid once they are deleted", async () => {
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange("A5:B6");
    range.values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
    excel().host.user.insertRows("2:3");
    range.load("address,values");
    await context.sync();
    expect(range.address).toBe("Hoja1!A7:B8");
    expect(range.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
    excel().host.user.deleteRows("7:8");
    range.load("address");
    expect(await codeOf(context.sync())).toBe("InvalidObjectPath");
  });
});

test("two workbooks side by side know nothing of each other", async () => {
  const { installExcelInNode } = await import("./install-excel-in-node.ts");
  const other = installExcelInNode({ asGlobals: false });
  await other.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["ajeno"]];
    await context.sync();
  });
  expect(await cellText()).toBe("");
  other.dispose();
});

test("requirement sets are supported up to the version chosen", () => {
  const { requirements } = excel().Office.context;
  expect(requirements.isSetSupported("ExcelApi", "1.17")).toBe(true);
  expect(requirements.isSetSupported("ExcelApi", "1.18")).toBe(false);
  expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
  expect(requirements.isSetSupported("ExcelUndoApiAll", "1.0")).toBe(false);
});

const cellText = () =>
  excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values");
    await context.sync();
    return cell.values[0]?.[0] as unknown;
  });

test("a null object that is told to do something is not found", async () => {
  const act = sync((context) => context.workbook.tables.getItemOrNullObject("No existe").clearFilters());
  expect(await codeOf(act)).toBe("ItemNotFound");
});
