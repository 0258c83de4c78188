import type { Cell, Day } from "../model/value.ts";
import type { IssueCode } from "../model/issue.ts";
import { dayOf, serialToDay } from "./day.ts";
import { monthByName } from "./months.ts";

export type DayReading =
  | {
      readonly day: Day;
      /** The day that the same text is where the month comes first, if there is one and it is another. */
      readonly swapped?: Day;
    }
  | { readonly code: IssueCode };

/** Serial numbers below this (year 1954) or above it (year 2100) are no dates of this business. */
const serialRange = { first: 20_000, last: 73_415 };
const years = { first: 1900, last: 2100 };
/** Longer texts are no date. */
const longest = 60;
const weekday =
  /^(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|lun|mar|mi[eé]|jue|vie|s[aá]b|dom)(?:\.,?|,|\s)\s*(?=\d)/u;

/**
 * Reads a date as people type it: an Excel serial, ISO, `dd/mm/aaaa` with `/`, `-`, `.` or spaces, `3-mar-26`, «martes, 3 de
 * marzo de 2026», «marzo 3 de 2026», `20260303`. Day and month are never swapped: unless the column is `monthFirst`,
 * `03/25/2026` is refused as ambiguous, and where it is, `25/03/2026` is.
 */
export function readDay(cell: Cell, date1904: boolean, monthFirst = false): DayReading {
  if (typeof cell === "number") return readSerial(cell, date1904);
  if (typeof cell === "boolean" || cell.length > longest) return { code: "not-a-date" };
  const text = withoutTime(cell.trim().toLowerCase()).replace(weekday, "");
  return (
    readIso(text) ??
    readCompact(text) ??
    readNumeric(text, monthFirst) ??
    readNamed(text) ??
    readMonthNamedFirst(text) ?? { code: isPartOfDate(text) ? "incomplete-date" : "not-a-date" }
  );
}

/** The numbers of a text date with two of them before the year, as they stand, or undefined where it is none. */
export function numericDate(
  text: string,
): readonly [first: number, second: number, year: number] | undefined {
  const parts = /^(\d{1,2})\s?[-/.\s]\s?(\d{1,2})\s?[-/.\s]\s?(\d{2}|\d{4})$/.exec(text);
  return parts ? [Number(parts[1]), Number(parts[2]), fullYear(Number(parts[3]))] : undefined;
}

/** The text of a date without its time of day. */
export function withoutTime(text: string): string {
  return text.replace(/[\sT,]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s?([ap]\.?\s?m\.?)?z?$/iu, "");
}

/** Whether a serial number of this day is read again as this day. */
export function hasSerial(day: Day): boolean {
  return day >= serialToDay(serialRange.first) && day <= serialToDay(serialRange.last);
}

function readSerial(serial: number, date1904: boolean): DayReading {
  const offset = date1904 ? 1_462 : 0;
  if (serial >= serialRange.first - offset && serial < serialRange.last + 1 - offset)
    return { day: serialToDay(serial, date1904) };
  return readCompact(String(serial)) ?? { code: "not-a-date" };
}

function readIso(text: string): DayReading | undefined {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  return parts ? exact(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

function readCompact(text: string): DayReading | undefined {
  const parts = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  return parts ? exact(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

function readNumeric(text: string, monthFirst: boolean): DayReading | undefined {
  const parts = numericDate(text);
  if (!parts) return undefined;
  const [first, second, year] = parts;
  const usual = possible(year, second, first);
  const american = possible(year, first, second);
  const [day, swapped] = monthFirst ? [american, usual] : [usual, american];
  if (day === undefined) return { code: swapped === undefined ? "invalid-date" : "ambiguous-date" };
  return swapped === undefined || swapped === day ? { day } : { day, swapped };
}

function readNamed(text: string): DayReading | undefined {
  const parts =
    /^(\d{1,2})[\s\-/.]{0,3}(?:de\s)?(\p{L}{3,10})\.?[\s\-/.,]{0,3}(?:del?\s)?(\d{4}|\d{2})$/u.exec(text);
  const month = parts?.[2] === undefined ? undefined : monthByName(parts[2]);
  if (!parts || month === undefined) return undefined;
  return exact(fullYear(Number(parts[3])), month, Number(parts[1]));
}

function readMonthNamedFirst(text: string): DayReading | undefined {
  const parts = /^(\p{L}{3,10})\.?[\s\-/]{1,3}(\d{1,2})(?:,?\sdel?\s|,\s?|[\s\-/]{1,3})(\d{4}|\d{2})$/u.exec(
    text,
  );
  const month = parts?.[1] === undefined ? undefined : monthByName(parts[1]);
  if (!parts || month === undefined) return undefined;
  return exact(fullYear(Number(parts[3])), month, Number(parts[2]));
}

/** A month and a year, a day and a month, or a year: `mar-26`, `15/03`, «marzo», `2026`. */
function isPartOfDate(text: string): boolean {
  if (/^(?:19|20)\d{2}$/.test(text) || /^\d{1,2}\s?[-/]\s?(?:\d{1,2}|\d{4})$/.test(text)) return true;
  const word =
    /^(?:\d{1,2})?[\s\-/.]{0,3}(?:de\s)?(\p{L}{3,10})\.?[\s\-/.]{0,3}(?:del?\s)?(?:\d{1,4})?$/u.exec(
      text,
    )?.[1];
  return word !== undefined && monthByName(word) !== undefined;
}

function exact(year: number, month: number, date: number): DayReading {
  const day = possible(year, month, date);
  return day === undefined ? { code: "invalid-date" } : { day };
}

const possible = (year: number, month: number, date: number): Day | undefined =>
  year < years.first || year > years.last ? undefined : dayOf(year, month, date);

/** Two-digit years are of this century up to 68, as POSIX reads them. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}
