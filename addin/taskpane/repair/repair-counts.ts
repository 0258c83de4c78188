import type { RepairGroup } from "../../../shared/repair/plan-repairs.ts";
import type { SheetRepairs } from "../../sync/familiar-session.ts";

/** How many cells groups hold. */
export const cellsIn = (groups: readonly RepairGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0);

/** How many cells can be repaired without asking anybody. */
export const certainCells = (repairs: readonly SheetRepairs[]): number =>
  cellsIn(repairs.flatMap(({ columns }) => columns.flatMap(({ certain }) => certain)));
