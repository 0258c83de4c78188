import type { UniverParts } from "./univer-parts.ts";

/** What Excel makes of a text put into a cell. */
export type Entered =
  | { kind: "text"; text: string }
  | { kind: "number"; number: number; pattern: string | undefined }
  | { kind: "boolean"; boolean: boolean }
  | { kind: "formula"; formula: string }
  | { kind: "error"; error: string };

/** Most texts are plainly none, and trying every form of number and date on each is slow. */
const MAY_BE_A_VALUE = /^\s*[-+($€£.,%\d]|^\s*(true|false|verdadero|falso|\p{L}{3,10}\.?[ -]\d{1,4})\s*$/iu;

const ERRORS = new Set(["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"]);

/**
 * Reads a text as Excel does when it lands in a cell that is not formatted as text: an apostrophe keeps it text,
 * `=`, `+`, `-` and `@` begin a formula, and what looks like a number, percentage, amount, date or time becomes one,
 * with the number format to show it in.
 */
export function enteredText(text: string, locale: string, numfmt: UniverParts["numfmt"]): Entered {
  if (text.startsWith("'")) return { kind: "text", text: text.slice(1) };
  if (/^=./s.test(text)) return { kind: "formula", formula: text };
  if (ERRORS.has(text)) return { kind: "error", error: text };
  const parsed =
    MAY_BE_A_VALUE.test(text) && isWellGrouped(text, locale, numfmt)
      ? numfmt.parseValue(text, { locale })
      : null;
  if (typeof parsed?.v === "number") return { kind: "number", number: parsed.v, pattern: parsed.z };
  if (typeof parsed?.v === "boolean") return { kind: "boolean", boolean: parsed.v };
  return /^[+\-@]./s.test(text) ? { kind: "formula", formula: `=${text}` } : { kind: "text", text };
}

/** `1.5` is no number where the point groups thousands: Excel wants three digits after it. */
function isWellGrouped(text: string, locale: string, numfmt: UniverParts["numfmt"]): boolean {
  const { group } = numfmt.getLocale(locale) ?? { group: "," };
  const [whole = ""] = text.split(group === "." ? "," : ".");
  const groups = whole.replace(/[^\d.,]/g, "").split(group.trim() || " ");
  return groups.slice(1).every((digits) => digits.length === 3) || /[/:-]/.test(text);
}
