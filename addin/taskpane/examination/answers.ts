import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
import type { ColumnHabit } from "../../../shared/model/habit.ts";
import type { Amendment, Proposal, ProposedColumn } from "../../../shared/recognition/proposal.ts";
import type { ExaminedTable } from "../../sync/familiar-session.ts";

/** Columns of the worksheet whose meaning is asked. */
export const askedColumns = ({ proposal }: ExaminedTable): readonly ProposedColumn[] =>
  proposal.columns.filter(({ asked }) => asked);

/** How many answers a table waits for before it can be linked. */
export const missingAnswers = (table: ExaminedTable): number =>
  table.questions.length + askedColumns(table).length;

/** A column that a column of the worksheet may be said to be. */
export interface ColumnOption {
  readonly key: string;
  readonly label: string;
}

/** What a column may be: what recognition thinks of, best first, then the columns that nothing else is taken for. */
export function columnOptions(
  column: ProposedColumn,
  proposal: Proposal,
  sheet: Sheet,
): { readonly likely: readonly ColumnOption[]; readonly others: readonly ColumnOption[] } {
  const labels = new Map(typedColumns(sheet).map(([key, { label }]) => [key, label]));
  const taken = new Set(
    proposal.columns.flatMap((other) => (other === column || other.asked ? [] : [other.key])),
  );
  const likelyKeys = [
    ...new Set([...(column.key === null ? [] : [column.key]), ...column.candidates.map(({ key }) => key)]),
  ];
  const optionOf = (key: string): readonly ColumnOption[] => {
    const label = labels.get(key);
    return label === undefined ? [] : [{ key, label }];
  };
  return {
    likely: likelyKeys.flatMap(optionOf),
    others: [...labels.keys()]
      .filter((key) => !likelyKeys.includes(key) && !taken.has(key))
      .flatMap(optionOf),
  };
}

/** That a column of the worksheet is a column of the record, or, with null, the staff's own. */
export const columnAnswer = (column: number, key: string | null): Amendment => ({
  columns: new Map([[column, key]]),
});

/** How the sheet writes a column; what was said of it and of others before stays. */
export const habitAnswer = ({ habits }: Proposal, key: string, habit: ColumnHabit): Amendment => ({
  habits: { ...habits, [key]: { ...habits[key], ...habit } },
});

/** That text dates of a column are day first. */
export function dayFirstAnswer({ habits }: Proposal, key: string): Amendment {
  const { monthFirst: _, ...rest } = habits[key] ?? {};
  return { habits: { ...habits, [key]: rest } };
}
