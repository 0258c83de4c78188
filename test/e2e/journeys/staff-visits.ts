import { columnIndexOf } from "../../../shared/text/column-letters.ts";
import { workbookTruth } from "../../workbooks/staff-workbooks.ts";

export const staffWorkbook = "a1-visitas-marzo";

const { today, columns, firstDataRow, lastDataRow, records, rows, errorCounts } =
  workbookTruth(staffWorkbook);

/** What columns of the sheet are called in the record, by number from 0; the staff's own columns are absent. */
const known = new Map(
  Object.entries(columns).flatMap(([letter, label]) =>
    label === null ? [] : [[columnIndexOf(letter), label] as const],
  ),
);

/** What is true of the visits that the staff kept in March; places count the lines between header and totals, from 0. */
export const staffVisits = {
  /** The day as of which the errors are judged. */
  today,
  records,
  /** Lines of the list, the blank ones between the visits among them. */
  lines: lastDataRow - firstDataRow + 1,
  errors: Object.values(errorCounts).reduce((sum, count) => sum + count, 0),
  samples: rows.map(({ row, ...sample }) => ({ ...sample, place: row - firstDataRow })),
  labels: known,
  /** Whether a cell (row and column from 0) holds a field of a visit, and is no part of the sheet's own. */
  isField: (row: number, column: number) =>
    known.has(column) && row >= firstDataRow - 1 && row <= lastDataRow - 1,
};
