import type { PushedRow } from "../../shared/contract.ts";
import type { Value } from "../../shared/model/value.ts";
import type { LocalRow } from "./interpret-rows.ts";
import { cellValue } from "./open-conflicts.ts";

/** What somebody decided of a row's conflicts: what was to stand in some columns, in view of theirs at a version. */
export interface Settlement {
  readonly version: number;
  readonly fields: readonly { readonly column: string; readonly value: Value }[];
}

/** What travels of a decision: the columns whose cells still say what was decided. */
export function settledColumns(
  settlement: Settlement | undefined,
  row: Pick<LocalRow, "reading">,
): Pick<PushedRow, "settled"> {
  const standing = settlement?.fields.filter(({ column, value }) => cellValue(row, column) === value) ?? [];
  if (!settlement || standing.length === 0) return {};
  return { settled: { version: settlement.version, columns: standing.map(({ column }) => column) } };
}
