import type { Cell, SheetSnapshot, Style, WorkbookSnapshot } from "../xlsx/snapshot.ts";

/** Rows whose file gives no height and whose text wraps: Excel fits them when it opens a workbook, Univer does not. */
export function rowsToFit(workbook: WorkbookSnapshot, sheet: SheetSnapshot): number[] {
  return Object.entries(sheet.cellData ?? {})
    .filter(([row]) => sheet.rowData?.[Number(row)]?.h === undefined)
    .filter(([, cells]) => Object.values(cells).some((cell) => isWrapped(workbook, cell)))
    .map(([row]) => Number(row));
}

function isWrapped({ styles }: WorkbookSnapshot, { v, s }: Cell): boolean {
  const style: Style | null | undefined = typeof s === "string" ? styles[s] : s;
  return style?.tb === 3 && v !== undefined && v !== null;
}
