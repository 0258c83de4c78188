import ExcelJS from "exceljs";
import type { ToldTable } from "./told-table.ts";

/** A workbook with a sheet for each table; whatever people once wrote is text, never a formula. */
export async function writeTables(file: string, tables: readonly ToldTable[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const [index, { title, head, lines }] of tables.entries()) {
    // Excel takes 31 characters, and some signs not at all; the number keeps names apart.
    const name = `${index + 1} ${title.replaceAll(/[*?:\\/[\]]/g, " ")}`.slice(0, 31);
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.addRow([...head]).font = { bold: true };
    for (const line of lines) sheet.addRow([...line]);
    for (const column of sheet.columns) {
      column.numFmt = "@";
      column.width = 24;
    }
  }
  await workbook.xlsx.writeFile(file);
}
