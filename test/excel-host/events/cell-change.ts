import type { ICellData } from "@univerjs/presets";
import type { Area } from "../grid/area.ts";
import { valueOf } from "../grid/contents.ts";
import type { CellValue } from "../grid/contents.ts";

export type MutatedCells = Record<number, Record<number, ICellData | null> | undefined>;

/** The rectangle around the cells whose content a mutation set, undefined when it set formats only. */
export function contentArea(sheetId: string, cells: MutatedCells): Area | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [key, line] of Object.entries(cells)) {
    const row = Number(key);
    for (const columnKey in line) {
      const cell = line[Number(columnKey)];
      if (cell && !("v" in cell) && !("f" in cell) && !("p" in cell)) continue;
      const column = Number(columnKey);
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

/** `Excel.RangeValueType` of a value. */
export function valueType(value: CellValue): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/.test(value) ? "Error" : "String";
}

/** The details that Excel gives with a change of one cell only. */
export function changeDetails(before: ICellData | undefined, after: ICellData | undefined): object {
  const [valueBefore, valueAfter] = [valueOf(before), valueOf(after)];
  return {
    valueBefore,
    valueAfter,
    valueTypeBefore: valueType(valueBefore),
    valueTypeAfter: valueType(valueAfter),
  };
}
