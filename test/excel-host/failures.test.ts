import { expect, test } from "vitest";
import { codeOf, openExcel } from "./testing/open-excel.ts";

const excel = openExcel();

const sync = (work: (context: Excel.RequestContext) => void) =>
  excel().Excel.run(async (context) => {
    work(context);
    await context.sync();
  });

const cellText = () =>
  excel().Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values");
    await context.sync();
    return cell.values[0]?.[0] as unknown;
  });

test("a planned failure hits the request it is meant for", async () => {
  const { failures } = excel().host;
  failures.failNext({ kind: "refused", code: "GeneralException" }, { skip: 1 });
  const write = (text: string) =>
    sync((context) => (context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[text]]));
  expect(await codeOf(write("una"))).toBe("no error");
  expect(await codeOf(write("dos"))).toBe("GeneralException");
  failures.failNext({ kind: "done-but-failed", code: "Timeout" });
  expect(await codeOf(write("tres"))).toBe("Timeout");
  expect(await cellText()).toBe("tres");
});

test("a dropped reply leaves the library waiting though the work is done", async () => {
  excel().host.failures.failNext({ kind: "never-answered" });
  let answered = false;
  void sync(
    (context) => (context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["hecho"]]),
  ).then(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(answered).toBe(false);
  expect(await cellText()).toBe("hecho");
});

test("while somebody types in a cell requests fail, but for those that wait", async () => {
  const { cellEdit } = excel().host;
  cellEdit.enter();
  expect(await codeOf(cellText())).toBe("InvalidOperationInCellEditMode");
  let isDone = false;
  const waiting = excel()
    .Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["esperó"]];
      await context.sync();
    })
    .then(() => (isDone = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isDone).toBe(false);
  expect(await codeOf(cellText())).toBe("InvalidOperationInCellEditMode");
  cellEdit.leave();
  await waiting;
  expect(await cellText()).toBe("esperó");
});
