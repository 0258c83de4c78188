import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KnownRowsAnswer, LearnedAnswer } from "../../../shared/contract/learned.ts";
import { canWrite } from "../../../shared/model/access.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { roles } from "../../../shared/model/role.ts";
import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { sheets as realSheets } from "../../../shared/sheets/registry.ts";
import { cases as casesSheet } from "../support/cases.ts";
import { everyRole, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { guarded } from "../support/guarded.ts";
import { sampleRow } from "../support/sample-row.ts";
import { columnsFor, isTheirs } from "../support/secret-rows.ts";
import { freeWriterOf } from "../support/writer.ts";

const sheets: readonly Sheet[] = [...realSheets, guarded, casesSheet];

let company: Company;
let context: Context;
let stranger: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets });
  await everyRole(company);
  stranger = await company.colleague("advisor", "Asesora Ajena");
  const people = createDirectory(await company.service.people.list());
  context = { today: "2026-03-18", people, date1904: false };
}, 120_000);
afterAll(() => company.stop());

const cases = sheets.flatMap((sheet) => roles.map((role) => [sheet.id, role, sheet] as const));

const kept = new Map<string, Row>();

/** A row of the stranger's, kept once by whoever may keep it. */
async function keptRow(sheet: Sheet): Promise<Row> {
  const before = kept.get(sheet.id);
  if (before) return before;
  const { own } = sheet.access;
  const values = sampleRow(sheet, context, own ? { [own.column]: stranger.id } : {});
  const free = freeWriterOf(sheet);
  const writer = free ? await company.colleague(free) : stranger;
  const answer = await writer.save(row(sheet.id, values));
  expect(answer, sheet.id).toMatchObject({ result: "saved" });
  kept.set(sheet.id, values);
  return values;
}

async function known(
  person: Colleague,
  sheet: Sheet,
  columns: readonly string[],
  rows: readonly unknown[][],
) {
  const response = await person.post("/known-rows", {
    schema: company.schema,
    sheet: sheet.id,
    columns,
    rows,
  });
  return { status: response.status, answer: (await response.json()) as KnownRowsAnswer };
}

describe("whether the service has a row", () => {
  test.each(cases)("%s as %s: only of what one may read", async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const values = await keptRow(sheet);
    const stored = typedColumns(sheet).map(([key]) => key);
    const readable = columnsFor(sheet, role);
    const columns = stored.filter((key) => readable.includes(key));
    const line = columns.map((key) => values[key] ?? null);
    const other = line.map((value) => (typeof value === "number" ? value + 1 : "otra cosa"));
    const asked = await known(person, sheet, columns.length > 0 ? columns : stored, [other, line, line]);
    if (columns.length === 0) expect(asked.status).toBe(403);
    else expect(asked.answer.known).toEqual(isTheirs(sheet, values, person) ? [1] : []);
    for (const hidden of stored.filter((key) => !readable.includes(key)))
      expect((await known(person, sheet, [hidden], [[values[hidden] ?? null]])).status).toBeGreaterThan(399);
  });
});

const say = (person: Colleague, sheet: Sheet, header: string, key: string | null) =>
  person.post("/synonyms", { record: sheet.id, headers: [{ header, key }], workbook: "Libro" });

const learnedBy = async (person: Colleague) => (await person.get<LearnedAnswer>("/synonyms")).learned;

describe("what a header means", () => {
  test.each(cases)(
    "%s as %s: said by whoever writes the record, of columns that they see",
    async (_id, role, sheet) => {
      const person = await company.colleague(role);
      const readable = columnsFor(sheet, role);
      const typed = typedColumns(sheet).map(([key]) => key);
      const hidden = typed.find((key) => !readable.includes(key));
      const headers = typed
        .filter((key) => readable.includes(key))
        .map((key) => ({ header: `Columna ${role} ${key}`, key }));
      const said = await person.post("/synonyms", {
        record: sheet.id,
        headers: headers.length > 0 ? headers : [{ header: "Columna", key: null }],
        workbook: "Libro",
      });
      expect(said.status).toBe(canWrite(sheet, role) ? 200 : 403);
      if (hidden !== undefined)
        expect((await say(person, sheet, "Columna", hidden)).status).toBe(canWrite(sheet, role) ? 400 : 403);
      const learned = (await learnedBy(person))[sheet.id] ?? {};
      expect(readable).toEqual(expect.arrayContaining(Object.values(learned)));
    },
  );

  test("the last word counts, whoever said it, and a header that is nobody's is told to no one", async () => {
    const director = await company.colleague("director");
    await say(director, casesSheet, "  Vr. del   CASO ", "amount");
    expect((await learnedBy(stranger))["cases"]).toMatchObject({ "vr del caso": "amount" });
    await say(stranger, casesSheet, "Vr del caso", "name");
    expect((await learnedBy(director))["cases"]).toMatchObject({ "vr del caso": "name" });
    await say(director, casesSheet, "VR DEL CASO", null);
    expect((await learnedBy(stranger))["cases"]).not.toHaveProperty("vr del caso");
    const again = await say(director, casesSheet, "Vr. del caso", null);
    expect(await again.json()).toEqual({ kept: 0 });
  });

  test.each([
    { record: "cases", headers: [], workbook: "" },
    { record: "cases", headers: [{ header: "x".repeat(121), key: null }], workbook: "" },
    { record: "cases", headers: [{ header: "Valor", key: "__proto__" }], workbook: "" },
    { record: "noSuchRecord", headers: [{ header: "Valor", key: null }], workbook: "" },
  ])("nonsense is refused: %j", async (body) => {
    expect((await (await company.colleague("director")).post("/synonyms", body)).status).toBe(400);
  });
});
