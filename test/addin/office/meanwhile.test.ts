import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ana, openCompany, type Company } from "./company.ts";
import { openWorkplace, required, tableCells, type Workplace } from "./workplace.ts";
import { cell, header, openWithVisits, statuses, table, visit } from "./visit-table.ts";

/** What people do in the moments between a reading and the writing that follows from it. */
let company: Company;
let place: Workplace;
let other: Workplace;
beforeEach(async () => {
  company = await openCompany();
  place = await openWithVisits(company);
  required(await place.commands.synchronise());
  other = await openWorkplace(company, ana, { file: place.excel.save() });
  other.excel.host.user.activate("Control visitas y vinculaciones");
}, 120_000);
afterEach(async () => {
  await place.leave();
  await other.leave();
  await company.stop();
});

const column = async (at: Workplace, key: string) =>
  (await tableCells(at, table)).map((row) => row[header(key)]);

/** Does something once, when a request for a path has arrived at the service. */
function onRequest(path: string, act: () => void): void {
  place.network.onRequest = (arrived) => {
    if (arrived !== path) return;
    delete place.network.onRequest;
    act();
  };
}

describe("a row that was voided elsewhere", () => {
  beforeEach(async () => {
    other.excel.host.user.deleteRows("7:7");
    required(await other.commands.synchronise());
    required(await other.commands.voidVanished(other.getState().vanished, "Visita repetida"));
  });

  const expectBertaWithEdit = async () => {
    expect(await column(place, "customer")).toContain("Berta");
    expect(await column(place, "notes")).toContain("Escrito entre tanto");
    required(await place.commands.synchronise());
    expect(place.getState().issues.map(({ issue }) => issue.code)).toEqual(["voided"]);
    expect(await column(place, "notes")).toContain("Escrito entre tanto");
  };

  test("stays when it is edited while the answer is on its way", async () => {
    onRequest("/api/pull", () => place.excel.host.user.type(cell(1, "notes"), "Escrito entre tanto"));
    required(await place.commands.synchronise());
    await expectBertaWithEdit();
  });

  test("is put back when it is edited in the instant in which it is deleted", async () => {
    place.excel.host.interjections.before("Delete", () =>
      place.excel.host.user.type(cell(1, "notes"), "Escrito entre tanto"),
    );
    required(await place.commands.synchronise());
    expect(await statuses(place)).toHaveLength(3);
    await expectBertaWithEdit();
  });

  test("goes, and no other does, when the rows are sorted in the instant in which it is deleted", async () => {
    place.excel.host.interjections.before("Delete", () =>
      place.excel.host.user.sort(table, header("customer")),
    );
    place.excel.host.user.deleteRows("8:8");
    place.excel.host.user.paste(cell(2, "plannedOn"), [visit("Aurora", { notes: "De hoy" })]);
    required(await place.commands.synchronise());
    required(await place.commands.synchronise());
    expect(new Set(await column(place, "customer"))).toEqual(new Set(["Alba", "Aurora"]));
    expect(await column(place, "notes")).toContain("De hoy");
  });
});

describe("a cell that a colleague changed and that is typed into while that comes", () => {
  const expectConflict = async () => {
    expect(await column(place, "notes")).toEqual(["", "Yo", ""]);
    required(await place.commands.synchronise());
    expect(place.getState().conflicts).toMatchObject([{ column: "notes", mine: "Yo", theirs: "Otro" }]);
    expect(await column(place, "notes")).toEqual(["", "Yo", ""]);
    required(await other.commands.synchronise());
    expect(await column(other, "notes")).toEqual(["", "Otro", ""]);
  };
  beforeEach(async () => {
    other.excel.host.user.type(cell(1, "notes"), "Otro");
    required(await other.commands.synchronise());
  });

  test("is a conflict, where the row was only fetched", async () => {
    onRequest("/api/pull", () => place.excel.host.user.type(cell(1, "notes"), "Yo"));
    required(await place.commands.synchronise());
    await expectConflict();
  });

  test("is a conflict, where the row was sent for another cell of it", async () => {
    place.excel.host.user.type(cell(1, "contact"), "Marta");
    onRequest("/api/push", () => place.excel.host.user.type(cell(1, "notes"), "Yo"));
    required(await place.commands.synchronise());
    expect((await column(place, "contact"))[1]).toBe("Marta");
    await expectConflict();
  });

  test("is a conflict, where it is typed in the instant in which theirs is written", async () => {
    place.excel.host.interjections.before("Values", () => place.excel.host.user.type(cell(1, "notes"), "Yo"));
    required(await place.commands.synchronise());
    await expectConflict();
  });
});

describe("rows that come while somebody adds one below", () => {
  beforeEach(async () => {
    other.excel.host.user.paste(cell(3, "plannedOn"), [visit("Dora"), visit("Elsa")]);
    await other.excel.host.settled();
    required(await other.commands.synchronise());
  });

  const typeBelow = () =>
    place.excel.host.user.paste(cell(3, "plannedOn"), [visit("Yolanda", { notes: "Escrita a mano" })]);

  const expectAll = async () => {
    await place.excel.host.settled();
    const names = ["Alba", "Berta", "Carmen", "Dora", "Elsa", "Yolanda"];
    expect((await column(place, "customer")).map(String).toSorted(compare)).toEqual(names);
    expect(await column(place, "notes")).toContain("Escrita a mano");
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1, received: 0 });
    expect(place.getState().vanished).toEqual([]);
    expect(await statuses(place)).toHaveLength(names.length);
  };
  const compare = (one: string, another: string) => one.localeCompare(another, "es");

  test.each([
    ["before the table grows", "Resize"],
    ["after it grew", "Values"],
  ])("find their place below it, where it is typed %s", async (_when, member) => {
    place.excel.host.interjections.before(member, typeBelow);
    required(await place.commands.synchronise());
    await expectAll();
  });

  test("find their place below it, where it is typed into a blank row of the table", async () => {
    place.excel.host.user.insertRows("9:9");
    place.excel.host.user.type("D9", "x");
    place.excel.host.user.clear("D9");
    place.excel.host.interjections.before("Values", typeBelow);
    required(await place.commands.synchronise());
    await expectAll();
  });
});

test("many rows come into a filtered table by requests of a bounded number of ranges", async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => visit(`Usuario ${at}`));
  other.excel.host.user.paste(cell(3, "plannedOn"), rows);
  await other.excel.host.settled();
  required(await other.commands.synchronise());
  place.excel.host.user.filter(table, header("customer"), ["Alba"]);
  place.excel.host.resetTraffic();
  expect(required(await place.commands.synchronise())).toMatchObject({ received: 1_000 });
  expect(place.excel.host.traffic.largestRequestActions).toBeLessThan(3_000);
  expect(await statuses(place)).toHaveLength(1_003);
}, 120_000);
