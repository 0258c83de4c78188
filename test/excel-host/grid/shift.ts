import { GRID_COLUMNS, GRID_ROWS, lastColumn, lastRow } from "./area.ts";
import type { Area } from "./area.ts";

/** Lines inserted or removed on a sheet; `within` limits it to some columns (or rows) when cells shift, not lines. */
export interface Shift {
  kind: "insert" | "remove";
  axis: "row" | "column";
  sheetId: string;
  at: number;
  count: number;
  within?: { first: number; last: number };
}

/** Where an area lies after a shift; undefined when it was removed whole. */
export function shifted(area: Area, shift: Shift): Area | undefined {
  if (area.sheetId !== shift.sheetId || !isInside(area, shift)) return area;
  const [start, size] = shift.axis === "row" ? [area.row, area.rows] : [area.column, area.columns];
  const limit = shift.axis === "row" ? GRID_ROWS : GRID_COLUMNS;
  if (size === limit) return area;
  const moved = shift.kind === "insert" ? inserted(start, size, shift) : removed(start, size, shift);
  if (!moved) return undefined;
  return shift.axis === "row"
    ? { ...area, row: moved.start, rows: moved.size }
    : { ...area, column: moved.start, columns: moved.size };
}

/** Only areas wholly within the shifting columns (or rows) move along. */
function isInside(area: Area, { axis, within }: Shift): boolean {
  if (!within) return true;
  return axis === "row"
    ? area.column >= within.first && lastColumn(area) <= within.last
    : area.row >= within.first && lastRow(area) <= within.last;
}

interface Span {
  start: number;
  size: number;
}

function inserted(start: number, size: number, { at, count }: Shift): Span {
  if (at <= start) return { start: start + count, size };
  return at < start + size ? { start, size: size + count } : { start, size };
}

function removed(start: number, size: number, { at, count }: Shift): Span | undefined {
  const before = Math.max(0, Math.min(start, at + count) - at);
  const overlap = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
  return overlap === size ? undefined : { start: start - before, size: size - overlap };
}
