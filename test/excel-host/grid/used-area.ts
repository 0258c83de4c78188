import type { ICellData } from "@univerjs/presets";
import { lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";
import { boundedArea, noBounds, widen } from "./bounds.ts";
import type { Book } from "./book.ts";

/** The rectangle around everything on the sheet, undefined when it is blank; formats count unless `valuesOnly`. */
export function usedArea(
  book: Book,
  sheetId: string,
  { valuesOnly, inside }: { valuesOnly: boolean; inside?: Area },
): Area | undefined {
  const counts = valuesOnly ? hasContent : isUsed;
  const [firstColumn, endColumn] = inside ? [inside.column, lastColumn(inside)] : [0, Infinity];
  const [firstRow, endRow] = inside ? [inside.row, lastRow(inside)] : [0, Infinity];
  const bounds = noBounds();
  const cells = book.cells(sheetId);
  for (const key in cells) {
    const row = Number(key);
    const line = cells[row];
    if (!line || row < firstRow || row > endRow) continue;
    for (const columnKey in line) {
      const column = Number(columnKey);
      if (column >= firstColumn && column <= endColumn && counts(line[column])) widen(bounds, row, column);
    }
  }
  return boundedArea(sheetId, bounds);
}

export const hasContent = (cell: ICellData | undefined): boolean =>
  Boolean(cell && ((cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.p));

const isUsed = (cell: ICellData | undefined): boolean => hasContent(cell) || Boolean(cell?.s);
