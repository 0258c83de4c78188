import { typedColumns } from "../../../shared/model/sheet.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { Cell } from "../../../shared/model/value.ts";
import { workbookTruth } from "../../workbooks/staff-workbooks.ts";
import type { DeskPage } from "../support/desk-page.ts";
import type { SheetTable } from "./sheet-table.ts";

export const staffWorkbook = "a1-visitas-marzo";

const { today, sheet, columns, firstDataRow, lastDataRow, records, rows, errorCounts } =
  workbookTruth(staffWorkbook);

/** What is true of the visits that the staff kept in March, by place in the copied block. */
export const staffVisits = {
  /** The day as of which the errors are judged. */
  today,
  records,
  /** Rows of the block, the blank ones between the visits among them. */
  lines: lastDataRow - firstDataRow + 1,
  errors: Object.values(errorCounts).reduce((sum, count) => sum + count, 0),
  samples: rows.map(({ row, ...sample }) => ({ ...sample, place: row - firstDataRow })),
};

/** What copying reaches of the staff's sheet: the letter of a column there, and the format's name for it. */
export const staffColumns: readonly (readonly [string, string])[] = Object.entries(columns).flatMap(
  ([letter, label]) => (label === null ? [] : [[letter, label] as const]),
);

/** Copies the visits as they lie in the staff's sheet into the format, column by column, as its columns go. */
export async function copyStaffVisits(desk: DeskPage, { address }: SheetTable): Promise<void> {
  for (const [, { label }] of typedColumns(visits)) {
    const [letter] = staffColumns.find(([, named]) => named === label) ?? [];
    if (letter === undefined) continue;
    const from = `${sheet}!${letter}${firstDataRow}:${letter}${lastDataRow}`;
    await desk.act("copyPaste", from, address(0, label));
  }
}

/** The staff's sheet from its first cell to beyond the last visit, as it is now. */
export function readStaffSheet({ pane }: DeskPage): Promise<Cell[][]> {
  return pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange("A1:S62").load({ formulas: true });
        await context.sync();
        return range.formulas as Cell[][];
      }),
    sheet,
  );
}
