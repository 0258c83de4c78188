/** Which rows of a record are meant. */
export interface RowFilter {
  /** Only rows whose columns hold one of these values. */
  readonly where?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Only rows where these columns hold something. */
  readonly present?: readonly string[];
  /** Only rows where these columns are empty. */
  readonly absent?: readonly string[];
}

/** Rows that a computed table goes through one by one, as data: the service compiles it to SQL. */
export interface Listing extends RowFilter {
  readonly from: string;
  /** The columns that the table needs, computed ones among them. */
  readonly columns: readonly string[];
}

/** How a figure is drawn from the rows of a record, as data: the service compiles it to SQL, the pane explains it. */
export interface Measure extends RowFilter {
  /** The record counted or summed. */
  readonly from: string;
  readonly aggregate:
    | { readonly count: "rows" }
    /** Each value of the column counts once. */
    | { readonly countDistinct: string }
    | { readonly sum: string };
  /** The column of the day that decides the month. */
  readonly by: string;
  /** The column that names the advisor. */
  readonly advisor: string;
}

/** Where the monthly target of an indicator stands. */
export interface TargetSource {
  readonly from: string;
  readonly sum: string;
  readonly year: string;
  readonly month: string;
  readonly advisor: string;
  readonly municipality: string;
  readonly where: Readonly<Record<string, readonly (string | number)[]>>;
}
