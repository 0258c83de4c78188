import type { ICellData, IStyleData } from "@univerjs/presets";
import { intersection, isWholeColumns, isWholeRows } from "./area.ts";
import type { Area } from "./area.ts";
import type { Book, CellMatrix } from "./book.ts";
import type { Axis } from "./lines.ts";
import { usedArea } from "./used-area.ts";
import { writeCells } from "./write-cells.ts";

type StyleFor = (row: number, column: number) => IStyleData | undefined;

/**
 * Merges styles into the cells of an area, undoably; null at a key removes it. Whole rows and columns keep a style of
 * their own, so that a million blank cells need none.
 */
export function applyStyle(book: Book, area: Area, styleFor: StyleFor): void {
  if (isWholeColumns(area)) return applyToLines(book, area, "column", styleFor);
  if (isWholeRows(area)) return applyToLines(book, area, "row", styleFor);
  applyToCells(book, area, styleFor, () => true);
}

function applyToCells(
  book: Book,
  area: Area,
  styleFor: StyleFor,
  isMeant: (cell: ICellData | undefined) => boolean,
): void {
  const cells = book.cells(area.sheetId);
  const cellValue: CellMatrix = {};
  let styled: ICellData | undefined;
  for (let row = 0; row < area.rows; row += 1) {
    const line: CellMatrix[number] = {};
    for (let column = 0; column < area.columns; column += 1) {
      if (!isMeant(cells[area.row + row]?.[area.column + column])) continue;
      const style = styleFor(row, column);
      if (style && styled?.s !== style) styled = { s: style };
      if (style && styled) line[area.column + column] = styled;
    }
    cellValue[area.row + row] = line;
  }
  writeCells(book, area.sheetId, cellValue);
}

function applyToLines(book: Book, area: Area, axis: Axis, styleFor: StyleFor): void {
  const used = usedArea(book, area.sheetId, { valuesOnly: false });
  const filled = used && intersection(used, area);
  if (filled) {
    const [top, left] = [filled.row - area.row, filled.column - area.column];
    applyToCells(
      book,
      filled,
      (row, column) => styleFor(top + row, left + column),
      (cell) => cell !== undefined,
    );
  }
  setLineStyles(book, area, axis, styleFor);
}

function setLineStyles(book: Book, area: Area, axis: Axis, styleFor: StyleFor): void {
  const config = book.sheet(area.sheetId).getConfig();
  const known = axis === "row" ? config.rowData : config.columnData;
  const [first, count] = axis === "row" ? [area.row, area.rows] : [area.column, area.columns];
  const before: Record<number, { s: ICellData["s"] }> = {};
  const after: Record<number, { s: ICellData["s"] }> = {};
  for (let line = 0; line < count; line += 1) {
    const old = known[first + line]?.s;
    const style = axis === "row" ? styleFor(line, 0) : styleFor(0, line);
    before[first + line] = { s: old ?? null };
    after[first + line] = {
      s: mergedStyle((typeof old === "string" ? book.workbook.getStyles().get(old) : old) ?? {}, style ?? {}),
    };
  }
  const id = axis === "row" ? "sheet.mutation.set-row-data" : "sheet.mutation.set-col-data";
  const params = (lines: object) => ({
    unitId: book.unitId,
    subUnitId: area.sheetId,
    [axis === "row" ? "rowData" : "columnData"]: lines,
  });
  book.execute([{ id, params: params(after) }], [{ id, params: params(before) }]);
}

function mergedStyle(before: IStyleData, patch: IStyleData): IStyleData | null {
  const entries = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null);
  return entries.length ? Object.fromEntries(entries) : null;
}
