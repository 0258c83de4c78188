import type { ICellData } from "@univerjs/presets";
import type { Area } from "../grid/area.ts";
import { boundedArea, noBounds, widen } from "../grid/bounds.ts";
import { valueOf } from "../grid/contents.ts";
import type { CellValue } from "../grid/contents.ts";

/** Cells by row and column, as mutations bring them. */
export type MutatedCells = Record<string, Record<string, ICellData | null> | undefined>;

/** The rectangle around the cells whose content a mutation set, undefined when it set formats only. */
export function contentArea(sheetId: string, cells: MutatedCells): Area | undefined {
  const bounds = noBounds();
  for (const key in cells) {
    const line = cells[key];
    for (const columnKey in line)
      if (setsContent(line[columnKey])) widen(bounds, Number(key), Number(columnKey));
  }
  return boundedArea(sheetId, bounds);
}

const setsContent = (cell: ICellData | null | undefined): boolean =>
  !cell || "v" in cell || "f" in cell || "p" in cell;

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
