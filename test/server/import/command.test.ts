import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startChild } from "../support/child.ts";
import { startCompany } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const budget = fileURLToPath(new URL("../../workbooks/a3-presupuesto-2026.xlsx", import.meta.url));

test("the command says why it cannot begin, and ends with a line for programs", async () => {
  const company = await startCompany();
  const { email } = await company.colleague("director");
  const report = join(temporaryFolder(), "pendientes.csv");
  const run = async (...words: readonly string[]) => {
    const child = startChild("server/import.ts", [budget, "--as", ...words], { VAD_DATA: company.folder });
    return { code: await child.ended, output: child.output() };
  };
  const refused = await run(email);
  expect(refused).toMatchObject({ code: 2, output: expect.stringContaining("ya está en uso") });
  await company.stop();
  const done = await run(email, "--write", "--report", report);
  expect(done.code, done.output).toBe(1);
  const last = JSON.parse(done.output.trim().split("\n").at(-1) ?? "") as unknown;
  expect(last).toMatchObject({ written: true, files: 1, tables: 1 });
  expect(readFileSync(report, "utf8")).toContain("no es una persona de la empresa");
});
