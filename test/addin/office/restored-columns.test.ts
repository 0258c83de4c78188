import { afterEach, beforeEach, expect, test } from "vitest";
import { openCompany, type Company } from "./company.ts";
import { pushedIds, required, tableCells, type Workplace } from "./workplace.ts";
import { cell, header, openWithVisits, rowsInService, table } from "./visit-table.ts";

let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
  place = await openWithVisits(company);
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

test("a deleted column costs no value: it comes back with what the service has", async () => {
  place.excel.host.user.type(cell(1, "notes"), "No se pierde");
  required(await place.commands.synchronise());
  place.excel.host.user.deleteColumns("T:T");
  await place.excel.host.settled();
  expect(required(await place.commands.synchronise())).toMatchObject({ wrong: 0 });
  const [link] = place.getState().links;
  expect(link?.troubles).toEqual([{ code: "column-missing", column: "notes" }]);
  required(await place.commands.restoreHeaders(link?.id ?? ""));
  expect((await tableCells(place, table)).map((row) => row[header("notes")])).toEqual([
    "",
    "No se pierde",
    "",
  ]);
  required(await place.commands.synchronise());
  expect(place.getState().links[0]).toMatchObject({ pending: 0, troubles: [] });
  expect((await tableCells(place, table)).map((row) => row[header("notes")])).toEqual([
    "",
    "No se pierde",
    "",
  ]);
});

test("without the reference column nothing is sent; restored, the rows are recognised by what they say", async () => {
  required(await place.commands.synchronise());
  place.excel.host.user.deleteColumns("A:A");
  await place.excel.host.settled();
  const before = place.network.requests.length;
  required(await place.commands.synchronise());
  expect(pushedIds(place, before)).toEqual([]);
  const [link] = place.getState().links;
  expect(link?.troubles).toEqual([{ code: "control-column-missing" }]);
  required(await place.commands.restoreHeaders(link?.id ?? ""));
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0 });
  expect(await rowsInService(company)).toHaveLength(3);
});

/** Deletes a column, restores it, and gives the address of the record's column by now. */
async function restore(columns: string, key: string): Promise<string> {
  place.excel.host.user.deleteColumns(columns);
  await place.excel.host.settled();
  await place.quietMoment();
  required(await place.commands.restoreHeaders(place.getState().links[0]?.id ?? ""));
  const at = Object.keys((await tableCells(place, table))[0] ?? {}).indexOf(header(key));
  return String.fromCharCode(65 + at);
}

const rules = () => place.excel.host.state.conditionalFormats.length;

test.each([
  ["the marks column", "C:C", "market"],
  ["the status column", "B:B", "market"],
  ["a column of the record", "I:I", "market"],
])(
  "wrong cells are marked again once %s came back, by as many rules as before",
  async (_what, columns, key) => {
    required(await place.commands.synchronise());
    const before = rules();
    const column = await restore(columns, key);
    place.excel.host.user.type(`${column}7`, "¿?");
    await place.excel.host.settled();
    expect(required(await place.commands.validate())).toEqual({ wrong: 1 });
    const marked = await place.excel.host.markedCells("Control visitas y vinculaciones");
    expect(marked.filter(({ fill }) => fill !== undefined).map(({ address }) => address)).toEqual([
      `${column}7`,
    ]);
    expect(rules()).toBe(before);
  },
);

test.each([3, 6, 9, 12, 15])(
  "an attempt that fails (at request %i) leaves no column twice and no value erased",
  async (skip) => {
    place.excel.host.user.type(cell(1, "notes"), "No se pierde");
    required(await place.commands.synchronise());
    place.excel.host.user.deleteColumns("T:T");
    await place.excel.host.settled();
    await place.quietMoment();
    const link = place.getState().links[0]?.id ?? "";
    place.excel.host.failures.failNext({ kind: "done-but-failed", code: "GeneralException" }, { skip });
    expect(await place.commands.restoreHeaders(link)).toMatchObject({ ok: false });
    required(await place.commands.retry());
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0 });
    const [first = {}, second = {}] = await tableCells(place, table);
    expect(Object.keys(first).filter((name) => name.startsWith(header("notes")))).toEqual([header("notes")]);
    expect(second[header("notes")]).toBe("No se pierde");
    expect(place.getState().links[0]).toMatchObject({ pending: 0, troubles: [] });
  },
);
