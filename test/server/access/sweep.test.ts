import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  canRead,
  canVerify,
  canWrite,
  canWriteWholeRows,
  ownColumn,
  readableColumns,
  writableColumns,
} from "../../../shared/model/access.ts";
import { statusAnswerSchema, voidedSchema } from "../../../shared/contract/status.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { roles, type Role } from "../../../shared/model/role.ts";
import { columnOf, typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { sheets as realSheets } from "../../../shared/sheets/registry.ts";
import { cases as casesSheet } from "../support/cases.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { guarded } from "../support/guarded.ts";
import { freeWriterOf } from "../support/writer.ts";
import { mayHold, otherValue, sampleRow, someValues } from "../support/sample-row.ts";

/** Every record, one that some write without reading all of it, and one of which some write more rows than they read. */
const sheets: readonly Sheet[] = [...realSheets, guarded, casesSheet];

let company: Company;
let context: Context;
let stranger: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets });
  for (const role of roles) await company.colleague(role);
  stranger = await company.colleague("advisor", "Asesora Ajena");
  const people = createDirectory(await company.service.people.list());
  context = { today: "2026-03-18", people, date1904: false };
}, 120_000);
afterAll(() => company.stop());

const cases = sheets.flatMap((sheet) => roles.map((role) => [sheet.id, role, sheet] as const));

/** A row of somebody's, put there by a role that may write every row, or by themselves. */
async function rowOf(sheet: Sheet, owner: Colleague): Promise<{ id: string; values: Row }> {
  const own = sheet.access.own;
  const ofOwner = own ? { [own.column]: owner.id } : {};
  const values = sampleRow(sheet, context, { ...uniqueKeys(sheet), ...ofOwner });
  const writable = writableColumns(sheet, owner.role);
  const writer = Object.keys(values).every((column) => writable.includes(column))
    ? owner
    : await company.colleague(sheet.access.write.find((role) => !own?.roles.includes(role)) ?? "director");
  const pushed = row(sheet.id, values, { id: newId() });
  expect(await writer.save(pushed), `${sheet.id}: a sample row is saved`).toMatchObject({ result: "saved" });
  return { id: pushed.id, values };
}

describe("what a role sees and may change", () => {
  test.each(cases)("%s as %s: reading", async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const { id } = await rowOf(sheet, person.role === "advisor" ? person : stranger);
    if (!canRead(sheet, role)) {
      await expect(person.pull(sheet.id)).rejects.toThrow(/403.*forbidden/);
      expect((await person.request(`/history/${sheet.id}/${id}`)).status).toBe(404);
      return;
    }
    const pulled = await person.pull(sheet.id);
    const columns = readableColumns(sheet, role);
    expect(pulled.columns).toEqual(columns);
    expect(pulled.rows.every(({ values }) => values.length === columns.length)).toBe(true);
    const history = await person.get<{ revisions: { before: Row; after: Row }[] }>(
      `/history/${sheet.id}/${id}`,
    );
    for (const { before, after } of history.revisions) {
      expect(columns).toEqual(expect.arrayContaining(Object.keys({ ...before, ...after })));
    }
  });

  test.each(cases)("%s as %s: rows of others", async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const { id, values } = await rowOf(sheet, stranger);
    const writable = writableColumns(sheet, role);
    const [first, ...others] = changesOf(sheet, values);
    const isWritten = (change: Row) => Object.keys(change).every((column) => writable.includes(column));
    const changing = [first ?? {}, ...others].find(isWritten) ?? first;
    const shown = Object.entries({ ...values, ...changing }).filter(
      ([column]) => !canRead(sheet, role) || readableColumns(sheet, role).includes(column),
    );
    const answer = await person.save({
      sheet: sheet.id,
      id,
      base: 1,
      values: Object.fromEntries(shown),
    });
    if (isLimited(sheet, role) || !canWrite(sheet, role)) {
      expect(answer.result).toBe("forbidden");
    } else {
      expect(answer.result).not.toBe("forbidden");
    }
    if (ownColumn(sheet, role, "read") === undefined) return;
    expect(answer).toEqual({ result: "forbidden", id, columns: [] });
    expect((await person.pull(sheet.id)).rows.map((one) => one.id)).not.toContain(id);
    expect((await person.request(`/history/${sheet.id}/${id}`)).status).toBe(404);
  });

  test.each(cases)("%s as %s: every column", async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const owner = role === "advisor" ? person : stranger;
    const { id, values } = await rowOf(sheet, owner);
    const writable = new Set(writableColumns(sheet, role));
    for (const changing of changesOf(sheet, values)) {
      const [column = ""] = Object.keys(changing);
      const answer = await person.save({ sheet: sheet.id, id, base: 1, values: changing });
      if (!writable.has(column)) {
        expect(answer, column).toMatchObject({ result: "forbidden" });
      } else {
        expect(answer.result, column).not.toBe("forbidden");
      }
    }
  });

  test.each(cases)("%s as %s: mistakes", async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const single = typedColumns(sheet).flatMap(([key, column]) =>
      someValues(column, {}, context).map((value) => ({ [key]: value })),
    );
    const { answers } = await person.push([{}, ...single].map((values) => row(sheet.id, values)));
    const readable = readableColumns(sheet, role);
    for (const answer of answers) {
      const issues = "issues" in answer ? answer.issues : "warnings" in answer ? answer.warnings : [];
      expect(readable).toEqual(expect.arrayContaining(issues.map(({ column }) => column)));
      if (!canWrite(sheet, role)) expect(answer).toMatchObject({ result: "forbidden" });
    }
  });

  test.each(cases)("%s as %s: voiding", async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const { id } = await rowOf(sheet, stranger);
    const body = { sheet: sheet.id, rows: [{ id, base: 1 }], reason: "Prueba de permisos", workbook: "L" };
    const response = await person.post("/void", body);
    const result = ofOthers(sheet, role, canWriteWholeRows(sheet, role), "voided");
    expect(await response.json()).toMatchObject({ answers: [{ result }] });
    if (result === "gone") await expectLikeAbsent(person, "/void", body);

    const listed = await person.request(`/voided/${sheet.id}`);
    if (!canRead(sheet, role)) return expect(listed.status).toBe(404);
    const writer = await freeWriter(sheet);
    await writer.post("/void", body);
    const { columns, rows } = voidedSchema.parse(await (await person.request(`/voided/${sheet.id}`)).json());
    expect(columns).toEqual(readableColumns(sheet, role));
    const seen = ownColumn(sheet, role, "read") === undefined;
    expect(rows.some((one) => one.id === id)).toBe(seen);

    const again = { ...body, rows: [{ id, base: 2 }] };
    const restored = ofOthers(sheet, role, canWriteWholeRows(sheet, role), "restored");
    const answer = await person.post("/unvoid", again);
    expect(await answer.json()).toMatchObject({ answers: [{ result: restored }] });
    if (restored === "gone") await expectLikeAbsent(person, "/unvoid", again);
  });

  test.each(cases)("%s as %s: verifying", async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const { id } = await rowOf(sheet, stranger);
    const body = { sheet: sheet.id, rows: [{ id, base: 1 }], workbook: "L" };
    const validated = { ...body, to: "validated" };
    const answer = await person.post("/status", validated);
    const verified = ofOthers(sheet, role, canVerify(sheet, role), "changed");
    // Whoever wrote the row, as the only role that writes the record, does not validate it.
    const said = statusAnswerSchema.parse(await answer.json()).answers[0];
    expect(verified === "changed" ? ["changed", "own"] : [verified]).toContain(said?.result);
    if (verified === "gone") await expectLikeAbsent(person, "/status", validated);

    const base = said?.result === "changed" ? said.version : 1;
    const returned = { ...body, to: "returned", reason: "Prueba de permisos", rows: [{ id, base }] };
    const returning = ofOthers(sheet, role, canVerify(sheet, role), "changed");
    expect(await (await person.post("/status", returned)).json()).toMatchObject({
      answers: [{ result: returning }],
    });
  });
});

