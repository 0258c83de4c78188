import type { ICellData } from "@univerjs/presets";
import { lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book } from "./book.ts";

/** The rectangle around everything on the sheet, undefined when it is blank; formats count unless `valuesOnly`. */
export function usedArea(
  book: Book,
  sheetId: string,
  { valuesOnly, inside }: { valuesOnly: boolean; inside?: Area },
): Area | undefined {
  const counts = valuesOnly ? hasContent : isUsed;
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  const cells = book.cells(sheetId);
  for (const key in cells) {
    const row = Number(key);
    if (inside && (row < inside.row || row > lastRow(inside))) continue;
    const line = cells[row];
    for (const columnKey in line) {
      const column = Number(columnKey);
      if (inside && (column < inside.column || column > lastColumn(inside))) continue;
      if (!counts(line[column])) continue;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0
    ? undefined
    : { sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export const hasContent = (cell: ICellData | undefined): boolean =>
  Boolean(cell && ((cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.p));

const isUsed = (cell: ICellData | undefined): boolean => hasContent(cell) || Boolean(cell?.s);
