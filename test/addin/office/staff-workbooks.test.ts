import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { typedColumns } from "../../../shared/model/sheet.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { StaffWorkbook } from "../../workbooks/staff-workbooks.ts";
import { ana, diana, luis, openCompany, password, type Company, type Employee } from "./company.ts";
import { factsOf } from "./sheet-facts.ts";
import { staffFile } from "./staff-file.ts";
import { list, visit } from "./visit-list.ts";
import { openWorkplace, required, type Workplace, type WorkplaceOptions } from "./workplace.ts";

let company: Company;
const places: Workplace[] = [];
beforeEach(async () => {
  company = await openCompany();
}, 120_000);
afterEach(async () => {
  for (const place of places.splice(0)) await place.leave();
  await company.stop();
});

async function open(person: Employee, options: WorkplaceOptions = {}): Promise<Workplace> {
  const place = await openWorkplace(company, person, options);
  places.push(place);
  return place;
}

const openStaffs = async (name: StaffWorkbook, person: Employee) =>
  open(person, { file: await staffFile(name) });

const tableOf = (place: Workplace) => place.getState().examination?.tables[0];

/** Says of every column that is asked that the best guess is right. */
async function confirmGuesses(place: Workplace): Promise<void> {
  const asked = tableOf(place)?.proposal.columns.filter((column) => column.asked) ?? [];
  const columns = new Map(asked.map(({ column, key }) => [column, key]));
  required(await place.commands.amendExamination(0, { columns }));
}

test("sales of the staff are linked, sent and marked in their own sheet, and put back as it was", async () => {
  const advisors = ["Luz Elena Meriño Caldera", "Wilfrido Arrieta Peñate"];
  for (const [at, name] of advisors.entries())
    await company.people.create({ name, email: `asesor${at}@aseo.example`, role: "advisor", password });
  const place = await openStaffs("a6-ventas-no-regulado", diana);
  const before = factsOf(place.excel);
  required(await place.commands.examine());
  await confirmGuesses(place);
  const found = tableOf(place);
  expect(found).toMatchObject({ proposal: { record: "sales" }, counts: { rows: 46 } });
  expect(found?.changes).toContainEqual({ kind: "unmerge", areas: 4 });
  expect(factsOf(place.excel)).toEqual(before);

  required(await place.commands.linkExamined(0));
  expect(place.getState()).toMatchObject({
    examination: null,
    links: [{ sheet: "sales", rows: 46, pending: 46, wrong: found?.counts.wrong, troubles: [] }],
  });
  const good = (found?.counts.good ?? 0) + (found?.counts.repairable ?? 0);
  expect(good).toBeGreaterThan(3);
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: good });
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  const [link] = place.getState().links;
  expect(link).toMatchObject({ rows: 46, pending: 46 - good });

  required(await place.commands.putBack(link?.id ?? ""));
  expect(place.getState().links).toEqual([]);
  await place.excel.host.settled();
  expect(factsOf(place.excel)).toEqual(before);
}, 60_000);

test("what a person says of a header is a candidate for a colleague, and nothing else is told", async () => {
  const place = await openStaffs("a1-visitas-marzo", ana);
  required(await place.commands.examine());
  const columns = tableOf(place)?.proposal.columns ?? [];
  const kilometres = columns.find(({ header }) => header === "KM")?.column ?? -1;
  const free = typedColumns(visits).find(([key]) => !columns.some((column) => column.key === key))?.[0] ?? "";
  required(await place.commands.amendExamination(0, { columns: new Map([[kilometres, free]]) }));
  required(await place.commands.linkExamined(0));
  const told = place.network.requests.filter(({ path, body }) => path === "/api/synonyms" && body !== null);
  expect(told).toMatchObject([{ body: { record: "visits", headers: [{ header: "KM", key: free }] } }]);

  const colleague = await openStaffs("a1-visitas-marzo", luis);
  required(await colleague.commands.examine());
  const seen = tableOf(colleague)?.proposal.columns.find(({ header }) => header === "KM");
  expect(seen?.candidates.map(({ key }) => key)).toContain(free);
}, 60_000);

