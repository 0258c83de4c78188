import { atColumn, type Context } from "../../shared/model/kind.ts";
import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import type { CellRow } from "../../shared/model/read-row.ts";
import { planRepairs, type ColumnRepairs, type RowOfCells } from "../../shared/repair/plan-repairs.ts";
import { tidy } from "../../shared/text/normalise.ts";
import { rowNumberAt } from "../excel/link-layout.ts";
import type { SheetRepairs } from "./familiar-session.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { readerFor, type LinkState, type Reader } from "./link-state.ts";

/** What can be repaired in the rows of a link that wait to be sent: those that were sent stand as the service answered. */
export function repairsOf(state: LinkState, reader: Reader): SheetRepairs {
  const { link, sheet, shape, rows } = state;
  const found = { link: link.id, sheet: sheet.id, columns: plannedOnce(state, reader) };
  if (!shape?.matrix) return found;
  const numbers = rows.map(
    ({ position }) => [worksheetRow(state, position), rowNumberAt(shape, position)] as const,
  );
  return { ...found, numbers: new Map(numbers) };
}

/** The row of the worksheet, from 0, in which a row of the table stands; of a matrix, a number of the record's own. */
export const worksheetRow = ({ shape }: LinkState, position: number): number =>
  (shape?.top ?? 0) + 1 + position;

/** A state is planned once: the pane shows itself more often than sheets change. */
const planned = new WeakMap<readonly LocalRow[], readonly ColumnRepairs[]>();

function plannedOnce(state: LinkState, reader: Reader): readonly ColumnRepairs[] {
  const before = planned.get(state.rows);
  if (before) return before;
  const columns = plan(state, readerFor(reader, state.link).context);
  planned.set(state.rows, columns);
  return columns;
}

function plan(state: LinkState, context: Context): readonly ColumnRepairs[] {
  const { sheet, rows } = state;
  const repairable = rows.filter(
    (row) => row.dirty && row.copyOf === null && mayNeedRepair(sheet, row, context),
  );
  if (repairable.length === 0) return [];
  const repairs = planRepairs(
    sheet,
    repairable.map((row) => toRowOfCells(state, row)),
    context,
  );
  // What the lines and months of a matrix are called stays the staff's: it is no cell of one record.
  const values = state.shape?.matrix && sheet.matrix?.values;
  return values ? repairs.filter(({ column }) => values.includes(column)) : repairs;
}

/** A repair would replace a formula: cells with one are left out. */
function toRowOfCells(state: LinkState, { position, cells, formulas }: LocalRow): RowOfCells {
  const row = worksheetRow(state, position);
  if (!formulas) return { row, cells };
  const typed: CellRow = Object.fromEntries(Object.entries(cells).filter(([key]) => !formulas.has(key)));
  return { row, cells: typed };
}

/** Whether a cell is not written as its value is; what is, needs no repair. */
function mayNeedRepair(sheet: Sheet, { cells, reading }: LocalRow, context: Context): boolean {
  if (Object.keys(reading.unread).length > 0 || reading.issues.length > 0) return true;
  return typedColumns(sheet).some(([key, { kind }]) => {
    const cell = cells[key];
    const value = reading.values[key] ?? null;
    if (cell === undefined || value === null) return false;
    return (typeof cell === "string" ? tidy(cell) : cell) !== kind.write(value, atColumn(context, key));
  });
}
