import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUpDatabase } from "../../../server/db/backup-database.ts";
import { connectToFile } from "../../../server/db/connection.ts";
import { statement } from "../../../server/db/statement.ts";
import { startChild } from "../support/child.ts";
import { row, startCompany, today } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { customer } from "../support/rows.ts";

async function audit(...words: readonly string[]): Promise<{ code: unknown; output: string }> {
  const child = startChild("server/audit.ts", words, {});
  return { code: await child.ended, output: child.output() };
}

test("the command checks a running service and a copy by the mark kept with it, and says what was altered", async () => {
  const company = await startCompany();
  const director = await company.colleague("director");
  await director.save(row("customers", customer("1004300", null)));
  const copy = await backUpDatabase({ folder: company.folder }, temporaryFolder(), new Date());
  const mark = copy.replace(".db", ".marca.txt");
  await director.save(row("customers", customer("1004301", null)));

  const running = await audit("verify", "--data", company.folder, "--file", mark);
  expect(running).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Íntegra: \d+ entradas y 2 filas coinciden\./),
  });
  await company.stop();

  const file = await connectToFile(join(company.folder, "ventas.db"), "writing");
  await file.write([statement("UPDATE customers SET name = 'Otra' WHERE account = '1004301'")]);
  await file.close(true);
  const altered = await audit("verify", "--data", company.folder);
  expect(altered).toMatchObject({
    code: 1,
    output: expect.stringContaining("no dice en «Nombre o razón social»"),
  });

  writeFileSync(mark, "otra cosa");
  expect(await audit("verify", "--data", copy, "--file", mark)).toMatchObject({ code: 2 });
});

test("the command tells every anonymisation after the mark, for people to compare with what was asked for", async () => {
  const company = await startCompany();
  const director = await company.colleague("director", "Diego Director");
  await director.save(row("customers", customer("1004300", null)));
  const head = (await audit("head", "--data", company.folder)).output.trim();
  const request = { words: "1102345678", reason: "Solicitud 2026-014", by: director.id, at: today };
  await company.service.personal.anonymise(request);

  const told = "Anonimizaciones posteriores a la marca; compárelas con las que la empresa pidió:";
  const { code, output } = await audit("verify", "--data", company.folder, "--head", head);
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining(told) });
  expect(output).toMatch(/12:00:00, por Diego Director\. Motivo: Solicitud 2026-014\. Filas: Usuarios: /);
  await company.stop();
});
