import { createClient } from "@libsql/client";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../../../shared/model/value.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { connectToFile } from "../../../server/db/connection.ts";
import type { Anonymised } from "../../../server/personal/anonymise.ts";
import { replayFormer } from "../../../server/personal/former-rows.ts";
import { jpegPhoto } from "../../shared/attachments/samples.ts";
import { row, startCompany, today, type Colleague, type Company } from "../support/company.ts";
import { customer, visit } from "../support/rows.ts";

const zunilda = { documentNumber: "45777888", name: "Zunilda Peñate" };
const ofZunilda = {
  customer: "1009001",
  address: "Cra. Vieja 1",
  mobile: "3009998877",
  contact: "Hija de Zunilda",
  notes: "Vive en Calle de la Luna",
};
const ofRosa = {
  customer: "1009002",
  address: "Calle Nueva 5",
  mobile: null,
  contact: null,
  notes: "Rosa pide aforo",
};

let company: Company;
let ana: Colleague;
let corrected: ReturnType<typeof row>;
let halfCorrected: ReturnType<typeof row>;
let done: Anonymised;

const save = async (one: ReturnType<typeof row>, base: number, more: Row, rest: object = {}) =>
  expect(await ana.save({ ...one, base, values: { ...one.values, ...more }, ...rest })).toMatchObject({
    result: "saved",
  });

/** What the history keeps of a row, version by version. */
async function kept(id: string) {
  const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
  const { rows } = await client.execute({
    sql: `SELECT r.reason, r."before", r."after", n.accepted, n.typed FROM revisions r
      LEFT JOIN revision_notes n ON n.seq = r.seq WHERE r."row" = ? ORDER BY r.seq`,
    args: [id],
  });
  client.close();
  return rows.map((one) => JSON.stringify(one));
}

beforeAll(async () => {
  company = await startCompany();
  ana = await company.colleague("advisor", "Ana Asesora");
  const quality = await company.colleague("quality", "Carlos Calidad");
  corrected = row("visits", visit(ana.id, ofZunilda));
  halfCorrected = row("visits", visit(ana.id, { customer: "1009001", address: "Calle Doble 9" }));
  await ana.push([
    row("customers", customer("1009001", ana.id, zunilda)),
    row("customers", customer("1009002", ana.id, { documentNumber: "1102345679" })),
    { ...corrected, typed: { address: "cra vieja n. 1" } },
    halfCorrected,
  ]);
  const accepted = [{ column: "customer", code: "already-linked", reason: "Zunilda lo pidió" }];
  await save(corrected, 1, {}, { accepted });
  const returned = { sheet: "visits", rows: [{ id: corrected.id, base: 2 }], to: "returned" };
  await quality.post("/status", {
    ...returned,
    reason: "No es Zunilda, es Rosa",
    workbook: "L",
  });
  await save(corrected, 3, ofRosa, { typed: { customer: "1009 002", address: "calle nueva n. 5" } });
  await save(halfCorrected, 1, { customer: "1009002" });
  await ana.request(`/attachments/visits/${corrected.id}?name=casa.jpg&workbook=L`, {
    method: "POST",
    body: Uint8Array.from(jpegPhoto()),
    headers: { "content-type": "application/octet-stream" },
  });
  done = await company.service.personal.anonymise({
    words: "45777888",
    reason: "Solicitud 2026-014",
    by: ana.id,
    at: today,
  });
});

afterAll(() => company.stop());

test("what a row said of the person while it named them is erased, with the words of whoever wrote it", async () => {
  const versions = await kept(corrected.id);
  expect(versions).toHaveLength(4);
  const left = versions.join("\n").toLowerCase();
  for (const secret of ["zunilda", "1009001", "vieja", "3009998877", "calle de la luna"])
    expect(left, secret).not.toContain(secret);
});

test("what it says of somebody else since stays", async () => {
  const [last = ""] = (await kept(corrected.id)).slice(-1);
  for (const text of ["1009002", "Calle Nueva 5", "Rosa pide aforo", "1009 002", "calle nueva n. 5"])
    expect(last).toContain(text);
  const pulled = await ana.pull("visits");
  const now = pulled.rows.find(({ id }) => id === halfCorrected.id);
  expect(now?.values).toContain("Calle Doble 9");
});

test("rows and files about which a person has to decide are named, and the audit names every row and is whole", async () => {
  expect(done).toMatchObject({
    ok: true,
    rows: 1,
    former: 2,
    remains: {
      rows: [{ sheet: visits, id: halfCorrected.id }],
      files: [{ sheet: visits, id: corrected.id, name: "casa.jpg" }],
    },
  });
  const reader = await connectToFile(join(company.folder, "ventas.db"), "reading");
  expect(await verifyAudit(reader)).toMatchObject({ ok: true });
  await reader.close(false);
  const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
  const { rows } = await client.execute("SELECT details FROM audit_events WHERE kind = 'anonymised'");
  client.close();
  for (const id of [corrected.id, halfCorrected.id]) expect(JSON.stringify(rows)).toContain(id);
});

test("a workbook that still shows the person is asked, where the row says nothing since", async () => {
  const answer = await ana.save({ ...corrected, base: 1 });
  expect(answer).toMatchObject({ result: "conflict" });
  const fields = answer.result === "conflict" ? answer.fields : [];
  expect(fields.map(({ column }) => column).toSorted()).toEqual(Object.keys(ofZunilda).toSorted());
});

const named = new Set(["zunilda"]);
const columnsAt = (...afters: readonly Row[]) => {
  const { versions, doubtful } = replayFormer(visits, afters, named);
  return { columns: versions.map(({ after }) => [...after.columns].toSorted()), doubtful };
};

test("what somebody else's versions say too is not erased, and nobody knows whose it is", () => {
  expect(
    columnsAt(
      { customer: "Zunilda", notes: "A", contact: "B" },
      { customer: "Rosa", contact: "C" },
      { notes: "D" },
    ),
  ).toEqual({ columns: [["contact", "customer"], [], []], doubtful: ["notes"] });
});

test("what was written of somebody else before is theirs, though the row named the person for a while", () => {
  expect(
    columnsAt({ customer: "Rosa", notes: "A" }, { customer: "Zunilda" }, { customer: "Rosa", notes: "B" }),
  ).toEqual({ columns: [[], ["customer"], []], doubtful: [] });
});
