import { expect, test } from "vitest";
import { openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

test("names go along with cells that are cut, if all of theirs are", async () => {
  const { Excel, host } = excel();
  const read = () =>
    Excel.run(async (context) => {
      const names = context.workbook.names.load({ name: true, formula: true });
      await context.sync();
      return names.items.map(({ formula }) => String(formula));
    });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.names.add("entero", sheet.getRange("B2:C3"));
    context.workbook.names.add("parte", sheet.getRange("A1:B2"));
    await context.sync();
  });
  host.user.cutPaste("B2:D4", "F10");
  expect(await read()).toEqual(["=Hoja1!$F$10:$G$11", "=Hoja1!$A$1:$B$2"]);
});
