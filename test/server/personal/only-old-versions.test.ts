import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectToFile } from "../../../server/db/connection.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { row, startCompany, today, type Colleague, type Company } from "../support/company.ts";
import { customer } from "../support/rows.ts";

const zunilda = { documentNumber: "45777888", name: "Zunilda Peñate", mobile: "3009998877" };
const rosa = { documentNumber: "1102345679", name: "Rosa Luna", mobile: "3001112233" };

let company: Company;
let director: Colleague;
beforeAll(async () => {
  company = await startCompany();
  director = await company.colleague("director", "Diego Director");
  const corrected = row("customers", customer("1009001", null, zunilda));
  await director.save(corrected);
  await director.save({ ...corrected, base: 1, values: { ...corrected.values, ...rosa } });
});
afterAll(() => company.stop());

const exported = (words: string) => company.service.personal.export({ words, by: director, at: today });

test("whom only old versions name is told what those say of them, and nothing of whom the row is about now", async () => {
  const told = await exported("45.777.888");
  if (!told.ok) throw new Error(told.code);
  expect(told).toMatchObject({ rows: 0, former: 1, doubtful: 0 });
  expect(told.tables.map(({ title }) => title)).toEqual(["Antes en Usuarios"]);
  const said = told.tables.flatMap(({ lines }) => lines.map((line) => line.at(-1)));
  expect(said).toEqual(expect.arrayContaining(Object.values(zunilda)));
  for (const other of Object.values(rosa)) expect(said).not.toContain(other);
});

test("they are erased there, the row stays as it is, the audit is whole, and nobody finds them any more", async () => {
  const asked = { words: "45777888", reason: "Solicitud 2026-014", by: director.id, at: today };
  const done = await company.service.personal.anonymise(asked);
  expect(done).toMatchObject({ ok: true, rows: 0, former: 1 });
  const { columns, rows } = await director.pull("customers");
  const stands = (key: string) => rows[0]?.values[columns.indexOf(key)];
  for (const [key, value] of Object.entries(rosa)) expect(stands(key)).toBe(value);
  const reader = await connectToFile(join(company.folder, "ventas.db"), "reading");
  expect(await verifyAudit(reader)).toMatchObject({ ok: true });
  await reader.close(false);
  expect(await exported("45777888")).toEqual({ ok: false, code: "unknown" });
});
