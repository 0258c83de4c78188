import { checkRow } from "../model/check-row.ts";
import { isTyped } from "../model/column.ts";
import { withEvidentHabits } from "../model/evident-habits.ts";
import type { Issue } from "../model/issue.ts";
import type { Context } from "../model/kind.ts";
import { isBlankRow, readRow, type CellRow, type RowReading } from "../model/read-row.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Cell } from "../model/value.ts";
import { markDuplicates } from "./duplicates.ts";
import type { SheetGrid } from "./grid.ts";
import { matrixCells } from "./matrix-cells.ts";
import { contextCells, type PlacedCells } from "./placed-cells.ts";
import type { ListProposal, Proposal } from "./proposal.ts";
import { createView } from "./view.ts";
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
  const sheet = world.sheets.find(({ id }) => id === proposal.record);
  if (!sheet) throw new Error(`there is no record "${proposal.record}"`);
  const context = { ...world.context, habits: proposal.habits };
  const placed =
    proposal.layout === "matrix"
      ? matrixCells(proposal, grid, sheet, context)
      : listCells(proposal, grid, sheet, context);
  const told = withEvidentHabits(
    sheet,
    placed.map(({ cells }) => cells),
    context,
  );
  return markDuplicates(
    sheet,
    placed.map((cells) => judge(sheet, cells, told)),
  );
}

/** The first ten records as they would be stored. */
export function previewRows(proposal: Proposal, grid: SheetGrid, world: World): readonly ProposedRow[] {
  const bottom = nthRecord(proposal, 10);
  const shown = { ...proposal, data: { ...proposal.data, bottom } };
  return readProposal(shown, grid, world).slice(0, 10);
}

function nthRecord({ data, apart }: Proposal, count: number): number {
  const skipped = new Set(apart.map(({ row }) => row));
  let left = count;
  for (let row = data.top; row <= data.bottom; row += 1) {
    if (!skipped.has(row)) left -= 1;
    if (left === 0) return row;
  }
  return data.bottom;
}

function listCells(
  proposal: ListProposal,
  grid: SheetGrid,
  sheet: Sheet,
  context: Context,
): readonly PlacedCells[] {
  const view = createView(grid);
  const skipped = new Set(proposal.apart.map(({ row }) => row));
  const said = contextCells(proposal, sheet, context);
  const placed: PlacedCells[] = [];
  for (let row = proposal.data.top; row <= proposal.data.bottom; row += 1) {
    if (skipped.has(row)) continue;
    const cells: Record<string, Cell> = {};
    for (const { column, key } of proposal.columns) if (key !== null) cells[key] = view.value(row, column);
    if (!isBlankRow(cells)) placed.push({ row, cells: { ...said, ...cells } });
  }
  return placed;
}

function judge(sheet: Sheet, placed: PlacedCells, context: Context): ProposedRow {
  const reading = readRow(sheet, placed.cells, context);
  const lacking = Object.keys(sheet.columns).filter((key) => !(key in placed.cells));
  const unread = new Set([...Object.keys(reading.unread), ...lacking]);
  const known = new Set(
    Object.entries(sheet.columns).flatMap(([key, column]) =>
      isTyped(column) && key in placed.cells ? [key] : [],
    ),
  );
  const rules = checkRow(sheet, reading.values, context, unread).filter(({ column }) => known.has(column));
  return { ...placed, reading, issues: [...reading.issues, ...rules] };
}
