import { createClient } from "@libsql/client";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { IndicatorAnswer, TableAnswer } from "../../../shared/contract.ts";
import type { History } from "../../../shared/contract/history.ts";
import { indicators } from "../../../shared/indicators/registry.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { connectToFile } from "../../../server/db/connection.ts";
import { jpegPhoto } from "../../shared/attachments/samples.ts";
import { row, startCompany, today, type Colleague, type Company } from "../support/company.ts";
import { claim, customer, visit } from "../support/rows.ts";

const secrets = [
  "Zunilda",
  "45777888",
  "1009001",
  "3009998877",
  "zunilda@correo.example",
  "Calle de la Luna",
  "Cra. Vieja",
];

let company: Company;
let ana: Colleague;
let director: Colleague;
const theirs = {
  account: "1009001",
  documentNumber: "45777888",
  name: "Zunilda Peñate",
  mobile: "3009998877",
};
const person = () =>
  row(
    "customers",
    customer("1009001", ana.id, { ...theirs, address: "Cra. Vieja 1", email: "zunilda@correo.example" }),
  );
let subject: ReturnType<typeof person>;
const visited = () =>
  row("visits", visit(ana.id, { customer: "ZUNILDA PEÑATE", notes: "Vive en Calle de la Luna" }));
let seen: ReturnType<typeof visited>;
let corrected: ReturnType<typeof visited>;

beforeAll(async () => {
  company = await startCompany();
  ana = await company.colleague("advisor", "Ana Asesora");
  director = await company.colleague("director");
  subject = person();
  seen = visited();
  corrected = row("visits", visit(ana.id, { customer: "1009001" }));
  await ana.push([subject, row("customers", customer("1009002", ana.id)), seen, corrected]);
  await ana.save({
    ...subject,
    base: 1,
    values: { ...subject.values, address: "Calle de la Luna 2" },
    typed: { name: "Zunilda  Peñate" },
  });
  await ana.save({ ...corrected, base: 1, values: { ...corrected.values, customer: "1009002" } });
  const service = await company.colleague("service");
  await service.save(
    row("claims", claim("R-1", { customer: "1009001", description: "Zunilda no tiene recolección" })),
  );
  await ana.request(`/attachments/customers/${subject.id}?name=cedula-zunilda.jpg&workbook=L`, {
    method: "POST",
    body: Uint8Array.from(jpegPhoto()),
    headers: { "content-type": "application/octet-stream" },
  });
});

async function figures(): Promise<unknown> {
  const months = "first=2026-01&last=2026-03";
  const answers = await Promise.all(
    indicators.map(({ id }) => director.get<IndicatorAnswer>(`/indicators/${id}?${months}`)),
  );
  const tables = await Promise.all(
    ["customer-numbers", "visit-control"].map((id) => director.get<TableAnswer>(`/tables/${id}?${months}`)),
  );
  return [answers.map((one) => [one.months, one.yearToDate]), tables.map(({ rows, notes }) => [rows, notes])];
}

/** Every text of every table of the database file, with what lies in its pages that nothing uses. */
async function everything(): Promise<string> {
  const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
  const texts: string[] = [];
  for (const { name } of rows)
    texts.push(JSON.stringify((await client.execute(`SELECT * FROM "${name as string}"`)).rows));
  client.close();
  return texts.join("\n");
}

async function audit() {
  const reader = await connectToFile(join(company.folder, "ventas.db"), "reading");
  const verdict = await verifyAudit(reader);
  await reader.close(false);
  return verdict;
}

const request = (words: string) =>
  company.service.personal.anonymise({ words, reason: "Solicitud 2026-014", by: director.id, at: today });

test("a person's data are erased everywhere, nothing is counted otherwise, and the audit is whole and says so", async () => {
  const since = (await ana.pull("customers")).next;
  const [before, texts] = [await figures(), await everything()];
  for (const secret of secrets) expect(texts).toContain(secret);

  expect(await request("99999999")).toEqual({ ok: false, code: "unknown" });
  expect(await request("45.777.888")).toEqual({
    ok: true,
    rows: 3,
    former: 1,
    versions: 6,
    files: 1,
    doubtful: 0,
    remains: { rows: [], files: [], removals: [], shared: 0 },
    waiting: 0,
  });

  expect(await figures()).toEqual(before);
  const left = await everything();
  for (const secret of secrets) expect(left.toLowerCase(), secret).not.toContain(secret.toLowerCase());
  expect(
    readdirSync(join(company.folder, "attachments"), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ),
  ).toEqual([]);
  expect(await audit()).toMatchObject({ ok: true, erased: 7 });

  const pulled = await ana.pull("customers", since);
  expect(pulled.rows).toMatchObject([{ id: subject.id, version: 3 }]);
  const told = Object.fromEntries(pulled.columns.map((column, at) => [column, pulled.rows[0]?.values[at]]));
  expect(told).toMatchObject({
    account: expect.stringMatching(/^Anónimo [0-9A-F]{12}$/),
    documentNumber: expect.stringMatching(/^0\d{9}$/),
    address: "Anónimo",
    mobile: null,
    linkedOn: "2026-03-05",
  });
  const history = await director.get<History>(`/history/visits/${corrected.id}`);
  expect(history.revisions.at(-1)?.after["customer"]).toBe(told["account"]);
  expect(history.revisions[0]?.after["customer"]).toBe("1009002");
});

test("a workbook that still shows the person cannot write them back, and learns what stands there", async () => {
  const old = { ...subject, base: 2, values: { ...subject.values, volume: 0.3 } };
  const answer = await ana.save(old);
  expect(answer).toMatchObject({ result: "invalid" });
  const issues = answer.result === "invalid" ? answer.issues : [];
  expect(issues.map(({ column, code }) => [column, code])).toEqual(
    ["account", "documentNumber", "name", "address", "mobile", "email"].map((column) => [
      column,
      "anonymised",
    ]),
  );
  const now = Object.fromEntries(issues.map(({ column, details }) => [column, details?.["now"] ?? null]));
  const mended = await ana.save({ ...old, values: { ...old.values, ...now } });
  expect(mended).toMatchObject({ result: "saved", version: 4, values: { volume: 0.3 } });
  expect(await audit()).toMatchObject({ ok: true });
});

test("what was left of an anonymised version cannot be altered either, nor its event taken out", async () => {
  const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
  const forged = `UPDATE revisions SET "after" = replace("after", '2026-03-05', '2026-02-05')`;
  await expect(client.execute(forged)).rejects.toThrow("the history is never changed");
  client.close();
});

test("not even the bytes of the file that nothing uses any more hold what was erased", async () => {
  await company.stop();
  const bytes = readFileSync(join(company.folder, "ventas.db"));
  for (const secret of secrets) expect(bytes.includes(secret), secret).toBe(false);
});
