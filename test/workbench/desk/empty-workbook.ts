import type { WorkbookSnapshot } from "../xlsx/snapshot.ts";

/** What Excel shows on *Libro vacío*. */
export function emptyWorkbook(): WorkbookSnapshot {
  const sheet = { id: "sheet-1", name: "Hoja1", rowCount: 1_000, columnCount: 26, cellData: {} };
  return {
    id: "libro",
    name: "Libro1.xlsx",
    styles: {},
    // Aptos and Calibri are rarely on the machines that run this; their widths are Carlito's.
    defaultStyle: { ff: "Calibri", fs: 11 },
    sheetOrder: [sheet.id],
    sheets: { [sheet.id]: sheet },
  };
}
