import { addMonths, firstDayOf } from "../../../shared/colombia/day.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Day, Month } from "../../../shared/model/value.ts";

export const rowsChoices = ["none", "month", "quarter", "all"] as const;
export type RowsChoice = (typeof rowsChoices)[number];

/** Which rows a format may bring: a record without a day has all its rows or none. */
export function choicesFor(sheet: Sheet): readonly RowsChoice[] {
  return sheet.period.length === 0 ? ["none", "all"] : rowsChoices;
}

/** The rows of a choice as the session takes them, in the current month. */
export function rowsFor(choice: RowsChoice, current: Month): { readonly from: Day | null } | "none" {
  if (choice === "none") return "none";
  if (choice === "all") return { from: null };
  return { from: firstDayOf(choice === "month" ? current : addMonths(current, -2)) };
}
