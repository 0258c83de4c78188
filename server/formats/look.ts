import type { Cell, Worksheet } from "exceljs";

/** The quiet look of the formats, as in the formats that the pane inserts. */
export const colors = {
  header: "FFE3EFE7",
  title: "FF1F4D36",
  requiredEdge: "FF1F7A4D",
  quiet: "FF616161",
  computed: "FFF5F5F5",
} as const;

/** Title, purpose and code in the first three lines. */
export function dressTitle(worksheet: Worksheet, lines: readonly [string, string, string]): void {
  lines.forEach((line, at) => {
    const cell = worksheet.getCell(at + 1, 1);
    cell.value = line;
    cell.font =
      at === 0 ? { size: 14, bold: true, color: { argb: colors.title } } : { color: { argb: colors.quiet } };
  });
}

/** A header cell; a green edge says that its column is compulsory. */
export function dressHeader(cell: Cell, isRequired: boolean): void {
  cell.font = { bold: true, color: { argb: colors.title } };
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colors.header } };
  cell.alignment = { wrapText: true, vertical: "middle", horizontal: "left" };
  if (isRequired) cell.border = { bottom: { style: "medium", color: { argb: colors.requiredEdge } } };
}
