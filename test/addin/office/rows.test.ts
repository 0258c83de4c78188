import { afterEach, beforeEach, expect, test } from "vitest";
import { visits } from "../../../shared/sheets/visits.ts";
import { ana, openCompany, type Company } from "./company.ts";
import { openWorkplace, pasteRow, pushedIds, required, tableCells, type Workplace } from "./workplace.ts";

const table = "VAD_visits";
const visit = (customer: string, more: Readonly<Record<string, string>> = {}) =>
  pasteRow(visits, {
    plannedOn: "20/03/2026",
    advisor: ana.name,
    customer,
    visitType: "Potencial",
    market: "Regulado",
    purpose: "Vinculación",
    ...more,
  });

let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
  place = await openWorkplace(company, ana);
  required(await place.commands.insertFormat("visits", { from: null }));
  place.excel.host.user.paste("D6", [visit("Carmen"), visit("Alba"), visit("Berta")]);
  await place.excel.host.settled();
  required(await place.commands.synchronise());
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

const namesAndStates = async () =>
  (await tableCells(place, table)).map((row) => `${row["Usuario"]} ${row["Estado"]}`.trim());

test("after sorting and filtering only the row that was added below travels, and every status stands at its row", async () => {
  place.excel.host.user.sort(table, "Usuario");
  place.excel.host.user.type("G9", "Dora");
  place.excel.host.user.paste("D9", [visit("Dora")]);
  place.excel.host.user.filter(table, "Usuario", ["Alba", "Dora"]);
  place.excel.host.user.hideColumns("H:I");
  const before = place.network.requests.length;
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  expect(pushedIds(place, before)).toHaveLength(1);
  expect(await namesAndStates()).toEqual([
    "Alba Sincronizada",
    "Berta Sincronizada",
    "Carmen Sincronizada",
    "Dora Sincronizada",
  ]);
});

test("rows sorted while the answer is on its way get their answers all the same", async () => {
  place.excel.host.user.type("S6", "3001234567");
  place.excel.host.user.paste("D9", [visit("Aurora")]);
  await place.excel.host.settled();
  place.network.onRequest = (path) => {
    if (path === "/api/push") place.excel.host.user.sort(table, "Usuario");
  };
  required(await place.commands.synchronise());
  expect(await namesAndStates()).toEqual([
    "Alba Sincronizada",
    "Aurora Sincronizada",
    "Berta Sincronizada",
    "Carmen Sincronizada",
  ]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
});

test("a cell that is typed into while the answer is on its way keeps what was typed, and its row waits", async () => {
  place.excel.host.user.type("G6", "Carmen  Díaz ");
  place.network.onRequest = (path) => {
    if (path === "/api/push") place.excel.host.user.type("T6", "Escrito después");
  };
  required(await place.commands.synchronise());
  await place.recount();
  expect((await tableCells(place, table))[0]?.["Observaciones"]).toBe("Escrito después");
  expect(place.getState().links[0]).toMatchObject({ pending: 1 });
});

test("copied rows become new rows; the original keeps its own", async () => {
  const ids = pushedIds(place);
  place.excel.host.user.copyPaste("A6:T6", "A9");
  place.excel.host.user.type("G9", "Carmen segunda");
  await place.excel.host.settled();
  const before = place.network.requests.length;
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  expect(ids).not.toContain(pushedIds(place, before)[0]);
  expect(await namesAndStates()).toContain("Carmen segunda Sincronizada");
});

test("text that looks like a formula, a number or a date stays the text it is, here and where it is fetched", async () => {
  const texts = ["'=1+1", "'+57 300", "'-5", "'@todos", "'007", "'1/2", "''comillas"];
  place.excel.host.user.paste(
    "D9",
    texts.map((notes) => visit("Textos", { notes })),
  );
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  const other = await openWorkplace(company, ana);
  required(await other.commands.insertFormat("visits", { from: null }));
  const notesOf = async (at: Workplace) =>
    (await tableCells(at, table)).map((row) => row["Observaciones"]).filter((text) => text !== "");
  const expected = ["=1+1", "+57 300", "-5", "@todos", "007", "1/2", "'comillas"];
  expect(await notesOf(place)).toEqual(expected);
  expect(await notesOf(other)).toEqual(expected);
  expect(required(await other.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  await other.leave();
});

test("the person's own columns, formulas and cells below the table are left as they are", async () => {
  const { user } = place.excel.host;
  user.type("U5", "Mi nota");
  user.type("U6", "=1+1");
  user.type("U7", "llamar");
  user.insertColumns("H:H");
  user.type("H5", "Propia");
  user.type("G12", "Notas al pie");
  await place.excel.host.settled();
  const other = await openWorkplace(company, ana);
  required(await other.commands.insertFormat("visits", { from: null }));
  other.excel.host.user.paste(
    "D9",
    Array.from({ length: 6 }, (_, at) => visit(`Nueva ${at}`)),
  );
  other.excel.host.user.type("T6", "cambió");
  await other.excel.host.settled();
  required(await other.commands.synchronise());
  await other.leave();

  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 7 });
  const cells = await tableCells(place, table);
  expect(cells).toHaveLength(9);
  expect(cells.map((row) => row["Mi nota"]).slice(0, 3)).toEqual([2, "llamar", ""]);
  expect(cells.every((row) => row["Propia"] === "")).toBe(true);
  const below = await place.excel.Excel.run(async (context) => {
    const sheet = context.workbook.tables.getItem(table).worksheet;
    const note = sheet.getRange("G18").load({ values: true });
    const formula = sheet.getRange("V6").load({ formulas: true });
    await context.sync();
    return [note.values[0]?.[0], formula.formulas[0]?.[0]] as unknown[];
  });
  expect(below).toEqual(["Notas al pie", "=1+1"]);
});

test("moved and renamed worksheets, columns in another order and renamed headers are followed", async () => {
  const { user } = place.excel.host;
  user.renameSheet("Control visitas y vinculaciones", "Mis visitas");
  user.renameHeader(table, "Usuario", "Cliente visitado");
  await place.excel.host.settled();
  user.type("G6", "Carmen la del pan");
  await place.excel.host.settled();
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  const [link] = place.getState().links;
  expect(link?.place.worksheet).toBe("Mis visitas");
  expect(link?.troubles).toEqual([
    { code: "header-renamed", column: "customer", header: "Cliente visitado" },
  ]);
  required(await place.commands.restoreHeaders(link?.id ?? ""));
  expect(place.getState().links[0]?.troubles).toEqual([]);
  expect((await tableCells(place, table))[0]?.["Usuario"]).toBe("Carmen la del pan");
});
