/** How a sheet writes one column, where it differs from the usual; applied both when reading and when writing. */
export interface ColumnHabit {
  /** What 1 in a cell counts: 1, 1,000 or 1,000,000 pesos; 100 where percentages are fractions. */
  readonly unit?: number;
  /** Text dates are month/day. */
  readonly monthFirst?: true;
  /** Some text dates can only be month/day and nobody has said what the others are: those that may be either are asked. */
  readonly doubtfulOrder?: true;
  /** How many digits its numbers with a leading zero have, which are texts: a shorter number may have lost its zeros. */
  readonly digits?: number;
}

/** Habits by the record's column key. */
export type ColumnHabits = Readonly<Record<string, ColumnHabit>>;
