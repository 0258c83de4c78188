import { afterEach, beforeEach, expect, test } from "vitest";
import { ana, openCompany, type Company } from "./company.ts";
import { factsOf } from "./sheet-facts.ts";
import { list, visit } from "./visit-list.ts";
import { openWorkplace, pushedIds, required, type Workplace, type WorkplaceOptions } from "./workplace.ts";

let company: Company;
const places: Workplace[] = [];
beforeEach(async () => {
  company = await openCompany();
}, 120_000);
afterEach(async () => {
  for (const place of places.splice(0)) await place.leave();
  await company.stop();
});

async function open(options: WorkplaceOptions = {}): Promise<Workplace> {
  const place = await openWorkplace(company, ana, options);
  places.push(place);
  return place;
}

test("two lists one above the other share their control columns, and either is put back by itself", async () => {
  const place = await open();
  const { user } = place.excel.host;
  user.paste("A2", list("Alba", "Berta"));
  user.paste("A8", list("Carmen", "Dora", "Elsa"));
  const before = factsOf(place.excel);
  required(await place.commands.examineWorkbook());
  expect(place.getState().load?.tables).toHaveLength(2);
  required(await place.commands.startLoad([0, 1]));
  const { links } = place.getState();
  expect(links).toMatchObject([
    { pending: 0, troubles: [] },
    { pending: 0, troubles: [] },
  ]);
  expect(links.map(({ place: { address } }) => address).toSorted()).toEqual(["A2:I4", "A8:I11"]);
  for (const { id } of links) required(await place.commands.putBack(id));
  expect(factsOf(place.excel)).toEqual(before);
}, 60_000);

test("a whole workbook is loaded: told before, paused between its tables, gone on with; twice is told", async () => {
  const place = await open();
  const { user } = place.excel.host;
  user.paste("A1", list("Alba", "Berta", "Carmen"));
  user.addSheet("Abril");
  user.paste("Abril!A1", list("Dora", "Elsa"));
  user.addSheet("Notas");
  user.paste("Notas!A1", [["Llamar al contador"]]);
  const file = place.excel.save();
  required(await place.commands.examineWorkbook());
  expect(place.getState().load).toMatchObject({
    phase: "report",
    tables: [
      { worksheet: "Hoja1", duplicates: 0, table: { counts: { rows: 3, wrong: 0 } } },
      { worksheet: "Abril", duplicates: 0, table: { counts: { rows: 2, wrong: 0 } } },
    ],
    leftOut: ["Notas"],
  });
  place.network.onRequest = (path) => {
    if (path === "/api/push") place.commands.pauseLoad();
  };
  required(await place.commands.startLoad([0, 1]));
  expect(place.getState().load).toMatchObject({ phase: "paused" });
  delete place.network.onRequest;
  required(await place.commands.resumeLoad());
  expect(place.getState().load).toMatchObject({
    phase: "done",
    tables: [{ stage: "done" }, { stage: "done" }],
  });
  expect(place.getState().links).toMatchObject([{ pending: 0 }, { pending: 0 }]);
  expect(new Set(pushedIds(place)).size).toBe(5);

  const again = await open({ file });
  again.excel.host.user.paste("A5", [visit("Fermín"), visit("Alba")]);
  required(await again.commands.examineWorkbook());
  expect(again.getState().load?.tables).toMatchObject([{ duplicates: 3 }, { duplicates: 2 }]);
  required(await again.commands.startLoad([0, 1]));
  expect(again.getState().links).toMatchObject([{ pending: 0 }, { pending: 0 }]);
  expect(pushedIds(again)).toHaveLength(2);
}, 60_000);
