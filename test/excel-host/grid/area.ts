/** A rectangle of cells on one sheet; rows and columns count from 0. */
export interface Area {
  sheetId: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Excel's grid. */
export const GRID_ROWS = 1_048_576;
export const GRID_COLUMNS = 16_384;

export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;

export const isWholeColumns = (area: Area): boolean => area.row === 0 && area.rows === GRID_ROWS;
export const isWholeRows = (area: Area): boolean => area.column === 0 && area.columns === GRID_COLUMNS;

/** The cells two areas share, or undefined. */
export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return a.sheetId === b.sheetId && rows > 0 && columns > 0
    ? { sheetId: a.sheetId, row, column, rows, columns }
    : undefined;
}

export const contains = (outer: Area, inner: Area): boolean => {
  const shared = intersection(outer, inner);
  return shared?.rows === inner.rows && shared.columns === inner.columns;
};

/** The smallest rectangle around both. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.max(lastColumn(a), lastColumn(b)) - column + 1;
  return { sheetId: a.sheetId, row, column, rows, columns };
}
