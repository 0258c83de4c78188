import { faults } from "../faults/registry.ts";
import type { Action } from "./action.ts";
import { addRows } from "./add-rows.ts";
import { copyRows } from "./copy-rows.ts";
import { lookAtFigures } from "./figures.ts";
import { removeRow } from "./remove-row.ts";
import { resolveConflicts } from "./resolve-conflicts.ts";
import { filter, sort } from "./sort-and-filter.ts";
import { restoreVoid, verify } from "./standing.ts";
import { synchronise } from "./synchronise.ts";
import { quietMoment, together } from "./together.ts";
import { typeCell } from "./type-cell.ts";
import { undoSending } from "./undo-sending.ts";
import { vanishedRows } from "./vanished-rows.ts";
import { openCopy, openOlderFile, saveFile } from "./workbook-files.ts";

/** All that happens in a schedule: what people do, and what goes wrong. */
export const actions: readonly Action[] = [
  addRows,
  typeCell,
  copyRows,
  sort,
  filter,
  removeRow,
  synchronise,
  together,
  quietMoment,
  resolveConflicts,
  vanishedRows,
  verify,
  restoreVoid,
  undoSending,
  saveFile,
  openOlderFile,
  openCopy,
  lookAtFigures,
  ...faults,
];
