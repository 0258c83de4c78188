import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { History } from "../../../shared/contract/history.ts";
import type { Pushes } from "../../../shared/contract/undo.ts";
import { indicators as realIndicators } from "../../../shared/indicators/registry.ts";
import { ownColumn, writableColumns } from "../../../shared/model/access.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { roles, type Role } from "../../../shared/model/role.ts";
import { columnKeys, typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { sheets as realSheets } from "../../../shared/sheets/registry.ts";
import { tables } from "../../../shared/tables/registry.ts";
import { caseAmounts, caseFees, cases } from "../support/cases.ts";
import { everyRole, newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { guarded } from "../support/guarded.ts";
import { mayHold, someValues } from "../support/sample-row.ts";
import { columnsFor, isTheirs, secretRow, secretsOf } from "../support/secret-rows.ts";
import { freeWriterOf } from "../support/writer.ts";

const sheets: readonly Sheet[] = [...realSheets, guarded, cases];
const indicators = [...realIndicators, caseAmounts, caseFees];

let company: Company;
let context: Context;
let stranger: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets, indicators });
  await everyRole(company);
  stranger = await company.colleague("advisor", "Asesora Ajena");
  const people = createDirectory(await company.service.people.list());
  context = { today: "2026-03-18", people, date1904: false };
  // Whoever may see a sum may know the only row in it.
  for (const advisor of [stranger, await company.colleague("advisor")]) {
    await keepRow(cases, advisor);
  }
});
afterAll(() => company.stop());

/** A row in its second version, whose values stand nowhere else, and who wrote it. */
interface Kept {
  readonly sheet: Sheet;
  readonly id: string;
  readonly first: Row;
  readonly values: Row;
  readonly writer: Colleague;
}

async function keepRow(sheet: Sheet, owner: Colleague): Promise<Kept> {
  const { own } = sheet.access;
  const free = freeWriterOf(sheet);
  const writer = free ? await company.colleague(free) : owner;
  const given = {
    ...yearOf(sheet),
    ...(own ? { [own.column]: owner.id } : {}),
  };
  const first = secretRow(sheet, context, given);
  const key = Object.fromEntries(sheet.keys.flat().map((column) => [column, first[column] ?? null]));
  const values = secretRow(sheet, context, { ...key, ...given });
  const added = row(sheet.id, first);
  expect(await writer.save(added), sheet.id).toMatchObject({ result: "saved", version: 1 });
  const changed = { ...added, base: 1, values };
  expect(await writer.save(changed), sheet.id).toMatchObject({ result: "saved", version: 2 });
  return { sheet, id: added.id, first, values, writer };
}

let years = 1999;

/** A year that no other row has, where rows are told apart by it. */
function yearOf(sheet: Sheet): Row {
  if (!("year" in sheet.columns)) return {};
  years += 1;
  return { year: years };
}

const questions = sheets.flatMap((sheet) =>
  differentRoles(sheet).flatMap((role) =>
    ["own", "other"].map((whose) => [sheet.id, role, whose, sheet] as const),
  ),
);

/** One role of those that see and change the same of a record; the sweep over permissions asks every one. */
function differentRoles(sheet: Sheet): readonly Role[] {
  const views = new Map<string, Role>();
  for (const role of roles) {
    const limits = (["read", "write"] as const).map((act) => ownColumn(sheet, role, act) ?? "");
    const view = JSON.stringify([columnsFor(sheet, role), writableColumns(sheet, role), limits]);
    if (!views.has(view)) views.set(view, role);
  }
  return [...views.values()];
}

describe("no answer shows what is hidden", () => {
  test.each(questions)("%s to %s: their %s row", async (_id, role, whose, sheet) => {
    const person = await company.colleague(role);
    const kept = await keepRow(sheet, role === "advisor" && whose === "own" ? person : stranger);
    const shown = isTheirs(sheet, kept.values, person) ? columnsFor(sheet, role) : [];
    const hidden = Object.keys(sheet.columns).filter((key) => !shown.includes(key));

    const before = await readings(person, kept);
    for (const { isIn, column } of secretsOf(sheet, kept.values, shown, context)) {
      expect(before.some(isIn), column).toBe(true);
    }
    const changing = await changings(person, kept, shown);
    await takeOut(kept);
    const said = [...before, ...changing, ...(await readings(person, kept))];
    for (const values of [kept.first, kept.values]) {
      for (const { isIn, column } of secretsOf(sheet, values, hidden, context)) {
        expect(said.some(isIn), column).toBe(false);
      }
    }
  });

  test.each(sheets)("and what $id hides from anybody would be found", (sheet) => {
    const hidden = typedColumns(sheet).flatMap(([key, { read }]) => (read ? [key] : []));
    const found = secretsOf(sheet, secretRow(sheet, context, yearOf(sheet)), hidden, context);
    expect(found.map(({ column }) => column)).toEqual(hidden);
  });
});

