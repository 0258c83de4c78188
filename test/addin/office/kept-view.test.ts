import { afterEach, beforeEach, expect, test } from "vitest";
import { callIn, type Colleague } from "./colleague.ts";
import { ana, openCompany, type Company } from "./company.ts";
import { cell, header, table } from "./visit-table.ts";
import { openWorkplace, required, tableCells, type Workplace } from "./workplace.ts";

/** What others changed is brought without taking anybody's place, filter or hidden cells from them, whatever its size. */
let company: Company;
let place: Workplace;
let other: Colleague;
beforeEach(async () => {
  company = await openCompany();
  other = await callIn(company, ana, "visits");
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

const planned = (customer: string, notes: string | null = null) => ({
  plannedOn: "2026-03-20",
  advisor: other.id,
  customer,
  visitType: "potential",
  market: "regulated",
  purpose: "linking",
  notes,
});

async function open(): Promise<void> {
  place = await openWorkplace(company, ana);
  required(await place.commands.insertFormat("visits", { from: null }));
}

/** Where the person is, what they filter by, and what they hid. */
function view() {
  return place.excel.Excel.run(async (context) => {
    const selected = context.workbook.getSelectedRange().load({ address: true });
    const active = context.workbook.worksheets.getActiveWorksheet().load({ name: true });
    const filter = context.workbook.tables
      .getItem(table)
      .autoFilter.load({ criteria: true, isDataFiltered: true });
    const sheet = context.workbook.tables.getItem(table).worksheet;
    const hidden = sheet.getRange(cell(1, "customer")).load({ rowHidden: true, columnHidden: true });
    await context.sync();
    return {
      selected: selected.address,
      active: active.name,
      criteria: JSON.stringify(filter.criteria),
      isFiltered: filter.isDataFiltered,
      isHidden: [hidden.rowHidden, hidden.columnHidden],
    };
  });
}

test("selection, worksheet in front, filter, hidden rows and columns and the order of rows stay as they are", async () => {
  const names = ["Carmen", "Alba", "Berta", "Dora"];
  const ids = [];
  for (const name of names) ids.push(await other.add(planned(name)));
  await open();
  const { user } = place.excel.host;
  user.sort(table, header("customer"));
  user.hideColumns("L:L");
  user.filter(table, header("customer"), ["Alba", "Berta", "Carmen"]);
  user.hideRows("7:7");
  user.select(cell(2, "notes"));
  await place.excel.host.settled();
  const before = await view();
  expect(before).toMatchObject({ isFiltered: true, isHidden: [true, false] });
  await other.change(ids[0] ?? "", { notes: "De otra persona" });
  await other.change(ids[3] ?? "", { notes: "En una fila que el filtro esconde" });
  await other.add(planned("Eva"));
  expect(required(await place.commands.receive())).toMatchObject({ received: 3 });
  expect(await view()).toEqual(before);
  const cells = await tableCells(place, table);
  expect(cells.map((row) => [row[header("customer")], row[header("notes")]])).toEqual([
    ["Alba", ""],
    ["Berta", ""],
    ["Carmen", "De otra persona"],
    ["Dora", "En una fila que el filtro esconde"],
    ["Eva", ""],
  ]);
});

test("rows of the longest texts come and change in requests that Excel on the web takes", async () => {
  const longest = (letter: string) => ({
    notes: letter.repeat(1_000),
    nextStep: letter.repeat(200),
    address: letter.repeat(160),
    contact: letter.repeat(120),
  });
  const rows = Array.from({ length: 1_000 }, (_, at) => ({ ...planned(`Usuario ${at}`), ...longest("á") }));
  const ids = await other.addAll(rows);
  await open();
  await other.changeAll(
    ids,
    rows.map((row) => ({ ...row, ...longest("ñ") })),
  );
  place.excel.host.resetTraffic();
  expect(required(await place.commands.receive())).toMatchObject({ received: 1_000 });
  const { largestRequestBytes, largestResponseBytes } = place.excel.host.traffic;
  expect(Math.max(largestRequestBytes, largestResponseBytes)).toBeLessThan(5 * 1_024 * 1_024);
  expect((await tableCells(place, table)).at(-1)?.[header("notes")]).toBe("ñ".repeat(1_000));
});
