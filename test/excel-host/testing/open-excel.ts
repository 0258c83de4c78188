import { afterEach, beforeEach } from "vitest";
import { installExcelInNode } from "../install-excel-in-node.ts";
import type { InstalledExcel, InstallOptions } from "../install-excel-in-node.ts";

/** Opens an Excel of its own for each test of a file; call the result to get at it. */
export function openExcel(options: InstallOptions = {}): () => InstalledExcel {
  let excel: InstalledExcel | undefined;
  beforeEach(() => {
    excel = installExcelInNode(options);
  });
  afterEach(() => excel?.dispose());
  return () => {
    if (!excel) throw new Error("Excel is open only inside a test");
    return excel;
  };
}

/** What a promise was rejected with, when Office.js says it with a code. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no error";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

/** A little table *Visitas* at A1 of the first sheet: Fecha, Usuario, Valor and three rows. */
export async function addVisits({ Excel }: InstalledExcel): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C4").values = [
      ["Fecha", "Usuario", "Valor"],
      [46085, "Ana", 300],
      [46086, "Beto", 100],
      [46087, "Celia", 200],
    ];
    const table = sheet.tables.add("A1:C4", true);
    table.name = "Visitas";
    await context.sync();
  });
}
