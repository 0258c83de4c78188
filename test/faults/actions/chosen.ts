import fc from "fast-check";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { DeskPlace } from "../world/desk-place.ts";
import type { SheetRow, SheetTable } from "../world/table-rows.ts";

/** A workbook by number; those of the first three people and the first copies come most. */
export const who = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 2 }) },
  { weight: 2, arbitrary: fc.nat({ max: 4 }) },
  { weight: 1, arbitrary: fc.nat({ max: 9 }) },
);

/** Any number, taken modulo how many there are to choose from. */
export const which = fc.nat({ max: 999 });

export const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

export interface ChosenRow {
  readonly table: SheetTable;
  readonly row: SheetRow;
}

/** A filled row of one of a workbook's tables. */
export function chosenRow(desk: DeskPlace, number: number): ChosenRow | undefined {
  const rows = desk.records.flatMap((sheet) => filledRows(desk, sheet));
  return pick(rows, number);
}

export function filledRows(desk: DeskPlace, sheet: Sheet): readonly ChosenRow[] {
  const table = desk.table(sheet);
  if (!table) return [];
  return table.rows.filter(({ isBlank }) => !isBlank).map((row) => ({ table, row }));
}

export function chosenTable(desk: DeskPlace, number: number): SheetTable | undefined {
  return pick(
    desk.records.flatMap((sheet) => desk.table(sheet) ?? []),
    number,
  );
}
