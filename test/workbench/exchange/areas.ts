import type { Area } from "../../excel-host/grid/area.ts";
import type { Block } from "../xlsx/address.ts";

/** A block of a sheet as the host counts it: from its corner, so many rows and columns. */
export function toArea(sheetId: string, block: Block): Area {
  return {
    sheetId,
    row: block.startRow,
    column: block.startColumn,
    rows: block.endRow - block.startRow + 1,
    columns: block.endColumn - block.startColumn + 1,
  };
}

/** The host's cells as the file and Univer say them: first and last row and column. */
export function toBlock({ row, column, rows, columns }: Area): Block {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}
