/** How a figure is drawn from the rows of a record, as data: the service compiles it to SQL, the pane explains it. */
export interface Measure {
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
  /** Only rows whose columns hold one of these values. */
  readonly where?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Only rows where these columns hold something. */
  readonly present?: readonly string[];
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
