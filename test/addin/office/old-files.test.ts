import { afterEach, beforeEach, expect, test } from "vitest";
import { ana, openCompany, type Company } from "./company.ts";
import { openWorkplace, required, tableCells, type Workplace } from "./workplace.ts";
import type { SavedFile } from "./saved-excel.ts";
import { cell, header, openWithVisits, statuses, table, visit } from "./visit-table.ts";

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

/** Opens a saved file at another desk, with the visits on top. */
async function reopen(file: SavedFile): Promise<Workplace> {
  const other = await openWorkplace(company, ana, { file });
  other.excel.host.user.activate("Control visitas y vinculaciones");
  return other;
}

const notes = async (at: Workplace) => (await tableCells(at, table)).map((row) => row[header("notes")]);

test("an old backup of the workbook is not taken for changes: fetching brings it up to date", async () => {
  const backup = place.excel.save();
  place.excel.host.user.type(cell(0, "notes"), "Nueva");
  place.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora")]);
  await place.excel.host.settled();
  required(await place.commands.synchronise());

  const old = await reopen(backup);
  expect(old.getState().links[0]).toMatchObject({ rows: 3, pending: 0 });
  expect(required(await old.commands.synchronise())).toMatchObject({ sent: 0, received: 2 });
  expect(await notes(old)).toEqual(["Nueva", "", "", ""]);
  await old.leave();
});

test("two copies of one file, both edited, merge", async () => {
  const copy = await reopen(place.excel.save());
  copy.excel.host.user.type(cell(0, "notes"), "En la copia");
  place.excel.host.user.type(cell(0, "contact"), "En el original");
  required(await copy.commands.synchronise());
  required(await place.commands.synchronise());
  required(await copy.commands.synchronise());
  for (const at of [copy, place]) {
    const [row] = await tableCells(at, table);
    expect([row?.[header("notes")], row?.[header("contact")]]).toEqual(["En la copia", "En el original"]);
  }
  await copy.leave();
});

test("deleted rows are listed by name and can be put back, taken out of every count, or let go", async () => {
  place.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora")]);
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  place.excel.host.user.deleteRows("6:8");
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  const labels = () => place.getState().vanished.map(({ label }) => label);
  expect(labels().toSorted()).toEqual(["Alba · 20/03/2026", "Berta · 20/03/2026", "Carmen · 20/03/2026"]);
  const named = (name: string) => place.getState().vanished.filter(({ label }) => label.startsWith(name));

  required(await place.commands.restoreVanished(named("Alba")));
  expect(await statuses(place)).toEqual(["Dora Sincronizada", "Alba Sincronizada"]);
  required(await place.commands.voidVanished(named("Berta"), "Se escribió dos veces"));
  required(await place.commands.forgetVanished(named("Carmen")));
  expect(labels()).toEqual([]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });

  const other = await openWorkplace(company, ana);
  required(await other.commands.insertFormat("visits", { from: null }));
  expect((await statuses(other)).toSorted()).toEqual([
    "Alba Sincronizada",
    "Carmen Sincronizada",
    "Dora Sincronizada",
  ]);
  await other.leave();
});

test("a row emptied by hand is a row that vanished, and what is typed there next is another row", async () => {
  place.excel.host.user.clear("D7:T7");
  required(await place.commands.synchronise());
  expect(place.getState().vanished.map(({ label }) => label)).toEqual(["Berta · 20/03/2026"]);
  place.excel.host.user.paste(cell(1, "plannedOn"), [visit("Elsa")]);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  expect(place.getState().vanished).toHaveLength(1);
});

test("rows voided elsewhere leave the sheet; a filtered sheet loses them once the filter is gone", async () => {
  const other = await reopen(place.excel.save());
  other.excel.host.user.deleteRows("7:7");
  required(await other.commands.synchronise());
  required(await other.commands.voidVanished(other.getState().vanished, "Visita repetida"));
  await other.leave();
  place.excel.host.user.filter(table, header("customer"), ["Alba"]);
  required(await place.commands.synchronise());
  expect(await statuses(place)).toHaveLength(3);
  place.excel.host.user.clearFilter(table);
  required(await place.commands.synchronise());
  expect(await statuses(place)).toEqual(["Alba Sincronizada", "Carmen Sincronizada"]);
  expect(place.getState().vanished).toEqual([]);
});

