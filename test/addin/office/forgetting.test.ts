import { afterEach, beforeEach, expect, test } from "vitest";
import { ana, carlos, openCompany, type Company } from "./company.ts";
import { openWorkplace, required, type Workplace } from "./workplace.ts";
import { cell, visit } from "./visit-table.ts";

const march = { first: "2026-03", last: "2026-03" };

let company: Company;
let place: Workplace;
beforeEach(async () => {
  company = await openCompany();
}, 120_000);
afterEach(async () => {
  await place.leave();
  await company.stop();
});

/** Does something once while a request for a path is on its way; gives what that came to. */
function whileAsking<T>(path: string, act: () => Promise<T>): Promise<T> {
  return new Promise((resolve) => {
    place.network.onRequest = (arrived) => {
      if (arrived !== path) return;
      delete place.network.onRequest;
      resolve(act());
    };
  });
}

/** What the workbook keeps of links and tables. */
const kept = () =>
  place.excel.Excel.run(async (context) => {
    const { settings, customXmlParts } = context.workbook;
    settings.load({ key: true });
    const parts = customXmlParts.getByNamespace("urn:ventas-al-dia:known-rows").getCount();
    await context.sync();
    const records = settings.items.filter(({ key }) => /\.(link|table)\./.test(key));
    return { records: records.length, knownRows: parts.value };
  });

const firstLink = () => place.getState().links[0]?.id ?? "";

async function openWithVisits(): Promise<void> {
  place = await openWorkplace(company, ana);
  required(await place.commands.insertFormat("visits", { from: null }));
  place.excel.host.user.paste(cell(0, "plannedOn"), [visit("Alba"), visit("Berta")]);
  await place.excel.host.settled();
}

test("a link that is forgotten while it is synchronised does not come back", async () => {
  await openWithVisits();
  const forgetting = whileAsking("/api/pull", () => place.commands.forgetLink(firstLink()));
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 2 });
  required(await forgetting);
  expect(place.getState().links).toEqual([]);
  expect(await kept()).toEqual({ records: 0, knownRows: 0 });
});

test("rows that are let go while their sheet is synchronised are not expected again", async () => {
  await openWithVisits();
  required(await place.commands.synchronise());
  place.excel.host.user.deleteRows("7:7");
  required(await place.commands.synchronise());
  const [berta] = place.getState().vanished;
  if (!berta) throw new Error("no row vanished");
  const forgetting = whileAsking("/api/pull", () => place.commands.forgetVanished([berta]));
  required(await place.commands.synchronise());
  required(await forgetting);
  expect(place.getState().vanished).toEqual([]);
  required(await place.commands.synchronise());
  expect(place.getState().vanished).toEqual([]);
});

test("a computed table that is forgotten while it is refreshed does not come back", async () => {
  place = await openWorkplace(company, carlos);
  required(await place.commands.insertTable("visit-control", march));
  const [table] = place.getState().tables;
  const forgetting = whileAsking("/api/tables/visit-control", () =>
    place.commands.forgetTable(table?.id ?? ""),
  );
  expect(required(await place.commands.refreshTables())).toEqual({ refreshed: 1 });
  required(await forgetting);
  expect(place.getState().tables).toEqual([]);
  expect(await kept()).toEqual({ records: 0, knownRows: 0 });
});
