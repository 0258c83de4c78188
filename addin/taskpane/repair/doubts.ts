import type { RepairGroup, RepairSuggestion } from "../../../shared/repair/plan-repairs.ts";
import type { SheetRepairs } from "../../sync/familiar-session.ts";
import { certainCells } from "./repair-counts.ts";

/** Cells of a column of which it is not certain what they mean. */
export interface Doubt {
  readonly link: string;
  readonly sheet: string;
  readonly numbers: SheetRepairs["numbers"];
  readonly column: string;
  readonly group: RepairGroup;
  /** What they may mean: how they were read first. */
  readonly choices: readonly RepairSuggestion[];
}

/** What a person can decide with a click; what there is no guess about is told among the mistakes. */
export function doubtsOf(repairs: readonly SheetRepairs[]): readonly Doubt[] {
  return repairs.flatMap(({ link, sheet, numbers, columns }) =>
    columns.flatMap(({ column, uncertain }) =>
      uncertain
        .map((group) => ({ link, sheet, numbers, column, group, choices: choicesOf(group) }))
        .filter(({ choices }) => choices.length > 0),
    ),
  );
}

/** Whether there is anything to repair, with one click or several. */
export const hasRepairs = (repairs: readonly SheetRepairs[]): boolean =>
  certainCells(repairs) > 0 || doubtsOf(repairs).length > 0;

function choicesOf({ typed, becomes, shown, suggestions }: RepairGroup): readonly RepairSuggestion[] {
  return becomes === typed ? suggestions : [{ label: shown, cell: becomes }, ...suggestions];
}
