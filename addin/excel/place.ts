/** A place in the workbook that outlives renamed and moved worksheets. */
export interface Place {
  readonly worksheetId: string;
  readonly worksheet: string;
  /** A1 address within the worksheet. */
  readonly address: string;
}

/** The place of what is gone. */
export const nowhere: Place = { worksheetId: "", worksheet: "", address: "" };

/** What keeps a linked sheet from being read or written, each with its own way out. */
export type Trouble =
  | { readonly code: "table-missing" }
  | { readonly code: "protected" }
  | { readonly code: "header-renamed"; readonly column: string; readonly header: string }
  | { readonly code: "column-missing"; readonly column: string }
  | { readonly code: "control-column-missing" };
