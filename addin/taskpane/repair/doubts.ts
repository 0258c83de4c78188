import type { RepairGroup } from "../../../shared/repair/plan-repairs.ts";
import type { SheetRepairs } from "../../sync/familiar-session.ts";

/** Cells of a column of which it is not certain what they mean. */
export interface Doubt {
  readonly link: string;
  readonly sheet: string;
  readonly column: string;
  readonly group: RepairGroup;
}

/** What a person can decide with a click. What has no suggestion is told among the mistakes. */
export const doubtsOf = (repairs: readonly SheetRepairs[]): readonly Doubt[] =>
  repairs.flatMap(({ link, sheet, columns }) =>
    columns.flatMap(({ column, uncertain }) =>
      uncertain
        .filter(({ suggestions }) => suggestions.length > 0)
        .map((group) => ({ link, sheet, column, group })),
    ),
  );
