import { afterAll, beforeAll, expect, test } from "vitest";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Column } from "../../../shared/model/column.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { readCell } from "../../../shared/model/read-row.ts";
import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { MutableRow, Row } from "../../../shared/model/value.ts";
import { pushAnswerSchema } from "../../../shared/contract.ts";
import { signedInSchema } from "../../../shared/contract/sign-in.ts";
import { schemaFingerprint } from "../../../shared/schema-fingerprint.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { newId } from "../../server/support/company.ts";
import { mayHold, sampleRow } from "../../server/support/sample-row.ts";
import { freeWriterOf } from "../../server/support/writer.ts";
import { ana, openCompany, password, today, type Company, type Employee } from "./company.ts";
import { openWorkplace, required, tableCells, type Workplace } from "./workplace.ts";

/** What runs in a spreadsheet, in a database or in a page, and what Excel takes for something else than text. */
const hostile = [
  "=1+1",
  "+2+2",
  "-5+6",
  "@SUM(1)",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://malo.example","clic")',
  "'=3+3",
  "＝4+4",
  "'; DROP TABLE revisions; --",
  "' OR '1'='1",
  "<script>alert(1)</script>",
  "${7*7}{{7*7}}%s",
  "00123",
  "1e5",
  "TRUE",
  "#N/A",
  "2026-03-01",
] as const;

let company: Company;
let context: Context;
const places = new Map<string, { readonly place: Workplace; readonly token: string }>();

beforeAll(async () => {
  company = await openCompany();
  for (const sheet of sheets) await placeOf(writerOf(sheet));
  context = { today, people: createDirectory(await company.people.list()), date1904: false };
});
afterAll(async () => {
  for (const { place } of places.values()) await place.leave();
  await company.stop();
});

test.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
  "%s: no text of anybody's does anything in the database or in a sheet",
  async (_id, sheet) => {
    const { place, token } = await placeOf(writerOf(sheet));
    const rows = hostile.map((_text, at) => hostileRow(sheet, at));
    const columns = new Set(rows.flatMap((row) => Object.keys(row.said)));
    const texts = typedColumns(sheet).filter(([, { kind, onlyWhen }]) => kind.name === "text" && !onlyWhen);
    expect([...columns]).toEqual(expect.arrayContaining(texts.map(([key]) => key)));
    const results = await push(
      sheet,
      rows.map(({ values }) => values),
      token,
    );
    expect(results).toEqual(rows.map(() => "saved"));

    required(await place.commands.insertFormat(sheet.id, { from: null }));
    required(await place.commands.synchronise());
    const cells = await tableCells(place, `VAD_${sheet.id}`);
    for (const key of columns) {
      const { label } = sheet.columns[key] ?? { label: "" };
      const shown = cells.map((row) => row[label]);
      expect(shown, label).toEqual(expect.arrayContaining(rows.flatMap(({ said }) => said[key] ?? [])));
    }
    expect(required(await place.commands.synchronise())).toMatchObject({ sent: 0, received: 0 });
  },
);

/** A row that its definition allows, with another of the texts in every column that holds any, and what those say. */
function hostileRow(sheet: Sheet, at: number): { readonly values: Row; readonly said: Row } {
  const given: MutableRow = "year" in sheet.columns ? { year: 2001 + at } : {};
  const { own } = sheet.access;
  if (own) given[own.column] = context.people.byName(ana.name)?.id ?? null;
  const plain = sampleRow(sheet, context, given);
  const said: MutableRow = {};
  for (const [key, column] of typedColumns(sheet)) {
    if (column.kind.name !== "text" || !mayHold(column, plain)) continue;
    const text = hostile[(at + Object.keys(said).length) % hostile.length] ?? "";
    // Where rows are told apart by a text, each has another.
    const typed = sheet.keys.flat().includes(key) ? `${text} ${at}` : text;
    const value = textAllowed(column, typed, plain);
    if (value !== undefined) said[key] = value;
  }
  return { values: sampleRow(sheet, context, { ...given, ...said }), said };
}

/** The text as the column keeps it; undefined where it may not hold it. */
function textAllowed(column: Column, text: string, row: Row): string | undefined {
  const reading = readCell(column, text, context, row);
  if (!reading.ok || typeof reading.value !== "string") return undefined;
  const { value } = reading;
  return column.checks.every((check) => check(value, row, context) === undefined) ? value : undefined;
}

function writerOf(sheet: Sheet): Employee {
  const role = freeWriterOf(sheet) ?? "advisor";
  return role === "advisor" ? ana : { name: `Persona ${role}`, email: `${role}@persona.example`, role };
}

async function placeOf(person: Employee) {
  const known = places.get(person.email);
  if (known) return known;
  if (person !== ana)
    expect(await company.people.create({ ...person, password })).toMatchObject({ ok: true });
  const made = { place: await openWorkplace(company, person), token: await tokenOf(person) };
  places.set(person.email, made);
  return made;
}

async function tokenOf({ email }: Employee): Promise<string> {
  const response = await post("/auth/sign-in/email", { email, password });
  return signedInSchema.parse(await response.json()).access;
}

async function push(sheet: Sheet, rows: readonly Row[], token: string): Promise<readonly string[]> {
  const body = {
    pushId: newId(),
    schema: schemaFingerprint(sheets),
    workbook: "Libro hostil",
    rows: rows.map((values) => ({ sheet: sheet.id, id: newId(), base: 0, values })),
  };
  const response = await post("/push", body, { authorization: `Bearer ${token}` });
  const { answers } = pushAnswerSchema.parse(await response.json());
  return answers.map((one) => (one.result === "saved" ? one.result : JSON.stringify(one)));
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  company.fetch(`http://servicio/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
