import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { History } from "../../../shared/contract/history.ts";
import type { Role } from "../../../shared/model/role.ts";
import { readOptions, type ImportOptions } from "../../../server/import/options.ts";
import { reportOf } from "../../../server/import/report.ts";
import { runImport, type FileOutcome } from "../../../server/import/run-import.ts";
import { isWhole, summarise } from "../../../server/import/summary.ts";
import { tellFile } from "../../../server/import/tell-file.ts";
import { startCompany, type Colleague, type Company } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fileOf = (name: string) => fileURLToPath(new URL(`../../workbooks/${name}.xlsx`, import.meta.url));
const [visits, customers, budget, proposals, claims, sales] = [
  "a1-visitas-marzo",
  "a2-usuarios-base",
  "a3-presupuesto-2026",
  "a4-propuestas-contratos",
  "a5-pqr-segundo-semestre",
  "a6-ventas-no-regulado",
].map(fileOf);
const all = [visits, customers, budget, proposals, claims, sales].flatMap((file) => file ?? []);

/** Those whom the staff's files name. */
const staff = [
  "Luz Elena Meriño Caldera",
  "Wilfrido Arrieta Peñate",
  "Yuranis Támara Olivera",
  "Dairo Benítez Buelvas",
  "Keila Montes Urzola",
];

let company: Company;
let director: Colleague;
/** What a first look at all of them tells. */
let told: readonly FileOutcome[];
beforeAll(async () => {
  company = await startCompany();
  company.clock.now = new Date("2026-12-31T17:00:00Z");
  director = await company.colleague("director");
  for (const [index, name] of staff.entries()) {
    const person = {
      name,
      email: `asesor${index}@aseo.example`,
      role: "advisor" as Role,
      password: "una-clave-larga",
    };
    const created = await company.service.people.create(person);
    if (!created.ok) throw new Error(created.code);
  }
  told = await importing(all);
});
afterAll(() => company.stop());

async function importing(
  files: readonly string[],
  words: readonly string[] = [],
  who = director,
): Promise<readonly FileOutcome[]> {
  const options = optionsOf([...files, "--as", who.email, ...words]);
  return runImport(company.service, who, options, () => undefined);
}

function optionsOf(words: readonly string[]): ImportOptions {
  const options = readOptions(words);
  if (!options) throw new Error("the words make no sense");
  return options;
}

test("the staff's six workbooks: first told, then written, and never twice", async () => {
  const first = summarise(told, false);
  expect(first).toMatchObject({ files: 6, unreadable: 0, tables: 6, unanswered: 0 });
  const { read, good, bad, doubtful, duplicates } = first.rows;
  expect(good + bad + doubtful + duplicates).toBe(read);
  expect(good).toBeGreaterThan(read / 3);
  expect((await director.pull("sales")).rows).toEqual([]);

  const written = await importing(all, ["--write"]);
  expect(summarise(written, true).rows).toEqual(first.rows);
  expect(isWhole(written)).toBe(false);

  const copy = join(temporaryFolder(), "otra copia.xlsx");
  copyFileSync(sales ?? "", copy);
  const again = summarise(await importing([budget ?? "", sales ?? "", copy], ["--write"]), true);
  expect(again.rows.good).toBe(0);
  const goodOf = (file: number) => written[file]?.tables[0]?.good ?? 0;
  expect(goodOf(2) * goodOf(5)).toBeGreaterThan(0);
  expect(again.rows.duplicates).toBe(goodOf(2) + 2 * goodOf(5));

  const [one] = (await director.pull("sales")).rows;
  const { revisions } = await director.get<History>(`/history/sales/${one?.id}`);
  expect(revisions).toMatchObject([
    { version: 1, by: director.name, workbook: "a6-ventas-no-regulado.xlsx" },
  ]);
});

test("what is void or was changed since does not come back", async () => {
  const { rows } = await director.pull("sales");
  const [gone] = rows;
  if (!gone) throw new Error("there are no sales");
  const voiding = { sheet: "sales", rows: [{ id: gone.id, base: 1 }], reason: "Repetida", workbook: "L" };
  expect((await director.post("/void", voiding)).status).toBe(200);
  const [outcome] = await importing([sales ?? ""], ["--write"]);
  expect(outcome?.tables[0]?.left.filter(({ why }) => why === "gone")).toHaveLength(1);
  expect((await director.pull("sales")).rows).toHaveLength(rows.length - 1);
});

test("an account imports what it may write, and no more", async () => {
  const [refused] = await importing([claims ?? ""]);
  expect(refused?.tables[0]?.good).toBe(0);
  expect(refused?.tables[0]?.left.some(({ why }) => why === "forbidden")).toBe(true);
  const [taken] = await importing([claims ?? ""], ["--accept-doubts"], await company.colleague("service"));
  expect(taken?.tables[0]?.good).toBeGreaterThan(40);
});

test("what is left is told with why, and text stays text", () => {
  const report = reportOf(told);
  expect(report.startsWith('\uFEFF"Archivo";')).toBe(true);
  expect(report.split("\r\n").some((line) => /;"[=+\-@]/u.test(line))).toBe(false);
  const left = told.flatMap(({ tables }) => tables.flatMap((table) => table.left));
  expect(report.trim().split("\r\n").length).toBeGreaterThan(left.length);
  for (const outcome of told) expect(tellFile(outcome, false)).not.toMatch(/undefined|null|NaN/u);
});

describe("files that are none", () => {
  test("are told and stop no other", async () => {
    const broken = join(temporaryFolder(), "roto.xlsx");
    writeFileSync(broken, "esto no es un libro");
    const outcomes = await importing([broken, "no-existe.xlsx", sales ?? ""]);
    expect(summarise(outcomes, false)).toMatchObject({ files: 3, unreadable: 2, tables: 1 });
    expect(outcomes.map((outcome) => tellFile(outcome, false)).join("")).toContain("No es un libro .xlsx");
  });
});

test("the words of the command: what makes no sense is refused", () => {
  for (const words of [
    [],
    ["a.xlsx"],
    ["--as", "a@b.co"],
    ["a.xlsx", "--as", "a@b.co", "--value", "year"],
    ["a.xlsx", "--as", "a@b.co", "--otra"],
  ])
    expect(readOptions(words), words.join(" ")).toBeUndefined();
  const options = optionsOf(["a.xlsx", "--as", "a@b.co", "--value", "year=2024", "--write", "--dry-run"]);
  expect(options).toMatchObject({
    files: ["a.xlsx"],
    writes: false,
    answers: { values: [{ name: "year", said: "2024" }] },
  });
});
