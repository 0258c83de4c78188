import type { Context } from "../model/kind.ts";
import type { CellRow } from "../model/read-row.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Cell } from "../model/value.ts";
import type { Proposal } from "./proposal.ts";

/** Where the cells of one record stand. */
export interface PlacedCells {
  readonly row: number;
  readonly column?: number;
  readonly cells: CellRow;
}

/** What titles say, as it would stand in a cell. */
export function contextCells(proposal: Proposal, sheet: Sheet, context: Context): CellRow {
  const cells: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(proposal.context)) {
    const column = sheet.columns[key];
    if (column && value !== null) cells[key] = column.kind.write(value, context);
  }
  return cells;
}
