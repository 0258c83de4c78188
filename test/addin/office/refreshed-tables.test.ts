import { afterEach, beforeEach, expect, test } from "vitest";
import { createWorkbook } from "../../../addin/excel/create-workbook.ts";
import { excelFailureOf } from "../../../addin/excel/failure.ts";
import type { TableRecord } from "../../../addin/excel/registry.ts";
import type { Workbook } from "../../../addin/excel/workbook.ts";
import { figures } from "./figures.ts";
import { openExcel, type SavableExcel } from "./saved-excel.ts";

/** A computed table by itself, with figures as a service might answer them. */
const table = "VAD_ensayo";
const three = [
  ["Norte", 1],
  ["Sur", 2],
  ["Centro", 3],
] as const;

let excel: SavableExcel;
let workbook: Workbook;
let record: TableRecord;
beforeEach(async () => {
  excel = openExcel({});
  workbook = createWorkbook(excel);
  record = await workbook.insertTable("abc", figures(["Zona", "Visitas"], three), "new-sheet", "libro");
  await refresh(["Zona", "Visitas"], three);
});
afterEach(() => excel.dispose());

const refresh = (headers: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  workbook.refreshTable(record, figures(headers, rows));

async function valuesAt(address: string): Promise<unknown[][]> {
  return excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Ensayo").getRange(address).load({ values: true });
    await context.sync();
    return range.values as unknown[][];
  });
}

async function facts() {
  return excel.Excel.run(async (context) => {
    const found = context.workbook.tables.getItem(table).load({ showTotals: true });
    const body = found.getDataBodyRange().load({ address: true });
    const rows = body.getRow(0).getEntireRow().load({ rowHidden: true });
    const filter = found.autoFilter.load({ isDataFiltered: true });
    await context.sync();
    return {
      totals: found.showTotals,
      body: body.address,
      filtered: filter.isDataFiltered,
      firstHidden: rows.rowHidden,
    };
  });
}

test("a column that somebody deleted comes back, and the table shrinks and grows at its new width", async () => {
  excel.host.user.deleteColumns("B:B");
  excel.host.user.type("A11", "Al pie");
  await excel.host.settled();
  expect(await refresh(["Zona", "Visitas"], three.slice(0, 1))).toBe(true);
  expect(await valuesAt("A5:B6")).toEqual([
    ["Zona", "Visitas"],
    ["Norte", 1],
  ]);
  expect((await facts()).body).toBe("Ensayo!A6:B6");
  expect(await valuesAt("A9:B9")).toEqual([["Al pie", ""]]);
  expect(await refresh(["Zona", "Visitas"], [...three, ["Valle", 4], ["Costa", 5], ["Llano", 6]])).toBe(true);
  expect((await facts()).body).toBe("Ensayo!A6:B11");
  expect(await valuesAt("B6:B11")).toEqual([[1], [2], [3], [4], [5], [6]]);
});

test("a header in other capitals is the same column", async () => {
  excel.host.user.renameHeader(table, "Zona", "ZONA");
  await excel.host.settled();
  await refresh(["Zona", "Visitas"], [["Valle", 4], ...three]);
  expect(await valuesAt("A5:C6")).toEqual([
    ["ZONA", "Visitas", ""],
    ["Valle", 4, ""],
  ]);
});

test("a table that shrinks under the person's filter stays filtered", async () => {
  excel.host.user.filter(table, "Zona", ["Sur"]);
  await refresh(["Zona", "Visitas"], three.slice(0, 2));
  expect(await facts()).toMatchObject({ body: "Ensayo!A6:B7", filtered: true, firstHidden: true });
  expect(await valuesAt("A6:B8")).toEqual([
    ["Norte", 1],
    ["Sur", 2],
    ["", ""],
  ]);
});

test("it stays filtered where Excel refuses to go on in the middle", async () => {
  excel.host.user.filter(table, "Zona", ["Sur"]);
  excel.host.interjections.before("Delete", () => {
    excel.host.failures.failNext({ kind: "refused", code: "GeneralException" });
  });
  const refused = await refresh(["Zona", "Visitas"], three.slice(0, 2)).catch(excelFailureOf);
  expect(refused).toMatchObject({ code: "excel" });
  expect(await facts()).toMatchObject({ body: "Ensayo!A6:B7", filtered: true, firstHidden: true });
});

const showTotals = () =>
  excel.Excel.run(async (context) => {
    context.workbook.tables.getItem(table).showTotals = true;
    await context.sync();
  });

test("the person's row of totals is there again after growing", async () => {
  await showTotals();
  await refresh(["Zona", "Visitas"], [...three, ["Valle", 4]]);
  expect(await facts()).toMatchObject({ totals: true, body: "Ensayo!A6:B9" });
});

const refuseNext = () => excel.host.failures.failNext({ kind: "refused", code: "InvalidOperation" });

test("it is there again where Excel cannot make room", async () => {
  await showTotals();
  excel.host.interjections.before("ShowTotals", refuseNext);
  const refused = await refresh(["Zona", "Visitas"], [...three, ["Valle", 4]]).catch(excelFailureOf);
  expect(refused).toMatchObject({ code: "no-room", worksheet: "Ensayo" });
  expect(await facts()).toMatchObject({ totals: true, body: "Ensayo!A6:B8" });
});

test("it is there again where Excel cannot make room for a row that somebody adds in that moment", async () => {
  await showTotals();
  excel.host.user.type("A10", "Al pie");
  excel.host.interjections.before("Resize", () => {
    excel.host.user.type("A9", "Añadida");
    refuseNext();
  });
  const more = [...three, ["Valle", 4], ["Costa", 5]] as const;
  const refused = await refresh(["Zona", "Visitas"], more).catch(excelFailureOf);
  expect(refused).toMatchObject({ code: "no-room", worksheet: "Ensayo" });
  expect((await facts()).totals).toBe(true);
});
