import { afterEach, beforeEach, expect, test } from "vitest";
import type { Company } from "./company.ts";
import { cellsAt, linkMatrix, openBudget, openSalesCompany, seen } from "./matrix-company.ts";
import { required, type Workplace } from "./workplace.ts";

/** Months of the staff's budget that hold a target: 8 lines, one month blank and one «por definir». */
const targets = 94;

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

const issues = (at: Workplace = place) =>
  at.getState().issues.map(({ place: { address }, issue }) => [address, issue.code]);
const link = (at: Workplace = place) => at.getState().links[0];
/** Columns with cells that can be repaired, and their rows as people see them; labels are never among them. */
const repairable = () =>
  place
    .getState()
    .repairs.flatMap(({ columns, numbers }) =>
      columns.map(({ column, certain }) => [
        column,
        certain.flatMap(({ rows }) => rows.map((row) => numbers?.get(row))),
      ]),
    );

async function type(address: string, cell: string | number, at: Workplace = place): Promise<void> {
  at.excel.host.user.type(address, cell);
  await at.quietMoment();
}

test("a matrix is linked without a change, sent once, changed with a reason, and put back", async () => {
  const before = seen(place);
  await linkMatrix(place);
  expect(seen(place)).toEqual(before);
  expect(issues()).toEqual([["L12", "not-a-number"]]);
  expect(repairable()).toEqual([
    ["targetUsers", [8]],
    ["targetSales", [10]],
  ]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: targets, wrong: 1 });
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  expect(seen(place)).toEqual(before);
  expect(link()).toMatchObject({ sheet: "budget", rows: targets + 1, pending: 1, troubles: [] });

  await type("D5", 22);
  required(await place.commands.giveReason(link()?.id ?? "", "Sirve solo para 22"));
  await type("D5", 20);
  const [asked] = place.getState().reasonsMissing;
  expect(asked).toMatchObject({ sheet: "budget", rows: 1 });
  required(await place.commands.synchronise());
  expect(issues()).toContainEqual(["D5", "reason-required"]);
  expect(required(await place.commands.giveReason(asked?.link ?? "", "Zona nueva"))).toEqual({ rows: 1 });
  expect(place.getState().reasonsMissing).toEqual([]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1, wrong: 1 });
  expect(await cellsAt(place, "P5", "formulas")).toEqual([["=SUM(D5:O5)"]]);
  expect(await cellsAt(place, "P5")).toEqual([[263]]);

  await type("D5", 15);
  required(await place.commands.putBack(link()?.id ?? ""));
  expect(place.getState().links).toEqual([]);
  const { names, customXml } = place.excel.host.state;
  expect(names).toEqual([]);
  expect(customXml.filter(({ namespaceUri }) => namespaceUri === "urn:ventas-al-dia:matrix")).toEqual([]);
  expect(seen(place)).toEqual(before);
}, 120_000);

test("a month that was emptied is listed, and comes back or is voided and may be typed anew", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  place.excel.host.user.clear("D5:E5");
  required(await place.commands.synchronise());
  const vanished = () => place.getState().vanished;
  expect(vanished()).toHaveLength(2);
  required(await place.commands.restoreVanished(vanished().slice(0, 1)));
  required(await place.commands.voidVanished(vanished(), "Ya no hay meta"));
  expect(vanished()).toEqual([]);
  expect(await cellsAt(place, "D5:E5")).toEqual([[15, ""]]);

  await type("E5", 11);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1, wrong: 1 });
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
}, 120_000);

test("copies exchange targets, formulas stay, conflicts are shown at their cell", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  const old = place.excel.save();
  const other = await openBudget(company, old);
  const change = async (at: Workplace, address: string, cell: string | number) => {
    await type(address, cell, at);
    required(await at.commands.giveReason(link(at)?.id ?? "", `Ajuste de ${address}`));
    return at.commands.synchronise();
  };
  required(await change(other, "F5", 14));
  required(await change(other, "D10", "27 millones"));
  await type("G5", "=9+9");
  expect(link()).toMatchObject({ pending: 1 });
  required(await change(other, "G5", 30));
  expect(required(await place.commands.synchronise())).toMatchObject({ received: 2 });
  expect(await cellsAt(place, "F5:G5", "formulas")).toEqual([[14, "=9+9"]]);
  expect(await cellsAt(place, "D10")).toEqual([[27_000_000]]);
  expect(issues()).toContainEqual(["G5", "formula-kept"]);
  expect(link()).toMatchObject({ pending: 1 });

  required(await change(other, "H5", 40));
  required(await change(place, "H5", 41));
  const [conflict] = place.getState().conflicts;
  expect(conflict).toMatchObject({ place: { address: "H5" }, mine: 41, theirs: 40, row: 5 });
  required(await place.commands.resolveConflicts(place.getState().conflicts, "theirs"));
  expect(await cellsAt(place, "H5")).toEqual([[40]]);

  const backup = await openBudget(company, old);
  expect(link(backup)).toMatchObject({ pending: 1 });
  required(await backup.commands.synchronise());
  expect(await cellsAt(backup, "F5:H5")).toEqual([[14, 30, 40]]);
  for (const one of [backup, other]) await one.leave();
}, 120_000);

test("a cell tells its history, takes an older value back, and stands by itself among those of its line", async () => {
  await linkMatrix(place);
  required(await place.commands.synchronise());
  await type("E5", 21);
  required(await place.commands.giveReason(link()?.id ?? "", "Zona nueva"));
  required(await place.commands.synchronise());
  const select = async (address: string) => {
    place.excel.host.user.select(address);
    await place.excel.host.settled();
  };
  await select("E5");
  await place.commands.loadHistory();
  const { cellHistory } = place.getState();
  const [[before]] = [cellHistory?.versions.map((one) => one.before) ?? []];
  expect(cellHistory?.versions).toMatchObject([{ after: 21, reason: "Zona nueva" }, { after: before }]);
  if (!cellHistory || before === undefined) throw new Error("no history");
  expect(required(await place.commands.restoreCell(cellHistory, before))).toEqual({ restored: true });
  expect(await cellsAt(place, "E5")).toEqual([[before]]);
  expect(link()).toMatchObject({ pending: 2 });

  await select("D5");
  await place.commands.loadHistory();
  expect(place.getState().cellHistory?.versions).toMatchObject([{ before: null }]);
  const chosen = () => {
    const shown = place.getState().chosen;
    return { link: shown?.link ?? "", rowIds: shown?.rows.map(({ rowId }) => rowId) ?? [] };
  };
  required(await place.commands.voidRows(chosen(), "Repetida"));
  expect(await cellsAt(place, "D5:E5")).toEqual([["", before]]);
  await select("D5:F6");
  await expect
    .poll(() => place.getState().chosen)
    .toMatchObject({
      unit: "cells",
      rows: [
        { stage: "pending" },
        { stage: "sent" },
        { stage: "sent" },
        { stage: "sent" },
        { stage: "sent" },
      ],
    });
}, 120_000);
