import { afterEach, beforeEach, expect, test } from "vitest";
import { openCompany, type Company } from "./company.ts";
import { required, tableCells, type Workplace } from "./workplace.ts";
import { openWithThree } from "./three-visits.ts";
import { cell, table } from "./visit-table.ts";

/** What a paste takes from the cells of a format, and what is written while somebody works. */
let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

const user = () => place.excel.host.user;
const wrong = () => place.getState().issues.map(({ row, issue }) => `${row} ${issue.column} ${issue.code}`);

/** The number format and kind of validation of a cell. */
async function dressOf(address: string): Promise<readonly [unknown, string]> {
  return place.excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    range.load({ numberFormat: true });
    range.dataValidation.load({ type: true });
    await context.sync();
    return [range.numberFormat[0]?.[0], range.dataValidation.type];
  });
}

/** What a paste of cells from elsewhere does to a cell. */
async function undress(address: string): Promise<void> {
  await place.excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    range.dataValidation.clear();
    range.numberFormat = [["General"]];
    await context.sync();
  });
}

test("formats and dropdowns that a paste took come back when the sheet is checked", async () => {
  place = await openWithThree(company);
  const before = [await dressOf(cell(1, "market")), await dressOf(cell(1, "plannedOn"))];
  await undress(cell(1, "market"));
  await undress(cell(1, "plannedOn"));
  expect(await dressOf(cell(1, "market"))).not.toEqual(before[0]);
  required(await place.commands.validate());
  expect([await dressOf(cell(1, "market")), await dressOf(cell(1, "plannedOn"))]).toEqual(before);
});

test("where Excel undoes our writes, rows are marked and dressed while somebody works; elsewhere nothing is written", async () => {
  const statuses = async () => (await tableCells(place, table)).map((row) => row["Estado"]);
  place = await openWithThree(company, { requirementSets: { ExcelUndoApiAll: "1.0" } });
  await undress(cell(1, "visitType"));
  user().type(cell(1, "market"), "¿?");
  await place.moment();
  expect(await statuses()).toEqual(["Pendiente", "Con errores", "Pendiente"]);
  expect(await dressOf(cell(1, "visitType"))).toEqual(await dressOf(cell(0, "visitType")));
  user().undo();
  await place.moment();
  expect(await statuses()).toEqual(["Pendiente", "Pendiente", "Pendiente"]);
  await place.leave();
  place = await openWithThree(company, { excelApi: "1.14" });
  user().type(cell(1, "market"), "¿?");
  await place.moment();
  expect(wrong()).toHaveLength(1);
  expect(await statuses()).toEqual(["", "", ""]);
});
