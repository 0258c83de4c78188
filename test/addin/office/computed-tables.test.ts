import { afterAll, beforeAll, expect, test } from "vitest";
import { ana, carlos, diana, openCompany, type Company } from "./company.ts";
import { openWorkplace, required, tableCells, type Workplace } from "./workplace.ts";
import { cell, visit } from "./visit-table.ts";

const march = { first: "2026-03", last: "2026-03" };
const done = { visitedOn: "10/03/2026", outcome: "Interesado" };

let company: Company;
let advisor: Workplace;
let quality: Workplace;
beforeAll(async () => {
  company = await openCompany();
  advisor = await openWorkplace(company, ana);
  required(await advisor.commands.insertFormat("visits", "none"));
  quality = await openWorkplace(company, carlos);
}, 120_000);
afterAll(async () => {
  await advisor.leave();
  await quality.leave();
  await company.stop();
});

/** Values of some cells of the sheet on top. */
function valuesAt({ excel }: Workplace, address: string): Promise<unknown[][]> {
  return excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address).load({ values: true });
    await context.sync();
    return range.values as unknown[][];
  });
}

test("a period without rows gives a table that says so", async () => {
  required(await quality.commands.insertTable("visit-control", march));
  const [row] = await tableCells(quality, "VAD_visit_control");
  expect(row?.["Mes"]).toBe("No hay datos en el periodo.");
  const [[title], [subtitle]] = (await valuesAt(quality, "A1:A2")) as [[string], [string]];
  expect(title).toBe("Gestión mensual visitas");
  expect(subtitle).toMatch(/^Marzo 2026 · Actualizado \d\d\/03\/2026 \d\d:\d\d$/);
});

test("refreshing brings the new figures, where the table stands by then, and leaves what lies below and beside", async () => {
  advisor.excel.host.user.paste(cell(0, "plannedOn"), [
    visit("Alba", done),
    visit("Berta"),
    visit("Carmen", done),
  ]);
  await advisor.excel.host.settled();
  required(await advisor.commands.synchronise());

  const { user } = quality.excel.host;
  user.insertRows("1:2");
  user.type("A11", "Mis notas");
  user.type("I7", "Comentario");
  user.type("I8", "=1+1");
  user.renameSheet("Gestión mensual visitas", "Visitas del mes");
  await quality.excel.host.settled();
  expect(required(await quality.commands.refreshTables())).toEqual({ refreshed: 1 });
  const rows = await tableCells(quality, "VAD_visit_control");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    Asesor: ana.name,
    Programadas: 3,
    Realizadas: 2,
    Efectivas: 2,
    Comentario: 2,
  });
  expect(await valuesAt(quality, "A3:A4")).toEqual([
    ["Gestión mensual visitas"],
    [expect.stringContaining("Marzo 2026")],
  ]);
  expect(await valuesAt(quality, "A11")).toEqual([["Mis notas"]]);
});

test("a table grows over what lies below it, which moves down, and shrinks again", async () => {
  const director = await openWorkplace(company, diana);
  required(await director.commands.insertFormat("budget", { from: null }));
  required(await quality.commands.insertTable("indicators", march));
  quality.excel.host.user.type("A20", "Al pie");
  await quality.excel.host.settled();
  const before = (await tableCells(quality, "VAD_indicators")).length;
  director.excel.host.user.paste("D6", [
    [2026, "Marzo", "Regulado", ana.name, "", 10],
    [2026, "Marzo", "Regulado", "Luis Peña", "", 12],
  ]);
  await director.excel.host.settled();
  required(await director.commands.synchronise());
  await director.leave();
  required(await quality.commands.refreshTables());
  const rows = await tableCells(quality, "VAD_indicators");
  expect(rows.length).toBeGreaterThan(before);
  const sum = rows.find((row) => row["Indicador"] === "Mercado regulado" && row["Nivel"] === "Empresa");
  expect(sum).toMatchObject({ "Meta vigente": 22, Ejecutado: 0, Estado: "No cumplida · Provisional" });
  expect(quality.getState().tables.map(({ table, missing }) => [table, missing])).toEqual([
    ["visit-control", false],
    ["indicators", false],
  ]);
});

test("at a selected cell a table is inserted only where the cells are free", async () => {
  quality.excel.host.user.addSheet("Informe");
  quality.excel.host.user.activate("Informe");
  quality.excel.host.user.type("C7", "ocupada");
  quality.excel.host.user.select("B2");
  expect(await quality.commands.insertTable("visit-control", march, "selection")).toEqual({
    ok: false,
    failure: { code: "occupied", worksheet: "Informe" },
  });
  quality.excel.host.user.select("B20");
  required(await quality.commands.insertTable("visit-control", march, "selection"));
  expect(await valuesAt(quality, "B20")).toEqual([["Gestión mensual visitas"]]);
});

test("a deleted table is shown as missing until it is forgotten; the others are refreshed", async () => {
  quality.excel.host.user.deleteTable("VAD_indicators");
  expect(required(await quality.commands.refreshTables())).toEqual({ refreshed: 2 });
  const missing = quality.getState().tables.filter((table) => table.missing);
  expect(missing.map(({ table }) => table)).toEqual(["indicators"]);
  required(await quality.commands.forgetTable(missing[0]?.id ?? ""));
  expect(quality.getState().tables).toHaveLength(2);
});

test("tables are brought up to date when the workbook is opened", async () => {
  advisor.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora", done)]);
  await advisor.excel.host.settled();
  required(await advisor.commands.synchronise());
  const again = await openWorkplace(company, carlos, { file: quality.excel.save() });
  expect((await tableCells(again, "VAD_visit_control"))[0]).toMatchObject({ Programadas: 4, Realizadas: 3 });
  await again.leave();
});
