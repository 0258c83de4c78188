import { typedColumns, type Sheet } from "../../../shared/model/sheet.ts";
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
  const labels = new Map(columnsOf(proposal, sheet).map(([key, { label }]) => [key, label]));
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

/** The columns of the record that a column of the worksheet may be: in a matrix, those that say what a line is. */
const columnsOf = ({ layout }: Proposal, sheet: Sheet) =>
  typedColumns(sheet).filter(([key]) => layout === "list" || sheet.matrix?.lines.includes(key));

/** That a column of the worksheet is a column of the record, or, with null, the staff's own. */
export const columnAnswer = (column: number, key: string | null): Amendment => ({
  columns: new Map([[column, key]]),
});

/** What 1 counts in a column; what was said of it and of others before stays. */
export const unitAnswer = ({ habits }: Proposal, key: string, unit: number): Amendment => ({
  habits: { ...habits, [key]: { ...habits[key], unit } },
});

/** Whether text dates of a column begin with the month. */
export function orderAnswer({ habits }: Proposal, key: string, monthFirst: boolean): Amendment {
  const unit = habits[key]?.unit;
  const said = { ...(unit === undefined ? {} : { unit }), ...(monthFirst ? { monthFirst } : {}) };
  return { habits: { ...habits, [key]: said } };
}
