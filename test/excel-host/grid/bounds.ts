import type { Area } from "./area.ts";

/** Grows around the cells it is shown. */
export interface Bounds {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const noBounds = (): Bounds => ({ top: Infinity, left: Infinity, bottom: -1, right: -1 });

export function widen(bounds: Bounds, row: number, column: number): void {
  if (row < bounds.top) bounds.top = row;
  if (row > bounds.bottom) bounds.bottom = row;
  if (column < bounds.left) bounds.left = column;
  if (column > bounds.right) bounds.right = column;
}

/** The rectangle found, undefined when no cell was shown. */
export function boundedArea(sheetId: string, { top, left, bottom, right }: Bounds): Area | undefined {
  if (bottom < 0) return undefined;
  return { sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
