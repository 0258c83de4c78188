import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { customers } from "../../../shared/sheets/customers.ts";
import type { Outcome } from "../../../addin/sync/session.ts";
import type { StandingReport } from "../../../addin/sync/status-session.ts";
import { ana, carlos, openCompany, type Company } from "./company.ts";
import { openWorkplace, pasteRow, required, tableCells, type Workplace } from "./workplace.ts";

const table = "VAD_customers";
const customer = (account: string) =>
  pasteRow(customers, {
    account,
    documentType: "NIT",
    documentNumber: "800250984-6",
    name: `Usuario ${account}`,
    market: "Regulado",
    producer: "Residencial",
    use: "Comercial",
    address: "Calle 1",
    municipality: "Sincelejo",
    advisor: ana.name,
    consent: "Sí",
    mobile: "3001234567",
  });

async function lineOf(place: Workplace, account: string) {
  const cells = await tableCells(place, table);
  const at = cells.findIndex((line) => line["Número de cuenta contrato"] === account);
  return { cells: cells[at], row: at + 6, headers: Object.keys(cells[0] ?? {}) };
}

async function type(place: Workplace, account: string, header: string, text: string) {
  const { row, headers } = await lineOf(place, account);
  place.excel.host.user.type(`${String.fromCharCode(65 + headers.indexOf(header))}${row}`, text);
  await place.excel.host.settled();
}

/** Selects the rows of accounts, one below the other, and gives what the pane then shows of them. */
async function choose(place: Workplace, first: string, last = first) {
  const [from, to] = [(await lineOf(place, first)).row, (await lineOf(place, last)).row];
  place.excel.host.user.select("A1");
  place.excel.host.user.select(`D${from}:G${to}`);
  await place.moment();
  const { chosen } = place.getState();
  if (!chosen) throw new Error("nothing is chosen");
  return { ...chosen, rowIds: chosen.rows.map(({ rowId }) => rowId) };
}

const statusOf = async (place: Workplace, account: string) =>
  (await lineOf(place, account)).cells?.["Estado"];
const report = (outcome: Outcome<StandingReport>) => required(outcome);
const reason = "Falta el acta firmada";

