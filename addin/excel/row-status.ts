/** How a row of a linked table stands, as its status column says it. */
export type RowStatus =
  "synchronised" | "pending" | "wrong" | "conflict" | "validated" | "returned" | "voided";

/** What the hidden marks column holds for the header of a wrong column and of one in conflict; the table's rules look for it. */
export const wrongMark = (header: string): string => `|${header}|`;
export const conflictMark = (header: string): string => `!${header}!`;
