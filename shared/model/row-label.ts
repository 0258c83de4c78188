import type { Context } from "./kind.ts";
import { columnOf, type Sheet } from "./sheet.ts";
import type { Row } from "./value.ts";

/** What names a row to people: its naming columns, as far as `columns` lists them. */
export function rowLabel(sheet: Sheet, row: Row, context: Context, columns: readonly string[]): string {
  return displayed(
    sheet,
    row,
    context,
    sheet.names.filter((key) => columns.includes(key)),
  );
}

/** The label of a row with the day that it belongs to, which tells rows of the same name apart. */
export function datedRowLabel(sheet: Sheet, row: Row, context: Context, columns: readonly string[]): string {
  const day = sheet.period.find((key) => (row[key] ?? null) !== null);
  const naming = [...sheet.names, ...(day === undefined ? [] : [day])];
  return displayed(
    sheet,
    row,
    context,
    naming.filter((key) => columns.includes(key)),
  );
}

function displayed(sheet: Sheet, row: Row, context: Context, columns: readonly string[]): string {
  return columns
    .flatMap((key) => {
      const value = row[key] ?? null;
      return value === null ? [] : [columnOf(sheet, key).kind.display(value, context)];
    })
    .join(" · ");
}
