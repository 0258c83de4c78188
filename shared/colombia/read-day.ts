import type { Cell, Day } from "../model/value.ts";
import type { IssueCode } from "../model/issue.ts";
import { dayOf, serialToDay } from "./day.ts";
import { monthByName } from "./months.ts";

export type DayReading = { readonly day: Day } | { readonly code: IssueCode };

/** Serial numbers below this (year 1954) or above it (year 2100) are no dates of this business. */
const serialRange = { first: 20_000, last: 73_415 };

/**
 * Reads a date as people type it: an Excel serial, ISO, `dd/mm/aaaa` with `/`, `-` or `.`, `3-mar-26`, «3 de marzo de
 * 2026», `20260303`. Day and month are never swapped: `03/25/2026` is refused as ambiguous.
 */
export function readDay(cell: Cell, date1904: boolean): DayReading {
  if (typeof cell === "number") return readSerial(cell, date1904);
  if (typeof cell === "boolean") return { code: "not-a-date" };
  const text = withoutTime(cell.trim().toLowerCase());
  return readIso(text) ?? readCompact(text) ?? readNumeric(text) ?? readNamed(text) ?? { code: "not-a-date" };
}

function readSerial(serial: number, date1904: boolean): DayReading {
  const first = date1904 ? serialRange.first - 1_462 : serialRange.first;
  if (serial >= first && serial <= serialRange.last) return { day: serialToDay(serial, date1904) };
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

function readNumeric(text: string): DayReading | undefined {
  const parts = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2}|\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [date, month, year] = [Number(parts[1]), Number(parts[2]), fullYear(Number(parts[3]))];
  const day = dayOf(year, month, date);
  if (day !== undefined) return { day };
  return { code: dayOf(year, date, month) === undefined ? "invalid-date" : "ambiguous-date" };
}

function readNamed(text: string): DayReading | undefined {
  const parts = /^(\d{1,2})[\s\-/.]*(?:de\s+)?(\p{L}{3,})\.?[\s\-/.,]*(?:del?\s+)?(\d{4}|\d{2})$/u.exec(text);
  const month = parts?.[2] === undefined ? undefined : monthByName(parts[2]);
  if (!parts || month === undefined) return undefined;
  return exact(fullYear(Number(parts[3])), month, Number(parts[1]));
}

function exact(year: number, month: number, date: number): DayReading {
  const day = dayOf(year, month, date);
  return day === undefined ? { code: "invalid-date" } : { day };
}

/** Two-digit years are of this century up to 68, as POSIX reads them. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

function withoutTime(text: string): string {
  return text.replace(/[\sT]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*([ap]\.?\s?m\.?)?z?$/iu, "");
}
