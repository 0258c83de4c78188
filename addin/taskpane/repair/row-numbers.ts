import type { SheetRepairs } from "../../sync/familiar-session.ts";

/** The worksheet's numbers of rows of a repair, as people see them; cells of one line of a matrix share theirs. */
export const rowNumbers = (rows: readonly number[], numbers: SheetRepairs["numbers"]): readonly number[] => [
  ...new Set(rows.map((row) => numbers?.get(row) ?? row + 1)),
];
