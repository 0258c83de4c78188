import { afterAll, beforeAll, expect, test } from "vitest";
import { demoCompany, type DemoCompany } from "../../../server/demo/demo-company.ts";
import { demoAdvisors, demoPersonWith } from "../../../server/demo/people.ts";
import { addMonths, dayAt, formatDay, monthOf, monthsBetween } from "../../../shared/colombia/day.ts";
import { monthLabel } from "../../../shared/colombia/months.ts";
import { customers } from "../../../shared/sheets/customers.ts";
import { companySeed } from "../../workbench/start-workbench.ts";
import type { DeskPage } from "../support/desk-page.ts";
import { startWorkbenchUnderTest, type WorkbenchUnderTest } from "../support/workbench.ts";
import { patience, twoDesks } from "./desks.ts";
import { expectedIndicators, expectedVisitControl, type Line } from "./expected-tables.ts";
import { createPanePage } from "./pane-page.ts";
import { keepPicture, watchOver } from "./picture.ts";
import { readTable, type SheetTable } from "./sheet-table.ts";
import { workbookFacts } from "./workbook-facts.ts";

const quality = demoPersonWith("quality");
const [, advisor] = demoAdvisors;
const today = dayAt(new Date());
const current = monthOf(today);
/** *Últimos 12 meses*. */
const months = { first: addMonths(current, -11), last: current };
const tables = { indicators: "VAD_indicators", visits: "VAD_visit_control" };
const company = demoCompany({ seed: companySeed, today });

let workbench: WorkbenchUnderTest;
beforeAll(async () => {
  workbench = await startWorkbenchUnderTest();
}, patience);
afterAll(() => workbench.close());

test(
  "quality finds every number of the rows in the workbook where the PQR are kept, and one more once an advisor links a user",
  { timeout: patience },
  async () => {
    if (!advisor) throw new Error("there is no second advisor");
    const { page, desks } = await workbench.open({
      workbooks: ["libro-vacio", "a5-pqr-segundo-semestre"],
      size: { width: 1_900, height: 720 },
    });
    const [street, office] = twoDesks(desks);
    watchOver(page, "quality");
    const pane = createPanePage(office);
    const theirs = await workbookFacts(office);
    await pane.signIn(quality);
    await pane.insertTable("Gestión mensual visitas", "Últimos 12 meses");
    expect(linesOf(await readTable(office, tables.visits))).toEqual(
      rounded(expectedVisitControl(company, monthsBetween(months.first, months.last))),
    );
    await keepPicture(page, "quality-1-visitas");
    await pane.insertTable("Indicadores", "Últimos 12 meses");
    const before = await readTable(office, tables.indicators);
    expect(linesOf(before)).toEqual(rounded(expectedIndicators(company, months, today)));
    await expectNotes(office);
    expectShown(before);
    await office.act("select", before.address(lineOf(before, "Empresa"), "Ejecutado"));
    await keepPicture(page, "quality-2-indicadores");

    await linkUser(street);
    await pane.press("Actualizar tablas");
    await expect
      .poll(async () => executedBy(await readTable(office, tables.indicators), "Empresa"), {
        timeout: 60_000,
      })
      .toBe(executedBy(before, "Empresa") + 1);
    await pane.footSays("Tablas actualizadas");
    const after = await readTable(office, tables.indicators);
    expect(executedBy(after, advisor.name)).toBe(executedBy(before, advisor.name) + 1);
    expect(linesOf(after)).toEqual(rounded(expectedIndicators(withOneMore(company), months, today)));
    expect(changedLines(before, after)).toEqual([
      `${monthLabel(current)} Empresa`,
      `${monthLabel(current)} ${advisor.name}`,
      `Acumulado ${current.slice(0, 4)} Empresa`,
    ]);
    await keepPicture(page, "quality-3-uno-mas");
    const { sheets } = await workbookFacts(office);
    const own = new Set(theirs.sheets.map(({ name }) => name));
    expect(sheets.filter(({ name }) => own.has(name))).toEqual(theirs.sheets);
    await page.context().close();
  },
);

