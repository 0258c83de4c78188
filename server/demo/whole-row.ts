import { typedColumns, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";

/** A row with every typed column of its record, empty where nothing is said. */
export function wholeRow(sheet: Sheet, values: Row): Row {
  return { ...Object.fromEntries(typedColumns(sheet).map(([key]) => [key, null])), ...values };
}
