import { createClient } from "@libsql/client";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attachmentSchema, type Attachments } from "../../../shared/contract/attachments.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { connectToFile } from "../../../server/db/connection.ts";
import { erasedText } from "../../../server/db/erased-text.ts";
import { jpegPhoto } from "../../shared/attachments/samples.ts";
import { row, startCompany, today, type Colleague, type Company } from "../support/company.ts";
import { customer } from "../support/rows.ts";

async function attachAndRemove(who: Colleague, id: string, reason: string): Promise<void> {
  const sent = await who.request(`/attachments/customers/${id}?name=foto.jpg&workbook=L`, {
    method: "POST",
    body: Uint8Array.from(jpegPhoto()),
    headers: { "content-type": "application/octet-stream" },
  });
  const file = attachmentSchema.parse(await sent.json());
  const removed = await who.post(`/attachments/customers/${id}/${file.id}/remove`, { reason });
  expect(removed.status).toBe(200);
}

async function audit({ folder }: Company) {
  const reader = await connectToFile(join(folder, "ventas.db"), "reading");
  const verdict = await verifyAudit(reader);
  await reader.close(false);
  return verdict;
}

test("why a file was removed is erased from its row, and whoever anonymises learns which entry keeps the words", async () => {
  const company = await startCompany();
  const ana = await company.colleague("advisor", "Ana Asesora");
  const subject = row("customers", customer("1009001", ana.id, { documentNumber: "45777888" }));
  const other = row("customers", customer("1009002", ana.id));
  await ana.push([subject, other]);
  await attachAndRemove(ana, subject.id, "Era la cédula de Zunilda");
  await attachAndRemove(ana, other.id, "Era de otra cuenta");

  const done = await company.service.personal.anonymise({
    words: "45777888",
    reason: "Solicitud 2026-014",
    by: ana.id,
    at: today,
  });
  const { attachments } = await ana.get<Attachments>(`/attachments/customers/${subject.id}`);
  expect(attachments).toMatchObject([{ removed: { by: ana.name, reason: erasedText } }]);
  const theirs = await ana.get<Attachments>(`/attachments/customers/${other.id}`);
  expect(theirs.attachments).toMatchObject([{ removed: { reason: "Era de otra cuenta" } }]);
  expect(await audit(company)).toMatchObject({ ok: true });

  const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
  const { rows } = await client.execute(
    `SELECT c.n FROM audit_chain c JOIN audit_events e ON c.kind = 'event' AND e.seq = c.ref
     WHERE e.details LIKE '%Zunilda%'`,
  );
  // Both photos have the same content.
  expect(done).toMatchObject({ files: 1, remains: { removals: [rows[0]?.["n"]], shared: 1 } });

  await client.execute("DROP TRIGGER attachments_settled");
  const forge = "UPDATE attachments SET removedReason = ? WHERE row = ?";
  await client.execute({ sql: forge, args: [erasedText, other.id] });
  client.close();
  expect(await audit(company)).toMatchObject({ ok: false, finding: { code: "removal-differs" } });
  await company.stop();
});