test("a row that was voided elsewhere and changed here is said, and stays", async () => {
  const other = await reopen(place.excel.save());
  other.excel.host.user.deleteRows("7:7");
  required(await other.commands.synchronise());
  required(await other.commands.voidVanished(other.getState().vanished, "Visita repetida"));
  await other.leave();
  place.excel.host.user.type(cell(1, "notes"), "Yo sí fui");
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, wrong: 1 });
  expect(place.getState().issues.map(({ row, issue }) => [row, issue.code])).toEqual([[7, "voided"]]);
  expect((await notes(place))[1]).toBe("Yo sí fui");
});

test("after the service was restored from a backup, nothing that a workbook shows is lost", async () => {
  const restore = await company.backUp();
  place.excel.host.user.type(cell(0, "notes"), "Después de la copia");
  place.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora")]);
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  await restore();
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 2 });

  const other = await openWorkplace(company, ana);
  required(await other.commands.insertFormat("visits", { from: null }));
  expect((await statuses(other)).toSorted()).toEqual([
    "Alba Sincronizada",
    "Berta Sincronizada",
    "Carmen Sincronizada",
    "Dora Sincronizada",
  ]);
  expect(await notes(other)).toContain("Después de la copia");
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  await other.leave();
});

test("a restored service is offered what it lost also where others' new rows come in the same fetch", async () => {
  const other = await reopen(place.excel.save());
  const restore = await company.backUp();
  place.excel.host.user.type(cell(0, "notes"), "Después de la copia");
  place.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora")]);
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  await restore();
  other.excel.host.user.paste(cell(3, "plannedOn"), [visit("Eva")]);
  await other.excel.host.settled();
  required(await other.commands.synchronise());

  required(await place.commands.synchronise());
  required(await other.commands.synchronise());
  for (const at of [place, other]) {
    const names = (await statuses(at)).map((text) => text.split(" ")[0]);
    expect(names).toHaveLength(5);
    expect(new Set(names)).toEqual(new Set(["Alba", "Berta", "Carmen", "Dora", "Eva"]));
    expect(await notes(at)).toContain("Después de la copia");
  }
  await other.leave();
});

test("a copy of a row that a restored service lost is not taken for the row", async () => {
  const restore = await company.backUp();
  place.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora")]);
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  place.excel.host.user.copyPaste("A9:T9", "A10");
  await place.excel.host.settled();
  await restore();
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  expect((await statuses(place)).slice(3)).toEqual(["Dora Sincronizada", "Dora Con errores"]);
  expect(place.getState().issues.map(({ issue }) => issue.code)).toEqual(["copied"]);

  const other = await openWorkplace(company, ana);
  required(await other.commands.insertFormat("visits", { from: null }));
  expect((await statuses(other)).filter((text) => text.startsWith("Dora"))).toEqual(["Dora Sincronizada"]);
  await other.leave();
});

test("what a restored service lost comes back also where an older workbook offered the row first", async () => {
  const older = await reopen(place.excel.save());
  const restore = await company.backUp();
  place.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora")]);
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  required(await older.commands.synchronise());
  place.excel.host.user.type(cell(3, "notes"), "La segunda versión");
  await place.excel.host.settled();
  required(await place.commands.synchronise());
  await restore();

  required(await older.commands.synchronise());
  required(await place.commands.synchronise());
  expect((await notes(place))[3]).toBe("La segunda versión");
  required(await older.commands.synchronise());
  expect((await notes(older))[3]).toBe("La segunda versión");
  expect(await statuses(place)).toEqual(await statuses(older));
  await older.leave();
});
