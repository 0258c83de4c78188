import { afterEach, beforeEach, expect, test } from "vitest";
import { ana, carlos, openCompany, type Company } from "./company.ts";
import { openWorkplace, required, type Workplace, type WorkplaceOptions } from "./workplace.ts";
import { cell, header, table, visit } from "./visit-table.ts";

/** What somebody does beside typing is heard, and what the add-in does by itself asks whether it may. */
const march = { first: "2026-03", last: "2026-03" };
const sheet = "Control visitas y vinculaciones";
const control = "VAD_visit_control";

let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

/** Does something at the sheet; true where the pane heard of it, by counting after a quiet moment. */
async function isHeard(act: (user: Workplace["excel"]["host"]["user"]) => void): Promise<boolean> {
  await place.excel.host.settled();
  await place.quietMoment();
  const before = place.waits.length;
  act(place.excel.host.user);
  await place.excel.host.settled();
  const heard = place.waits.length > before;
  await place.quietMoment();
  return heard;
}

test("sorting, protecting and tables that go are heard as soon as they happen", async () => {
  place = await openWorkplace(company, ana);
  required(await place.commands.insertFormat("visits", { from: null }));
  place.excel.host.user.paste(cell(0, "plannedOn"), [visit("Carmen"), visit("Alba", { market: "¿?" })]);
  expect(await isHeard((user) => user.sort(table, header("customer")))).toBe(true);
  expect(place.getState().issues.map(({ row }) => row)).toEqual([6]);
  expect(await isHeard((user) => user.protect(sheet))).toBe(true);
  expect(place.getState().links[0]?.troubles).toEqual([{ code: "protected" }]);
  expect(await isHeard((user) => user.unprotect(sheet))).toBe(true);
  expect(await isHeard((user) => user.convertToRange(table))).toBe(true);
  expect(place.getState().links[0]?.troubles).toEqual([{ code: "table-missing" }]);
});

test("a computed table that goes, by itself or with its worksheet, is said", async () => {
  place = await openWorkplace(company, carlos);
  required(await place.commands.insertTable("visit-control", march));
  required(await place.commands.insertTable("indicators", march));
  const missing = () => place.getState().tables.map((one) => one.missing);
  expect(await isHeard((user) => user.convertToRange(control))).toBe(true);
  expect(missing()).toEqual([true, false]);
  expect(await isHeard((user) => user.deleteSheet("Indicadores"))).toBe(true);
  expect(missing()).toEqual([true, true]);
});

/** A workbook with a computed table, opened by an Excel of that kind, where somebody is at work before signing in. */
async function openAtWork(options: WorkplaceOptions): Promise<void> {
  const first = await openWorkplace(company, carlos);
  required(await first.commands.insertTable("visit-control", march));
  const file = first.excel.save();
  await first.leave();
  place = await openWorkplace(company, carlos, { ...options, file, begins: false });
  await place.start();
  place.excel.host.user.type("H1", "Mi trabajo");
  await place.excel.host.settled();
  required(await place.commands.signIn(carlos.email, "clave-de-prueba-2026"));
}

const tablesAsked = () => place.network.requests.filter(({ path }) => path.startsWith("/api/tables")).length;

test("where Excel undoes no writes of add-ins, tables are not rewritten under the hands of whoever works", async () => {
  await openAtWork({ excelApi: "1.14" });
  expect(tablesAsked()).toBe(0);
  required(await place.commands.refreshTables());
  expect(tablesAsked()).toBe(1);
});

test("where Excel undoes them, tables are brought up to date all the same", async () => {
  await openAtWork({ requirementSets: { ExcelUndoApiAll: "1.0" } });
  expect(tablesAsked()).toBe(1);
});
