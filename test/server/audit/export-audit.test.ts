import ExcelJS from "exceljs";
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { row, startCompany, today, type Colleague, type Company } from "../support/company.ts";
import { jpegPhoto } from "../../shared/attachments/samples.ts";
import { attachmentSchema } from "../../../shared/contract/attachments.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { runExport } from "../../../server/audit/run-export.ts";
import { customer, target } from "../support/rows.ts";

const lineSchema = z.object({
  n: z.number(),
  kind: z.string(),
  ref: z.number(),
  previous: z.string(),
  commitment: z.string(),
  hash: z.string(),
  salt: z.string(),
  content: z.string(),
});
const folder = temporaryFolder();
const everyDay = { from: null, to: null };

let company: Company;
let as: string;

beforeAll(async () => {
  company = await startCompany();
  as = (await company.colleague("quality", "Carla Calidad")).email;
  const director = await company.colleague("director", "Diego Director");
  const user = row("customers", customer("1004300", null, { district: "=1+1" }));
  await director.push([user], { workbook: "=HYPERLINK(1)" });
  await writeReasons(director);
  company.clock.now = new Date("2026-03-21T17:00:00Z");
  await director.save({ ...user, base: 1, values: { ...user.values, name: "Zunilda Peñate", stratum: 3 } });
});

async function writeReasons(director: Colleague): Promise<void> {
  const twice = row("customers", customer("1004301", null));
  const budget = row("budget", target(3));
  await director.push([twice, budget]);
  const file = await director.request(`/attachments/customers/${twice.id}?name=casa.jpg&workbook=L`, {
    method: "POST",
    body: Uint8Array.from(jpegPhoto()),
    headers: { "content-type": "application/octet-stream" },
  });
  const { id } = attachmentSchema.parse(await file.json());
  const removal = { reason: "Foto de Zenaida" };
  expectDone(await director.post(`/attachments/customers/${twice.id}/${id}/remove`, removal));
  const voidRow = (sheet: string, one: typeof twice, reason: string) =>
    director.post("/void", { sheet, rows: [{ id: one.id, base: 1 }], reason, workbook: "L" });
  expectDone(await voidRow("customers", twice, "Lo pidió Zoraida"));
  expectDone(await voidRow("budget", budget, "Presupuesto repetido"));
}

function expectDone({ status }: Response): void {
  if (status !== 200) throw new Error(`the service answered ${status}`);
}

async function exported(name: string, days: { from: string | null; to: string | null } = everyDay) {
  const file = join(folder, name);
  return { file, entries: await runExport({ folder: company.folder }, { ...days, file, as }, today) };
}

test("beside a running service nothing is exported, for nobody could record it", async () => {
  await expect(exported("a.xlsx")).rejects.toThrow("ya está en uso");
  expect(existsSync(join(folder, "a.xlsx"))).toBe(false);
  await company.stop();
});

test("the hashes of exported lines follow from what the lines say, and each from the one before", async () => {
  const { file, entries } = await exported("auditoria.jsonl");
  const lines = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => lineSchema.parse(JSON.parse(line)));
  expect(lines).toHaveLength(entries);
  let before = "";
  for (const { n, kind, ref, previous, commitment, ...line } of lines) {
    expect(previous).toBe(before);
    expect(hash("sha256", `${line.salt}${line.content}`)).toBe(commitment);
    expect(hash("sha256", `${previous}|${n}|${kind}|${ref}|${commitment}`)).toBe(line.hash);
    before = line.hash;
  }
});

test("of rows with personal data, and of files taken away, people read no reason, for it may name somebody", async () => {
  const { file } = await exported("motivos.xlsx");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const details = (workbook.worksheets[0]?.getColumn(8).values ?? []).map(String);
  expect(details.join()).not.toMatch(/Zoraida|Zenaida/);
  expect(details.filter((one) => one.includes("Motivo: (motivo en el .jsonl)"))).toHaveLength(2);
  expect(details.join()).toContain("Motivo: Presupuesto repetido");
  const lines = await exported("motivos.jsonl");
  expect(readFileSync(lines.file, "utf8")).toMatch(/Zenaida.*Zoraida/s);
});

test("people read who did what and when in texts, without anybody's personal data, and the export itself", async () => {
  await exported("primera.xlsx");
  const { file } = await exported("auditoria.xlsx");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const cells: string[][] = [];
  workbook.worksheets[0]?.eachRow((line) => {
    const values: unknown[] = Array.isArray(line.values) ? line.values.slice(1) : [];
    cells.push(values.map((value) => z.string().parse(value ?? "")));
  });
  const told = cells.map((line) => line.slice(1, -1).join(" | "));
  expect(told[1]).toContain("Auditoría iniciada");
  expect(told.find((line) => line.includes("Estrato: 2 → 3"))).toMatch(
    /^2026-03-21 12:00:00 \| Diego Director \| Cambio de fila \|  \| Usuarios \| .*Nombre o razón social: cambió/s,
  );
  expect(told.join()).toContain("Barrio: vacío → =1+1");
  expect(cells.some((line) => line.includes("=HYPERLINK(1)"))).toBe(true);
  expect(told.join()).not.toMatch(/Zunilda|Rosa Elvira|1102345678|3001234567/);
  expect(told.at(-1)).toMatch(/Carla Calidad \| Auditoría exportada \| .*Entradas: \d+/s);
});

test("only the days that were asked for are told, by the days of Bogotá", async () => {
  const { file, entries } = await exported("marzo.jsonl", { from: "2026-03-21", to: "2026-03-21" });
  expect(entries).toBe(1);
  expect(readFileSync(file, "utf8")).toContain("Zunilda");
});

test("a file that cannot be written leaves nothing, and the audit does not say that it was handed out", async () => {
  const before = await exported("antes.jsonl");
  await expect(exported("ninguna/auditoria.xlsx")).rejects.toThrow("No se puede escribir");
  await expect(exported("ninguna/auditoria.jsonl")).rejects.toThrow("No se puede escribir");
  expect(existsSync(join(folder, "ninguna"))).toBe(false);
  expect((await exported("despues.jsonl")).entries).toBe(before.entries + 1);
});