describe("quality verifies what an advisor keeps", () => {
  let company: Company;
  let advisor: Workplace;
  let quality: Workplace;
  beforeAll(async () => {
    company = await openCompany();
    advisor = await openWorkplace(company, ana);
    required(await advisor.commands.insertFormat("customers", { from: null }));
    advisor.excel.host.user.paste("D6", ["001", "002", "003", "004", "005"].map(customer));
    required(await advisor.commands.synchronise());
    quality = await openWorkplace(company, carlos);
    required(await quality.commands.insertFormat("customers", { from: null }));
  }, 120_000);
  afterAll(async () => {
    await advisor.leave();
    await quality.leave();
    await company.stop();
  });

  test("a row that is returned appears at its author, is corrected, and closes", async () => {
    expect(await choose(quality, "001")).toMatchObject({ mayVerify: true, mayVoid: false });
    const chosen = await choose(quality, "001");
    expect(report(await quality.commands.returnRows(chosen, reason))).toEqual({ done: 1, left: {} });
    expect(await statusOf(quality, "001")).toBe("Devuelta");
    expect(quality.getState().returned).toEqual([]);

    required(await advisor.commands.synchronise());
    expect(await statusOf(advisor, "001")).toBe("Devuelta");
    expect(advisor.getState().returned).toMatchObject([
      { row: 6, label: "001", isChanged: false, status: { is: "returned", by: carlos.name, reason } },
    ]);
    await type(advisor, "001", "Barrio", "Centro");
    await advisor.moment();
    expect(advisor.getState().returned).toMatchObject([{ isChanged: true }]);
    required(await advisor.commands.synchronise());
    expect(advisor.getState().returned).toEqual([]);
    expect(await statusOf(advisor, "001")).toBe("Sincronizada");
    required(await quality.commands.synchronise());
    expect(await statusOf(quality, "001")).toBe("Sincronizada");
    expect((await lineOf(quality, "001")).cells?.["Barrio"]).toBe("Centro");
  });

  test("what was typed before the return was seen is kept, and what is typed after ends it", async () => {
    await type(advisor, "002", "Uso", "¿?");
    await type(advisor, "002", "Barrio", "Norte");
    report(await quality.commands.returnRows(await choose(quality, "002"), reason));
    required(await advisor.commands.synchronise());
    expect((await lineOf(advisor, "002")).cells).toMatchObject({ Uso: "¿?", Barrio: "Norte" });
    expect(advisor.getState().returned).toMatchObject([{ label: "002", isChanged: true }]);
    await type(advisor, "002", "Uso", "Comercial");
    required(await advisor.commands.synchronise());
    expect(advisor.getState().returned).toEqual([]);
    expect((await lineOf(advisor, "002")).cells).toMatchObject({ Estado: "Sincronizada", Barrio: "Norte" });
  });

  test("rows that a filter hides are not among the chosen ones, and one request validates the others", async () => {
    await quality.commands.synchronise();
    const hidden = (await lineOf(quality, "002")).row;
    quality.excel.host.user.hideRows(`A${hidden}`);
    const chosen = await choose(quality, "001", "003");
    expect(chosen.rows.map(({ row, stage }) => [row, stage])).toEqual([
      [6, "sent"],
      [8, "sent"],
    ]);
    const before = quality.network.requests.length;
    expect(report(await quality.commands.validateRows(chosen))).toEqual({ done: 2, left: {} });
    const asked = quality.network.requests.slice(before).filter(({ path }) => path === "/api/status");
    expect(asked).toHaveLength(1);
    expect([await statusOf(quality, "001"), await statusOf(quality, "002")]).toEqual([
      "Validada",
      "Sincronizada",
    ]);
  });

  test("a validated row keeps what its author types in the sheet, and says who validated it", async () => {
    await type(advisor, "001", "Barrio", "Sur");
    required(await advisor.commands.synchronise());
    const [issue] = advisor.getState().issues;
    expect(issue).toMatchObject({ row: 6, issue: { code: "locked", details: { by: carlos.name } } });
    expect((await lineOf(advisor, "001")).cells).toMatchObject({ Barrio: "Sur", Estado: "Con errores" });
    // Also while there is no connection.
    advisor.network.state = "down";
    await type(advisor, "003", "Barrio", "Sur");
    await advisor.moment();
    advisor.network.state = "up";
    expect(advisor.getState().issues.map(({ row }) => row)).toEqual([6, 8]);

    report(await quality.commands.returnRows(await choose(quality, "001"), reason));
    report(await quality.commands.releaseRows(await choose(quality, "003"), "Fue por error"));
    required(await advisor.commands.synchronise());
    required(await advisor.commands.synchronise());
    expect(advisor.getState().issues).toEqual([]);
    expect(await statusOf(advisor, "001")).toBe("Sincronizada");
    required(await quality.commands.synchronise());
    expect((await lineOf(quality, "003")).cells?.["Barrio"]).toBe("Sur");
  });

  test("a void row leaves the sheets, is listed, and comes back where it is restored", async () => {
    const chosen = await choose(advisor, "004");
    expect(report(await advisor.commands.voidRows(chosen, "Se registró dos veces"))).toMatchObject({
      done: 1,
    });
    expect((await lineOf(advisor, "004")).cells).toBeUndefined();
    expect(advisor.getState().vanished).toEqual([]);
    required(await quality.commands.synchronise());
    expect((await lineOf(quality, "004")).cells).toBeUndefined();

    await advisor.commands.loadVoided(chosen.link);
    const { voided } = advisor.getState();
    expect(voided).toMatchObject({
      stage: "ready",
      rows: [{ label: "004", by: ana.name, reason: "Se registró dos veces", mayRestore: true }],
    });
    const restored = { link: chosen.link, rowIds: chosen.rowIds };
    expect(report(await advisor.commands.restoreRows(restored, "Sí es otra"))).toEqual({ done: 1, left: {} });
    expect(advisor.getState().voided?.rows).toEqual([]);
    required(await quality.commands.synchronise());
    for (const place of [advisor, quality])
      expect((await lineOf(place, "004")).cells?.["Estado"]).toBe("Sincronizada");
  });

  test("of a row that another voided nothing is lost that was typed: it is restored with it, or a new row", async () => {
    const other = await openWorkplace(company, ana);
    required(await other.commands.insertFormat("customers", { from: null }));
    const [four, five] = [await choose(other, "004"), await choose(other, "005")];
    await type(advisor, "004", "Barrio", "Oriente");
    await type(advisor, "005", "Barrio", "Occidente");
    report(await other.commands.voidRows(four, "Se registró dos veces"));
    report(await other.commands.voidRows(five, "Se registró dos veces"));
    required(await advisor.commands.synchronise());
    expect(advisor.getState().issues.map(({ issue }) => issue.code)).toEqual(["voided", "voided"]);

    const { link } = await choose(advisor, "004");
    report(await advisor.commands.restoreRows({ link, rowIds: four.rowIds }, "Sí es otra"));
    expect((await lineOf(advisor, "004")).cells).toMatchObject({ Barrio: "Oriente", Estado: "Sincronizada" });
    required(await advisor.commands.keepAsNew({ link, rowIds: five.rowIds }));
    required(await advisor.commands.synchronise());
    expect((await lineOf(advisor, "005")).cells).toMatchObject({
      Barrio: "Occidente",
      Estado: "Sincronizada",
    });
    expect(advisor.getState().vanished).toEqual([]);
    required(await other.commands.synchronise());
    expect((await lineOf(other, "004")).cells?.["Barrio"]).toBe("Oriente");
    expect((await lineOf(other, "005")).cells?.["Referencia"]).not.toContain(five.rowIds[0]);
    await other.leave();
  });

  test("how rows stand is known again when the workbook is opened again", async () => {
    report(await quality.commands.validateRows(await choose(quality, "002")));
    required(await advisor.commands.synchronise());
    const again = await openWorkplace(company, ana, { file: advisor.excel.save() });
    await again.quietMoment();
    again.excel.host.user.activate(customers.label);
    expect(await choose(again, "002")).toMatchObject({
      rows: [{ stage: "validated", status: { by: carlos.name } }],
    });
    await again.leave();
  });

  test("a validated row that was taken out of the sheet is not voided, and that is said", async () => {
    const { row } = await lineOf(advisor, "002");
    advisor.excel.host.user.deleteRows(`${row}:${row}`);
    await advisor.moment();
    required(await advisor.commands.synchronise());
    const { vanished } = advisor.getState();
    expect(vanished).toMatchObject([{ label: "002" }]);
    expect(report(await advisor.commands.voidVanished(vanished, "Ya no es usuario"))).toEqual({
      done: 0,
      left: { locked: 1 },
    });
    expect(advisor.getState().vanished).toMatchObject([{ label: "002" }]);
  });
});
