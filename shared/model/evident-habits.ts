import type { ColumnHabit } from "./habit.ts";
import type { Context } from "./kind.ts";
import type { CellRow } from "./read-row.ts";
import { typedColumns, type Sheet } from "./sheet.ts";
import type { Cell } from "./value.ts";

/**
 * The world with what the cells of whole columns tell about how they are written, such as text dates of which some can
 * only be month first. Where people said something of a column, that alone counts.
 */
export function withEvidentHabits(sheet: Sheet, rows: readonly CellRow[], context: Context): Context {
  const evident: Record<string, ColumnHabit> = {};
  for (const [key, { kind }] of typedColumns(sheet)) {
    if (!kind.habitOf || context.habits?.[key]) continue;
    const habit = kind.habitOf(cellsOf(key, rows));
    if (habit) evident[key] = habit;
  }
  return Object.keys(evident).length === 0
    ? context
    : { ...context, habits: { ...evident, ...context.habits } };
}

function* cellsOf(key: string, rows: readonly CellRow[]): Iterable<Cell> {
  for (const { [key]: cell } of rows) if (cell !== undefined) yield cell;
}
