/** How a sheet writes one column, where it differs from the usual; applied both when reading and when writing. */
export interface ColumnHabit {
  /** What 1 in a cell counts: 1, 1,000 or 1,000,000 pesos. */
  readonly unit?: number;
  /** Text dates are month/day. */
  readonly monthFirst?: true;
}

/** Habits by the record's column key. */
export type ColumnHabits = Readonly<Record<string, ColumnHabit>>;
