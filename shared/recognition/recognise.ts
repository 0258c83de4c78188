import type { SheetGrid, WorkbookGrid } from "./grid.ts";
import type { Amendment, Proposal } from "./proposal.ts";
import type { World } from "./world.ts";

/** What each worksheet may be, best first; hidden worksheets are looked at only where no other holds a record. */
export function recogniseWorkbook(workbook: WorkbookGrid, world: World): readonly Proposal[] {
  return workbook.sheets.flatMap((grid) => recogniseSheet(grid, world));
}

/** The tables of a worksheet that are records, best first. */
export function recogniseSheet(_grid: SheetGrid, _world: World): readonly Proposal[] {
  return [];
}

/** The proposal as people corrected it: recognised anew under what they said. */
export function amend(proposal: Proposal, _grid: SheetGrid, _amendment: Amendment, _world: World): Proposal {
  return proposal;
}
