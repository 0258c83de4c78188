import { afterEach, beforeEach, expect, test } from "vitest";
import type { Company } from "./company.ts";
import { advisors, cellsAt, linkMatrix, openBudget, openSalesCompany } from "./matrix-company.ts";
import { required, type Workplace } from "./workplace.ts";

let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openSalesCompany();
  place = await openBudget(company);
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

const link = (at: Workplace = place) => at.getState().links[0];
const issues = (at: Workplace = place) =>
  at.getState().issues.map(({ place: { address }, issue }) => [address, issue.code]);

test("targets keep their references where rows, columns, the worksheet and the block are moved about", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  const { user } = place.excel.host;
  user.insertRows("1:2");
  user.insertColumns("D:D");
  user.insertRows("8:8");
  user.insertColumns("A:A");
  user.renameSheet("PPTO 2026", "Metas de la empresa");
  await place.quietMoment();
  expect(link()).toMatchObject({ pending: 1, rows: 95, place: { worksheet: "Metas de la empresa" } });
  expect(issues()).toEqual([["N15", "not-a-number"]]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  expect(place.getState().vanished).toEqual([]);

  user.paste("C8", [[advisors[4] ?? "", "Usuarios", "", 7]]);
  await place.quietMoment();
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  expect(place.getState().vanished).toEqual([]);
}, 120_000);

test("a line that repeats another is not sent, and takes its place once that one is gone", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  const { user } = place.excel.host;
  user.insertRows("6:6");
  user.copyPaste("B5:Q5", "B6");
  await place.quietMoment();
  expect(issues().filter(([, code]) => code === "duplicate")).toHaveLength(12);
  expect(issues()).toContainEqual(["E6", "duplicate"]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0 });
  user.deleteRows("6:6");
  await place.quietMoment();
  expect(issues()).toEqual([["L12", "not-a-number"]]);
  expect(link()).toMatchObject({ pending: 1 });
}, 120_000);

test("a label that cannot be read is one remark at its cell, and months under another header are not read", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  const { user } = place.excel.host;
  user.type("B6", "Dairo B.");
  await place.quietMoment();
  expect(issues().filter(([address]) => address === "B6")).toEqual([["B6", "unknown-person"]]);
  const wrong = place.getState().issues.find(({ issue }) => issue.code === "unknown-person");
  const { link: id = "", rowId = "", typed = "" } = wrong ?? {};
  const fill = { link: id, rowId, column: "advisor", typed, text: advisors[1] ?? "" };
  expect(required(await place.commands.fillCells([fill]))).toEqual({ left: [] });
  expect(await cellsAt(place, "B6")).toEqual([[advisors[1]]]);
  user.type("D4", "Febrero");
  await place.quietMoment();
  expect(link()?.troubles).toEqual([{ code: "header-renamed", column: "month", header: "Febrero" }]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  required(await place.commands.restoreHeaders(link()?.id ?? ""));
  expect(await cellsAt(place, "D4")).toEqual([["Enero"]]);
  expect(link()).toMatchObject({ troubles: [], pending: 1 });
  user.type("A1", "PRESUPUESTO COMERCIAL AÑO 2027");
  await place.quietMoment();
  expect(link()).toMatchObject({ pending: 95 });
}, 120_000);

test("a second workbook takes what the service has, and says what it has no line for", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  const other = await openBudget(company);
  const { user } = other.excel.host;
  user.deleteRows("13:13");
  user.clear("D5");
  await other.excel.host.settled();
  await linkMatrix(other);
  expect(required(await other.commands.synchronise())).toMatchObject({ sent: 0 });
  expect(await cellsAt(other, "D5")).toEqual([[15]]);
  expect(link(other)).toMatchObject({ pending: 1, elsewhere: 12 });
  expect(issues(other)).toEqual([["L12", "not-a-number"]]);
  await other.leave();
}, 120_000);

test("a target that differs from the one that the service has is a change of it, and asks for its reason", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  const other = await openBudget(company);
  other.excel.host.user.type("D5", "99");
  await other.excel.host.settled();
  await linkMatrix(other);
  required(await other.commands.synchronise());
  expect(issues(other)).not.toContainEqual(["D5", "duplicate"]);
  required(await other.commands.synchronise());
  const [missing] = other.getState().reasonsMissing;
  expect(missing?.rows).toBe(1);
  required(await other.commands.giveReason(missing?.link ?? "", "Se ajusta la meta de enero"));
  expect(required(await other.commands.synchronise())).toMatchObject({ sent: 1, wrong: 1 });
  required(await place.commands.synchronise());
  expect(await cellsAt(place, "D5")).toEqual([[99]]);
  await other.leave();
}, 120_000);