/** What is answered for a row of somebody else's: as if there were none where the role does not see it. */
function ofOthers(sheet: Sheet, role: Role, mayAct: boolean, done: string): string {
  if (canRead(sheet, role) && ownColumn(sheet, role, "read") !== undefined && (mayAct || done === "changed"))
    return "gone";
  return mayAct && !(done !== "changed" && isLimited(sheet, role)) ? done : "forbidden";
}

/** A row that the person may not see is answered like one that nobody ever wrote. */
async function expectLikeAbsent(
  person: Colleague,
  path: string,
  body: { readonly rows: readonly { readonly id: string; readonly base: number }[] },
): Promise<void> {
  const [asked] = body.rows;
  const absent = newId();
  const answers = await Promise.all(
    [asked?.id ?? "", absent].map(async (id) => {
      const answer = await person.post(path, { ...body, rows: [{ id, base: asked?.base ?? 1 }] });
      return (await answer.text()).replaceAll(id, "");
    }),
  );
  expect(answers[0]).toBe(answers[1]);
}

async function freeWriter(sheet: Sheet): Promise<Colleague> {
  const role = freeWriterOf(sheet);
  return role ? company.colleague(role) : stranger;
}

/** Whether rows of others are none of the role's business, or not its to change. */
function isLimited(sheet: Sheet, role: Role): boolean {
  return (["read", "write"] as const).some((act) => ownColumn(sheet, role, act) !== undefined);
}

const rowsOfSheet = new Map<string, number>();

/** Values that no other row has in the first column of each key that has room for many: a text or a year. */
function uniqueKeys(sheet: Sheet): Row {
  const rows = (rowsOfSheet.get(sheet.id) ?? 0) + 1;
  rowsOfSheet.set(sheet.id, rows);
  const values: Readonly<Record<string, string | number>> = {
    text: `Fila ${rows}`,
    year: 2000 + (rows % 100),
  };
  return Object.fromEntries(
    sheet.keys.flatMap((key) => {
      const column = key.find((one) => Object.hasOwn(values, columnOf(sheet, one).kind.name));
      return column === undefined ? [] : [[column, values[columnOf(sheet, column).kind.name] ?? null]];
    }),
  );
}

/** For each column that people fill in, a change of it alone. */
function changesOf(sheet: Sheet, values: Row): readonly Row[] {
  return typedColumns(sheet)
    .filter(([, column]) => mayHold(column, values))
    .map(([key, column]) => ({ [key]: otherValue(column, values, values[key] ?? null, context) }))
    .filter((change) => Object.entries(change).some(([key, value]) => value !== values[key]));
}