test("a pull from a day on does not tell a day that is hidden", async () => {
  const { id } = await keepRow(cases, stranger);
  const comes = async (role: Role, from: string) =>
    (await (await company.colleague(role)).pull("cases", null, from)).rows.some((one) => one.id === id);
  expect([await comes("director", "1900-01-01"), await comes("director", "9999-01-01")]).toEqual([
    true,
    false,
  ]);
  expect([await comes("quality", "1900-01-01"), await comes("quality", "9999-01-01")]).toEqual([true, true]);
});

/** All that somebody can read of a row and around it, from every route that reads. */
async function readings(person: Colleague, { sheet, id }: Kept): Promise<readonly string[]> {
  const { epoch } = await person.get<{ epoch: string }>("/me");
  const asked = { schema: company.schema, sheet: sheet.id };
  const pulls = [
    { since: null },
    { since: { epoch, seq: 0 } },
    { since: { epoch: "otra", seq: 1 }, from: "2025-01-01" },
  ];
  const months = "first=2026-01&last=2026-03";
  const paths = [
    "/me",
    `/history/${sheet.id}/${id}`,
    ...columnKeys(sheet).map((column) => `/history/${sheet.id}/${id}?column=${column}`),
    "/pushes",
    `/attachments/${sheet.id}/${id}`,
    ...tables.map((table) => `/tables/${table.id}?${months}`),
    ...indicators.flatMap((indicator) => [
      `/indicators/${indicator.id}?${months}`,
      ...["", "&advisor=", `&advisor=${stranger.id}`].map(
        (whose) => `/indicators/${indicator.id}/rows?month=2026-03${whose}`,
      ),
    ]),
  ];
  const answers = await Promise.all([
    ...pulls.map((since) => person.post("/pull", { ...asked, ...since })),
    ...paths.map((path) => person.request(path)),
  ]);
  return Promise.all(answers.map((answer) => answer.text()));
}

/** All that somebody is told who tries to change a row, guesses at it, writes others like it, or voids it unseen. */
async function changings(
  person: Colleague,
  { sheet, id, values }: Kept,
  shown: readonly string[],
): Promise<readonly string[]> {
  const typed = typedColumns(sheet).filter(([, column]) => mayHold(column, values));
  const known: Row = Object.fromEntries(
    typed.flatMap(([key]) => (shown.includes(key) ? [[key, values[key] ?? null]] : [])),
  );
  const guesses: readonly Row[] = typed.flatMap(([key, column]) =>
    [null, ...someValues(column, values, context)].map((value) => ({ [key]: value })),
  );
  const tries = [{}, known, ...guesses].flatMap((one) =>
    [0, 1, 2].map((base) => row(sheet.id, one, { id, base })),
  );
  const alike = [{}, ...guesses].map((one) => row(sheet.id, { ...known, ...one }));
  const voiding = { sheet: sheet.id, rows: [{ id, base: 99 }], reason: "Prueba de acceso", workbook: "L" };
  return [
    JSON.stringify(await person.push(tries)),
    JSON.stringify(await person.push(alike)),
    await (await person.post("/void", voiding)).text(),
    ...(await takingsBack(person)),
  ];
}

/** All that somebody is told who looks at what they sent, and takes it back. */
async function takingsBack(person: Colleague): Promise<readonly string[]> {
  const { pushes } = await person.get<Pushes>("/pushes");
  const told: string[] = [];
  for (const { act } of pushes.slice(0, 3)) {
    const undo = { id: newId(), act, reason: "Prueba de acceso", workbook: "L" };
    for (const ask of [() => person.request(`/pushes/${act}`), () => person.post("/undo", undo)])
      told.push(await (await ask()).text());
  }
  return told;
}

/** Voids the row in whatever version it has come to. */
async function takeOut({ sheet, id, writer }: Kept): Promise<void> {
  const { revisions } = await writer.get<History>(`/history/${sheet.id}/${id}`);
  const rows = [{ id, base: revisions[0]?.version ?? 0 }];
  const answer = await writer.post("/void", {
    sheet: sheet.id,
    rows,
    reason: "Prueba de acceso",
    workbook: "L",
  });
  expect(await answer.json()).toMatchObject({ answers: [{ result: "voided" }] });
}