describe("a sheet that cannot be linked is told, and not one cell changes", () => {
  test("empty, of another company, protected, linked already", async () => {
    const place = await open(ana);
    const { user } = place.excel.host;
    const trouble = async () => {
      const before = factsOf(place.excel);
      required(await place.commands.examine());
      expect(factsOf(place.excel)).toEqual(before);
      return place.getState().examination?.trouble?.code ?? null;
    };
    expect(await trouble()).toBe("empty");
    user.paste("A1", [
      ["Código SAP", "Planta", "Turno"],
      ["100234", "Yumbo", "A"],
    ]);
    expect(await trouble()).toBe("nothing-recognised");
    user.addSheet("Visitas");
    user.activate("Visitas");
    user.paste("B3", list("Alba", "Berta"));
    user.protect("Visitas");
    expect(await trouble()).toBe("protected");
    const refused = await place.commands.linkExamined(0);
    expect(refused).toMatchObject({ ok: false, failure: { code: "protected", worksheet: "Visitas" } });
    user.unprotect("Visitas");
    expect(await trouble()).toBeNull();
    user.type("D4", "Otra");
    const late = await place.commands.linkExamined(0);
    expect(late).toMatchObject({ ok: false, failure: { code: "sheet-changed" } });
    expect(await trouble()).toBeNull();
    required(await place.commands.linkExamined(0));
    expect(await trouble()).toBe("already-linked");
  }, 60_000);

  test.each([2, 5, 8, 11, 14])(
    "linking that fails at request %i leaves the sheet as it was",
    async (skip) => {
      const place = await open(ana);
      place.excel.host.user.paste("B3", list("Alba", "Berta"));
      required(await place.commands.examine());
      const before = factsOf(place.excel);
      place.excel.host.failures.failNext({ kind: "done-but-failed", code: "GeneralException" }, { skip });
      expect((await place.commands.linkExamined(0)).ok).toBe(false);
      expect(factsOf(place.excel)).toEqual(before);
      expect(place.getState().links).toEqual([]);
    },
    60_000,
  );
});

test("cells merged over several rows give each its value, and are merged again also after a row was added among them", async () => {
  const place = await open(ana);
  const { user } = place.excel.host;
  user.type("A1", "Visitas de marzo");
  user.paste("A2", list("Alba", "Berta", "Carmen", "Dora"));
  await place.excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("B4:B5").clear("Contents");
    sheet.getRange("B3:B5").merge(false);
    sheet.getRange("A1:F1").merge(false);
    await context.sync();
  });
  const before = factsOf(place.excel);
  required(await place.commands.examine());
  expect(tableOf(place)?.changes).toContainEqual({ kind: "unmerge", areas: 1 });
  required(await place.commands.linkExamined(0));
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 4, wrong: 0 });
  const [link] = place.getState().links;
  required(await place.commands.putBack(link?.id ?? ""));
  expect(factsOf(place.excel)).toEqual(before);

  required(await place.commands.examine());
  required(await place.commands.linkExamined(0));
  expect(place.getState()).toMatchObject({ links: [{ rows: 4, pending: 0 }], vanished: [] });
  user.insertRows("4:4");
  user.paste("D4", [visit("Elsa")]);
  await place.excel.host.settled();
  expect(required(await place.commands.synchronise())).toMatchObject({ sent: 1 });
  required(await place.commands.putBack(place.getState().links[0]?.id ?? ""));
  const after = factsOf(place.excel).sheets[0];
  expect(after?.merges).toEqual(["0,0,0,5", "2,1,5,1"]);
  expect(after?.cells["3,2"]).toEqual(["Elsa", ""]);
}, 60_000);

test("what people wrote between columns that were merged is not merged over when a sheet is put back", async () => {
  const place = await open(ana);
  const { user } = place.excel.host;
  user.paste("A1", [...list("Alba", "Berta"), ["MARZO", "", "", "", "", ""], visit("Carmen"), visit("Dora")]);
  await place.excel.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A4:F4").merge(false);
    await context.sync();
  });
  required(await place.commands.examine());
  required(await place.commands.linkExamined(0));
  user.insertColumns("F:F");
  user.type("F4", "Pagado");
  await place.excel.host.settled();
  required(await place.commands.putBack(place.getState().links[0]?.id ?? ""));
  expect(factsOf(place.excel).sheets[0]?.cells["3,2"]).toEqual(["Pagado", ""]);
}, 60_000);

test("a date of theirs that takes the place of a text is shown as a date", async () => {
  const place = await open(ana);
  place.excel.host.user.paste("A1", list("Alba"));
  required(await place.commands.examine());
  required(await place.commands.linkExamined(0));
  required(await place.commands.synchronise());
  const other = await open(ana, { file: place.excel.save() });
  other.excel.host.user.type("D2", "24/03/2026");
  required(await other.commands.synchronise());
  await place.excel.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("D2");
    cell.numberFormat = [["@"]];
    cell.values = [["23/03/2026"]];
    await context.sync();
  });
  required(await place.commands.synchronise());
  required(await place.commands.resolveConflicts(place.getState().conflicts, "theirs"));
  const shown = await place.excel.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("D2");
    cell.load({ values: true, numberFormat: true });
    await context.sync();
    return [cell.values, cell.numberFormat];
  });
  expect(shown).toEqual([[[46_105]], [["dd/mm/yyyy"]]]);
}, 60_000);
