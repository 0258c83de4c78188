/** What a spreadsheet cell holds: empty cells are `""`, dates are serial numbers, error cells are texts such as `#N/A`. */
export type Cell = string | number | boolean;

/** A calendar day in America/Bogota, `YYYY-MM-DD`. */
export type Day = string;

/** A calendar month in America/Bogota, `YYYY-MM`. */
export type Month = string;

/** The canonical value of a column: what is stored, compared and sent. `null` is an empty cell. */
export type Value = string | number | null;

/** The canonical values of a row by column key. */
export type Row = Readonly<Record<string, Value>>;

/** A row under construction. */
export type MutableRow = Record<string, Value>;
