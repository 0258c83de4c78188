import { attachmentSchema } from "../../../shared/contract/attachments.ts";
import { expect } from "vitest";
import { jpegPhoto, pngPhoto } from "../../shared/attachments/samples.ts";
import { newId, row, startCompany, type Colleague } from "../support/company.ts";
import { customer, visit } from "../support/rows.ts";

/** A stopped company in which something of every kind happened that is audited; gives its folder. */
export async function auditedCompany(): Promise<string> {
  const company = await startCompany();
  const [ana, director, admin] = await Promise.all([
    company.colleague("advisor", "Ana Asesora"),
    company.colleague("director", "Diego Director"),
    company.colleague("admin", "Alma Administra"),
  ]);
  await writeRows(ana, director);
  await attachFiles(ana);
  await changeSettings(admin);
  await company.stop();
  return company.folder;
}

async function writeRows(ana: Colleague, director: Colleague): Promise<void> {
  const users = ["1004300", "1004301", "1004302"].map((account) =>
    row("customers", customer(account, ana.id)),
  );
  await ana.push(users);
  const visits = [row("visits", visit(ana.id)), row("visits", visit(ana.id))];
  await ana.push(visits);
  const typed = { name: "  Rosa   Díaz " };
  const edited = users
    .slice(0, 2)
    .map((one) => ({ ...one, base: 1, values: { ...one.values, name: "Rosa Díaz" }, typed }));
  const { answers } = await ana.push(edited);
  expect(answers.map(({ result }) => result)).toEqual(["saved", "saved"]);
  const voided = {
    sheet: "customers",
    rows: [{ id: users[2]?.id, base: 1 }],
    reason: "Cuenta repetida",
    workbook: "L",
  };
  expect((await director.post("/void", voided)).status).toBe(200);
}

async function attachFiles(ana: Colleague): Promise<void> {
  const added = row("visits", visit(ana.id), { id: newId() });
  await ana.save(added);
  const files = { "fachada.jpg": jpegPhoto(), "contrato.png": pngPhoto() };
  for (const [name, bytes] of Object.entries(files)) {
    const sent = await ana.request(`/attachments/visits/${added.id}?name=${name}&workbook=Libro`, {
      method: "POST",
      body: Uint8Array.from(bytes),
      headers: { "content-type": "application/octet-stream" },
    });
    const { id } = attachmentSchema.parse(await sent.json());
    const removal = { reason: "Era de otra visita" };
    if (name === "contrato.png")
      expect((await ana.post(`/attachments/visits/${added.id}/${id}/remove`, removal)).status).toBe(200);
  }
}

async function changeSettings(admin: Colleague): Promise<void> {
  for (const [base, value] of [80, 85].entries()) {
    const change = { id: "nearThreshold", base, value, reason: "Acuerdo del comité" };
    expect((await admin.post("/settings", change)).status).toBe(200);
  }
}
