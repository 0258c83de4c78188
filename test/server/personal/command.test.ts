import ExcelJS from "exceljs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connectToFile } from "../../../server/db/connection.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { startChild } from "../support/child.ts";
import { row, startCompany } from "../support/company.ts";
import { customer } from "../support/rows.ts";

test("the commands hand a person's data out and then erase them, and the audit stays whole", async () => {
  const company = await startCompany();
  const { email, save } = await company.colleague("director", "Diego Director");
  await save(row("customers", customer("1004300", null, { name: "Zunilda Peñate", district: "=1+1" })));
  const corrected = row("customers", customer("1004301", null, { name: "Rosa Peñate" }));
  await save(corrected);
  await save({ ...corrected, base: 1, values: { ...corrected.values, documentNumber: "45777888" } });
  await company.stop();
  const personal = async (...words: readonly string[]) => {
    const child = startChild("server/personal.ts", [...words, "--as", email], { VAD_DATA: company.folder });
    return { code: await child.ended, output: child.output() };
  };

  const file = join(company.folder, "titular.xlsx");
  expect(await personal("export", "1.102.345.678", file)).toMatchObject({
    code: 0,
    output: expect.stringContaining("versiones anteriores de 1 filas"),
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    "1 Usuarios",
    "2 Historia de Usuarios",
    "3 Antes en Usuarios",
  ]);
  const values = workbook.worksheets[0]?.getRow(2).values;
  expect(values).toEqual(expect.arrayContaining(["1004300", "Zunilda Peñate", "=1+1"]));

  const erased = await personal("anonymise", "Zunilda Peñate", "--reason", "Solicitud 2026-014", "--yes");
  expect(erased).toMatchObject({ code: 0, output: expect.stringContaining("Anonimizado: 1 filas") });
  expect(erased.output).toContain(`Quedan: 1 filas`);
  expect(erased.output).toContain(`Usuarios ${corrected.id}`);
  const reader = await connectToFile(join(company.folder, "ventas.db"), "reading");
  expect(await verifyAudit(reader)).toMatchObject({ ok: true, rows: 2, erased: 3 });
  await reader.close(false);
});
