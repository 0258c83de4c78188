import type { MutableRow, Row, Value } from "../../shared/model/value.ts";

/** The same field changed differently on both sides. */
export interface FieldConflict {
  readonly column: string;
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

export interface Merge {
  /** The current row with what I changed, as far as nobody else changed it too. */
  readonly row: Row;
  readonly conflicts: readonly FieldConflict[];
}

/** The columns among those sent whose values differ from a row's. */
export function changedColumns(from: Row, mine: Row): readonly string[] {
  return Object.keys(mine).filter((column) => valueOf(mine, column) !== valueOf(from, column));
}

/** Takes what I changed since `base` over into the current row, field by field; overwrites nothing of others. */
export function mergeFields(base: Row, current: Row, mine: Row): Merge {
  const row: MutableRow = { ...current };
  const conflicts: FieldConflict[] = [];
  for (const column of changedColumns(base, mine)) {
    const field = {
      column,
      base: valueOf(base, column),
      mine: valueOf(mine, column),
      theirs: valueOf(current, column),
    };
    if (field.theirs === field.base || field.theirs === field.mine) row[column] = field.mine;
    else conflicts.push(field);
  }
  return { row, conflicts };
}

export function valueOf(row: Row, column: string): Value {
  return Object.hasOwn(row, column) ? (row[column] ?? null) : null;
}
