import { columnOf, type Sheet } from "../model/sheet.ts";
import { countsMoney, unitOf } from "./habits.ts";
import type { MonthHeader } from "./month-header.ts";
import type { ProposedColumn, Question } from "./proposal.ts";
import { cellText, type View } from "./view.ts";

/** A line of a matrix. */
export interface Line {
  readonly row: number;
  /** The column that its cells are, where the line says it. */
  readonly key: string | undefined;
}

/** In what the cells of each value are counted: said by a title, by a line's own unit, or asked. */
export function unitsOf(
  view: View,
  sheet: Sheet,
  { months }: MonthHeader,
  columns: readonly ProposedColumn[],
  lines: readonly Line[],
  titles: readonly string[],
) {
  const habits: Record<string, { unit: number }> = {};
  const questions: Question[] = [];
  for (const key of sheet.matrix?.values ?? []) {
    if (!countsMoney(columnOf(sheet, key))) continue;
    const rows = lines.filter((line) => line.key === key).map(({ row }) => row);
    const numbers = rows.flatMap((row) =>
      [...months.keys()].flatMap((column) => {
        const cell = view.value(row, column);
        return typeof cell === "number" ? [cell] : [];
      }),
    );
    const words = rows.flatMap((row) =>
      columns.filter((column) => column.key === null).map(({ column }) => cellText(view.value(row, column))),
    );
    const unit = unitOf(key, [...new Set(words)].join(" "), titles, numbers);
    if (typeof unit === "object") questions.push(unit);
    else if (unit !== 1) habits[key] = { unit };
  }
  return { habits, questions };
}
