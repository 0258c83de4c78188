import type { Row, Value } from "./value.ts";

/** A condition on another column of the row, as data, so that it can be judged, explained and compiled. */
export type Condition =
  | { readonly column: string; readonly in: readonly (string | number)[] }
  | { readonly column: string; readonly present: true };

export const isOneOf = (column: string, ...values: readonly (string | number)[]): Condition => ({
  column,
  in: values,
});

export const isPresent = (column: string): Condition => ({ column, present: true });

export function holds(condition: Condition, row: Row): boolean {
  const value: Value = row[condition.column] ?? null;
  if (value === null) return false;
  return "present" in condition || condition.in.includes(value);
}
