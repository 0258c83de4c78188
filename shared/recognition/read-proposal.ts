import { checkRow, computeRow } from "../model/check-row.ts";
import { findingToIssue, type Issue } from "../model/issue.ts";
import type { Context } from "../model/kind.ts";
import { readRow, type CellRow, type RowReading } from "../model/read-row.ts";
import { columnOf, type Sheet } from "../model/sheet.ts";
import { isTyped } from "../model/column.ts";
import type { Cell } from "../model/value.ts";
import type { SheetGrid } from "./grid.ts";
import type { Proposal } from "./proposal.ts";
import type { World } from "./world.ts";

/** A record as a proposal reads it from its worksheet. */
export interface ProposedRow {
  /** Row of the worksheet, from 0. */
  readonly row: number;
  /** The month's column of the worksheet, from 0, where the record is a cell of a matrix. */
  readonly column?: number;
  /** What its cells hold by column key, with what merged cells and titles give to it. */
  readonly cells: CellRow;
  readonly reading: RowReading;
  /** What is wrong with it, judged only on the columns that the worksheet has. */
  readonly issues: readonly Issue[];
}

/** The records of a proposal as they would be stored; rows set apart are left out. */
export function readProposal(proposal: Proposal, grid: SheetGrid, world: World): readonly ProposedRow[] {
  void [proposal, grid, world, checkRow, computeRow, findingToIssue, readRow, columnOf, isTyped];
  return [];
}

/** The first ten records as they would be stored. */
export function previewRows(proposal: Proposal, grid: SheetGrid, world: World): readonly ProposedRow[] {
  return readProposal(proposal, grid, world).slice(0, 10);
}
export type { Sheet, Context, Cell };