/** An advisor types a user that was linked today and synchronises. */
async function linkUser(desk: DeskPage): Promise<void> {
  if (!advisor) throw new Error("there is no second advisor");
  const pane = createPanePage(desk);
  await pane.signIn(advisor);
  await pane.insertFormat(customers.label);
  const { address } = await readTable(desk, "VAD_customers");
  const typed = {
    "Número de cuenta contrato": newAccount,
    "Tipo documento": "CC",
    "Número documento": "1102555301",
    "Nombre o razón social": "Yadira Contreras Salgado",
    Mercado: "Regulado",
    "Tipo de productor": "Residencial",
    Uso: "Residencial",
    Estrato: "2",
    Dirección: "Calle 12 # 8-31",
    Municipio: "Sincelejo",
    Asesor: advisor.name,
    "Fecha de vinculación efectiva": formatDay(today),
    "Autorización datos": "Sí",
    "Fecha autorización": formatDay(today),
  };
  for (const [header, text] of Object.entries(typed)) await desk.act("type", address(0, header), text);
  await pane.footSays("1 fila sin enviar");
  await pane.synchronise();
  await pane.footSays("Todo guardado");
}

const newAccount = "E2E-0001";

function withOneMore({ customers: rows, ...rest }: DemoCompany): DemoCompany {
  const values = {
    account: newAccount,
    market: "regulated",
    advisor: advisor?.email ?? "",
    linkedOn: today,
  };
  const written = { by: advisor?.email ?? "", at: new Date().toISOString(), workbook: "Libro1" };
  return { ...rest, customers: [...rows, { id: newAccount, revisions: [{ ...written, values }] }] };
}

const linesOf = ({ rows }: SheetTable): readonly Line[] => rounded(rows.map(({ cells }) => cells));

/** Sums and quotients of binary numbers, each worked out in its own order. */
function rounded(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) =>
    Object.fromEntries(
      Object.entries(line).map(([header, cell]) => [
        header,
        typeof cell === "number" ? Number(cell.toPrecision(12)) : cell,
      ]),
    ),
  );
}

/** Users linked in the current month, of the company or an advisor. */
const executedBy = (table: SheetTable, level: string): number =>
  Number(table.rows[lineOf(table, level)]?.cells["Ejecutado"]);

const lineOf = ({ rows }: SheetTable, level: string): number =>
  rows.findIndex(
    ({ cells }) =>
      cells["Indicador"] === "Mercado regulado" &&
      cells["Periodo"] === monthLabel(current) &&
      cells["Nivel"] === level,
  );

/** Period and level of the lines that are not as they were. */
function changedLines(before: SheetTable, after: SheetTable): readonly string[] {
  expect(after.rows).toHaveLength(before.rows.length);
  return after.rows.flatMap(({ cells }, at) =>
    JSON.stringify(cells) === JSON.stringify(before.rows[at]?.cells)
      ? []
      : [`${cells["Periodo"]} ${cells["Nivel"]}`],
  );
}

/** The lines above the table. */
async function expectNotes(desk: DeskPage): Promise<void> {
  const [title, period, notes] = (await desk.values("A1:A3")).map(([cell]) => String(cell));
  expect(title).toBe("Indicadores");
  expect(period).toMatch(
    new RegExp(
      `^${monthLabel(months.first)} a ${monthLabel(current)} · Actualizado ${formatDay(today)} `,
      "u",
    ),
  );
  expect(notes).toContain(`${monthLabel(current)} es provisional: se divide por la meta de todo el mes.`);
}

/** As people read it: the open month is provisional, and a month without a target has no percentage. */
function expectShown({ rows }: SheetTable): void {
  const shown = rows.map((row) => row.shown);
  const open = shown.filter(({ Periodo }) => Periodo === monthLabel(current));
  expect(open.length).toBeGreaterThan(2);
  for (const { Estado } of open) expect(Estado).toMatch(/ · Provisional$/u);
  const closed = shown.filter(
    ({ Periodo = "" }) => Periodo !== monthLabel(current) && !Periodo.startsWith("Acumulado"),
  );
  for (const { Estado } of closed) expect(Estado).not.toMatch(/Provisional/u);
  const [without, ...more] = shown.filter(
    ({ Nivel, Estado }) => Nivel === "Empresa" && Estado === "Sin meta",
  );
  expect(more).toEqual([]);
  expect(without).toMatchObject({
    Indicador: "Mercado no regulado",
    "Meta vigente": "Sin meta",
    "% ejecución": "Sin meta",
    Estado: "Sin meta",
    "% primera meta": "Sin meta",
  });
  expect(without?.["Ejecutado"]).toMatch(/^\d{2,3},\d$/u);
  expect(open[0]?.["% ejecución"]).toMatch(/^\d{1,3},\d\d%$/u);
}
