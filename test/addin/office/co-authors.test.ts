import { afterEach, beforeEach, expect, test } from "vitest";
import { ana, openCompany, type Company } from "./company.ts";
import { openWorkplace, pushedIds, required, tableCells, type Workplace } from "./workplace.ts";
import { cell, header, openWithVisits, statuses, table, visit } from "./visit-table.ts";

/** Somebody else is at work in the very same workbook, with a pane of their own. */
let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
  place = await openWithVisits(company);
  required(await place.commands.synchronise());
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

const atRest = ["Alba Sincronizada", "Berta Sincronizada", "Carmen Sincronizada"];

/** What a second pane does that appends the same fetched row in the same moment: the row stands twice. */
async function doubleAlba(): Promise<void> {
  place.excel.host.remote.copyPaste("A6:T6", "A9");
  await place.excel.host.settled();
}

test("a row that both panes appended is sent by neither, and is said until one is left", async () => {
  await doubleAlba();
  const before = place.network.requests.length;
  for (let round = 0; round < 2; round += 1) {
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, wrong: 1 });
    expect(place.getState().issues).toMatchObject([
      { row: 9, issue: { code: "copied", details: { row: 6 } } },
    ]);
    expect(await statuses(place)).toEqual([...atRest, "Alba Con errores"]);
  }
  expect(pushedIds(place, before)).toEqual([]);
  place.excel.host.user.deleteRows("6:6");
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, wrong: 0 });
  expect((await statuses(place)).toSorted()).toEqual(atRest);
  expect(place.getState().vanished).toEqual([]);
});

test("a copy is a row of its own as soon as it is changed, and the row it repeats keeps its own", async () => {
  const ids = pushedIds(place);
  await doubleAlba();
  required(await place.commands.synchronise());
  place.excel.host.user.type(cell(3, "customer"), "Aurora");
  const before = place.network.requests.length;
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1, wrong: 0 });
  expect(ids).not.toContain(pushedIds(place, before)[0]);
  expect(await statuses(place)).toEqual([...atRest, "Aurora Sincronizada"]);
});

test("a row stays what it was while a copy of it waits, whatever others change in it", async () => {
  const other = await openWorkplace(company, ana, { file: place.excel.save() });
  other.excel.host.user.activate("Control visitas y vinculaciones");
  other.excel.host.user.type(cell(0, "notes"), "De otra persona");
  required(await other.commands.synchronise());
  await other.leave();
  await doubleAlba();
  required(await place.commands.synchronise());
  place.excel.host.user.type(cell(0, "contact"), "Marta");
  const before = place.network.requests.length;
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1, wrong: 1 });
  expect(pushedIds(place)).toContain(pushedIds(place, before)[0]);
  const rows = await tableCells(place, table);
  expect(rows.map((row) => [row[header("notes")], row[header("contact")]])).toEqual([
    ["De otra persona", "Marta"],
    ["", ""],
    ["", ""],
    ["", ""],
  ]);
});

test("rows that the other pane appended in the meantime are not appended again", async () => {
  const other = await openWorkplace(company, ana, { file: place.excel.save() });
  other.excel.host.user.activate("Control visitas y vinculaciones");
  other.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora"), visit("Elsa")]);
  await other.excel.host.settled();
  required(await other.commands.synchronise());
  const appended = (await tableCells(other, table)).slice(3).map((row) => Object.values(row));
  await other.leave();
  place.network.onRequest = (path) => {
    if (path !== "/api/pull") return;
    delete place.network.onRequest;
    place.excel.host.remote.paste("A9", appended);
  };
  required(await place.commands.synchronise());
  expect(await statuses(place)).toEqual([...atRest, "Dora Sincronizada", "Elsa Sincronizada"]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0, wrong: 0 });
});
