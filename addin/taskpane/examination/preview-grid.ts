import { monthName } from "../../../shared/colombia/months.ts";
import { isError } from "../../../shared/model/issue.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../../shared/model/sheet.ts";
import type { ListProposal, MatrixProposal } from "../../../shared/recognition/proposal.ts";
import type { ProposedRow } from "../../../shared/recognition/read-proposal.ts";
import { issueSentence } from "../text/issue-sentences.ts";

/** A value as it would be stored. */
export interface PreviewCell {
  readonly text: string;
  /** What keeps it from being stored, as people read it; null where nothing does. */
  readonly problem: string | null;
}

export interface PreviewColumn {
  readonly id: string;
  readonly label: string;
  readonly isNumber: boolean;
}

export interface PreviewRow {
  /** Row of the worksheet as people count. */
  readonly row: number;
  readonly cells: readonly PreviewCell[];
}

/** Rows of a sheet as they would be stored. */
export interface PreviewGrid {
  readonly columns: readonly PreviewColumn[];
  readonly rows: readonly PreviewRow[];
}

const nothing: PreviewCell = { text: "", problem: null };

/** The rows of a list under the labels of the record, in the order of the worksheet. */
export function listGrid(
  { columns }: ListProposal,
  rows: readonly ProposedRow[],
  sheet: Sheet,
  context: Context,
): PreviewGrid {
  const keys = columns.flatMap(({ key }) => (key === null ? [] : [key]));
  return {
    columns: keys.map((key) => previewColumn(sheet, key, key)),
    rows: rows.map((row) => ({
      row: row.row + 1,
      cells: keys.map((key) => cellOf(row, key, sheet, context)),
    })),
  };
}

/** The lines of a matrix across its months. */
export function matrixGrid(
  { columns, months }: MatrixProposal,
  rows: readonly ProposedRow[],
  sheet: Sheet,
  context: Context,
): PreviewGrid {
  const keys = columns.flatMap(({ key }) => (key === null ? [] : [key]));
  const monthColumns = [...months].toSorted(([one], [other]) => one - other);
  const values = sheet.matrix?.values ?? [];
  return {
    columns: [
      ...keys.map((key) => previewColumn(sheet, key, key)),
      ...monthColumns.map(([column, month]) => ({
        id: String(column),
        label: monthName(month),
        isNumber: true,
      })),
    ],
    rows: byLine(rows).map(([row, records]) => {
      const [first] = records;
      return {
        row: row + 1,
        cells: [
          ...keys.map((key) => (first ? cellOf(first, key, sheet, context) : nothing)),
          ...monthColumns.map(([column]) => {
            const record = records.find((one) => one.column === column);
            return record ? valueOf(record, values, sheet, context) : nothing;
          }),
        ],
      };
    }),
  };
}

/** What a cell of a matrix holds: the one of the columns that it may be that has something, or that is wrong. */
function valueOf(
  record: ProposedRow,
  values: readonly string[],
  sheet: Sheet,
  context: Context,
): PreviewCell {
  const cells = values.map((key) => cellOf(record, key, sheet, context));
  return cells.find(({ text, problem }) => text !== "" || problem !== null) ?? nothing;
}

function byLine(rows: readonly ProposedRow[]): readonly (readonly [number, readonly ProposedRow[]])[] {
  const lines = new Map<number, ProposedRow[]>();
  for (const row of rows) lines.set(row.row, [...(lines.get(row.row) ?? []), row]);
  return [...lines];
}

function cellOf(row: ProposedRow, key: string, sheet: Sheet, context: Context): PreviewCell {
  const { values, unread } = row.reading;
  const value = values[key] ?? null;
  const typed = unread[key] ?? String(row.cells[key] ?? "");
  const issue = row.issues.find((one) => one.column === key && isError(one));
  return {
    text: value === null ? (unread[key] ?? "") : columnOf(sheet, key).kind.display(value, context),
    problem: issue ? issueSentence(issue, typed, sheet, context) : null,
  };
}

function previewColumn(sheet: Sheet, key: string, id: string): PreviewColumn {
  const { label, kind } = columnOf(sheet, key);
  return { id, label, isNumber: kind.layout.align === "right" };
}
