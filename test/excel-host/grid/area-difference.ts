import { intersection, lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";

/** What is left of an area without the cells of another: up to four rectangles. */
export function without(area: Area, taken: Area): Area[] {
  const hole = intersection(area, taken);
  if (!hole) return [area];
  const pieces: Area[] = [
    { ...area, rows: hole.row - area.row },
    { ...area, row: lastRow(hole) + 1, rows: lastRow(area) - lastRow(hole) },
    { ...hole, column: area.column, columns: hole.column - area.column },
    { ...hole, column: lastColumn(hole) + 1, columns: lastColumn(area) - lastColumn(hole) },
  ];
  return pieces.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
