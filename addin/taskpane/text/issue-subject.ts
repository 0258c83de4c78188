import type { Context } from "../../../shared/model/kind.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";

/** An issue in its place, as the sentences see it. */
export interface Subject {
  readonly sheet: Sheet;
  readonly key: string;
  /** The header over the cell. */
  readonly label: string;
  /** What the cell says. */
  readonly typed: string;
  readonly context: Context;
  detail(name: string): string | undefined;
}

/** Longer texts are cut in a sentence; the cell shows them whole. */
const longestQuote = 40;

/** What the cell says, in quotation marks. */
export function quoted({ typed }: Subject): string {
  return typed === "" ? "Lo escrito" : `«${cut(typed)}»`;
}

export const cut = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote - 1).trimEnd()}…` : text;
