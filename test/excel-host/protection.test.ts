import { expect, test } from "vitest";
import { addVisits, codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const change = (work: (sheet: Excel.Worksheet) => void) =>
  codeOf(
    excel().Excel.run(async (context) => {
      work(context.workbook.worksheets.getFirst());
      await context.sync();
    }),
  );

test("a protected sheet refuses writes, formats, rows and tables", async () => {
  await addVisits(excel());
  excel().host.user.protect("Hoja1");
  expect(await change((sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
  expect(await change((sheet) => (sheet.getRange("A1").format.fill.color = "#FF0000"))).toBe("AccessDenied");
  expect(await change((sheet) => sheet.getRange("2:2").insert("Down"))).toBe("AccessDenied");
  expect(await change((sheet) => sheet.tables.add("F1:G2", true))).toBe("AccessDenied");
  expect(await change((sheet) => sheet.tables.getItem("Visitas").rows.add())).toBe("AccessDenied");
  expect(await change((sheet) => sheet.getRange("A1").load("values"))).toBe("no error");
});

test("unlocked cells of a protected sheet take values", async () => {
  await change((sheet) => {
    sheet.getRange("B2:B9").format.protection.locked = false;
    sheet.protection.protect();
  });
  expect(await change((sheet) => (sheet.getRange("B3:B4").values = [[1], [2]]))).toBe("no error");
  expect(await change((sheet) => (sheet.getRange("B9:B10").values = [[1], [2]]))).toBe("AccessDenied");
});

test("a person's act on a protected sheet is refused with what Excel would say", () => {
  excel().host.user.protect("Hoja1");
  expect(() => excel().host.user.type("A1", 1)).toThrow(/protected/);
});

test("protection is read, lifted with its password, and not put on twice", async () => {
  await change((sheet) => sheet.protection.protect({}, "clave"));
  expect(await change((sheet) => sheet.protection.protect())).toBe("InvalidOperation");
  expect(await change((sheet) => sheet.protection.unprotect("otra"))).toBe("InvalidArgument");
  expect(await change((sheet) => sheet.protection.unprotect("clave"))).toBe("no error");
  await excel().Excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getFirst();
    protection.load("protected");
    await context.sync();
    expect(protection.protected).toBe(false);
  });
});
