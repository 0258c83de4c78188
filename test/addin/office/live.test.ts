import { afterEach, beforeEach, expect, test } from "vitest";
import { ana, luis, openCompany, type Company } from "./company.ts";
import { openWorkplace, pushedIds, required, tableCells, type Workplace } from "./workplace.ts";
import { openWithThree } from "./three-visits.ts";
import { cell, header, table, visit } from "./visit-table.ts";

/** What is judged while somebody works, beside their hand: the pane shows it, and the sheet where that spares undo. */
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

/** How many bytes Excel answered while something was judged. */
async function bytesOf(act: () => void): Promise<number> {
  place.excel.host.resetTraffic();
  act();
  await place.moment();
  return place.excel.host.traffic.responseBytes;
}

test("what was typed is judged from its row alone, and a wait of a quarter of a second", async () => {
  place = await openWithThree(company);
  const rows = Array.from({ length: 100 }, (_, at) => visit(`Usuario ${at}`));
  user().paste(cell(3, "plannedOn"), rows);
  await place.moment();
  const few = await bytesOf(() => user().type(cell(1, "market"), "¿?"));
  expect(wrong()).toEqual(["7 market unknown-choice"]);
  expect(place.waits.at(-1)).toBe(250);
  place.excel.host.resetTraffic();
  await place.recount();
  expect(few * 5).toBeLessThan(place.excel.host.traffic.responseBytes);
});

test("a paste, a fill, an undo, a deleted row, a sort, hidden and filtered rows are judged as they stand", async () => {
  place = await openWithThree(company);
  user().paste(cell(3, "plannedOn"), [visit("Dora", { market: "¿?" }), visit("Eva")]);
  await place.moment();
  expect(wrong()).toEqual(["9 market unknown-choice"]);
  user().copyPaste(cell(3, "market"), cell(4, "market"));
  await place.moment();
  expect(wrong()).toEqual(["9 market unknown-choice", "10 market unknown-choice"]);
  user().undo();
  await place.moment();
  expect(wrong()).toEqual(["9 market unknown-choice"]);
  user().deleteRows("6:6");
  await place.moment();
  expect(wrong()).toEqual(["8 market unknown-choice"]);
  user().sort(table, header("customer"), false);
  await place.moment();
  expect(wrong()).toEqual(["7 market unknown-choice"]);
  user().filter(table, header("customer"), ["Eva"]);
  user().hideRows("8:8");
  user().type(cell(2, "visitType"), "¿?");
  await place.moment();
  expect(wrong()).toEqual(["7 market unknown-choice", "8 visitType unknown-choice"]);
});

test("a colleague's visit is told as soon as the name is typed, and an account that does not exist", async () => {
  const other = await openWorkplace(company, luis);
  required(await other.commands.insertFormat("visits", "none"));
  const made = { visitedOn: "10/03/2026", outcome: "Interesado", purpose: "Seguimiento", advisor: luis.name };
  other.excel.host.user.paste(cell(0, "plannedOn"), [visit("Panadería El Trigal", made)]);
  required(await other.commands.synchronise());
  await other.leave();
  place = await openWithThree(company);
  required(await place.commands.synchronise());
  user().type(cell(0, "customer"), "panaderia el trigal");
  user().type(cell(1, "customer"), "1004299");
  await place.moment();
  expect(wrong()).toEqual(["6 customer colleague-visit", "7 customer unknown-account"]);
  const [told] = place.getState().issues;
  expect(told?.issue.details).toEqual({ typed: "panaderia el trigal", person: luis.name, day: "10/03/2026" });
  expect(told?.issue.severity).toBe("warning");
});

test("an accepted warning is hidden, travels with its row, and comes back with the reason in another workbook", async () => {
  place = await openWithThree(company);
  user().type(cell(0, "customer"), "1004299");
  await place.moment();
  const [warning] = place.getState().issues;
  if (!warning) throw new Error("nothing is warned of");
  required(await place.commands.acceptWarning(warning, "La cuenta se crea mañana"));
  expect(wrong()).toEqual([]);
  const file = place.excel.save();
  await place.leave();
  place = await openWorkplace(company, ana, { file });
  expect(wrong()).toEqual([]);
  required(await place.commands.synchronise());
  expect(wrong()).toEqual([]);
  const pushed = place.network.requests.findLast(({ path }) => path === "/api/push")?.body;
  expect(JSON.stringify(pushed)).toContain("La cuenta se crea mañana");
  const other = await openWorkplace(company, ana);
  required(await other.commands.insertFormat("visits", { from: null }));
  other.excel.host.user.type(cell(0, "notes"), "Otra");
  await other.moment();
  expect(other.getState().issues).toEqual([]);
  await other.leave();
  user().activate("Control visitas y vinculaciones");
  user().type(cell(0, "customer"), "1004298");
  await place.moment();
  expect(wrong()).toEqual(["6 customer unknown-account"]);
});

test("an error cannot be accepted, and nothing without saying why", async () => {
  place = await openWithThree(company);
  user().type(cell(0, "market"), "¿?");
  user().type(cell(1, "customer"), "1004299");
  await place.moment();
  const [error, warning] = place.getState().issues;
  if (!error || !warning) throw new Error("nothing is wrong");
  expect(await place.commands.acceptWarning(error, "Porque sí, así es")).toMatchObject({ ok: false });
  expect(await place.commands.acceptWarning(warning, " no ")).toMatchObject({ ok: false });
  expect(wrong()).toHaveLength(2);
});

test("repairs are written in one step, wherever the rows stand by then, and what was typed goes to the history", async () => {
  place = await openWithThree(company);
  user().paste(cell(0, "market"), [["REGULADO "], ["regulado"], ["regulado"]]);
  await place.moment();
  const [repairs] = place.getState().repairs;
  const market = repairs?.columns.find(({ column }) => column === "market");
  expect(market?.certain.map(({ typed, becomes }) => [typed, becomes])).toContainEqual([
    "regulado",
    "Regulado",
  ]);
  user().sort(table, header("customer"), false);
  const repaired = required(await place.commands.repairCertain());
  expect(repaired).toEqual({ cells: 3, left: 0 });
  expect((await tableCells(place, table)).map((row) => row[header("market")])).toEqual([
    "Regulado",
    "Regulado",
    "Regulado",
  ]);
  expect(place.getState().repairs).toEqual([]);
  required(await place.commands.synchronise());
  const [id = ""] = pushedIds(place);
  expect(JSON.stringify(place.network.requests)).toMatch(/"typed":\{[^}]*"market":"regulado"/);
  expect(id).toHaveLength(32);
});

test("cells that somebody changed meanwhile are left as they are, and counted", async () => {
  place = await openWithThree(company);
  user().paste(cell(0, "market"), [["regulado"], ["regulado"]]);
  await place.moment();
  const [repairs] = place.getState().repairs;
  const groups = repairs?.columns.find(({ column }) => column === "market")?.certain ?? [];
  user().type(cell(1, "market"), "No regulado");
  expect(required(await place.commands.repair(repairs?.link ?? "", "market", groups))).toEqual({
    cells: 1,
    left: 1,
  });
  const cells = await tableCells(place, table);
  expect(cells.slice(0, 2).map((row) => row[header("market")])).toEqual(["Regulado", "No regulado"]);
});
