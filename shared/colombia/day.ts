import type { Day, Month } from "../model/value.ts";

/** Where the company's days are counted. */
export const timeZone = "America/Bogota";

const millisecondsPerDay = 86_400_000;
/** Days between Excel's day 0 and 1 January 1970, in workbooks that count from 1900. */
const serialOf1970 = 25_569;
/** How many days later the calendar of 1904 workbooks begins. */
const offset1904 = 1_462;

const bogotaDay = new Intl.DateTimeFormat("en-CA", {
  timeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in Bogota at an instant. */
export function dayAt(instant: Date): Day {
  return bogotaDay.format(instant);
}

/** The day of a year, month (1–12) and day of month, or undefined where the calendar has none such. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const instant = new Date(Date.UTC(year, month - 1, date));
  const exists =
    instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
  return exists ? instant.toISOString().slice(0, 10) : undefined;
}

/** The day of an Excel serial number; a time of day is dropped. */
export function serialToDay(serial: number, date1904 = false): Day {
  const days = Math.floor(serial) + (date1904 ? offset1904 : 0) - serialOf1970;
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The Excel serial number of a day, a whole number. */
export function dayToSerial(day: Day, date1904 = false): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay + serialOf1970 - (date1904 ? offset1904 : 0);
}

export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

export function addDays(day: Day, days: number): Day {
  return serialToDay(dayToSerial(day) + days);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const total = year * 12 + number - 1 + months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}`;
}

/** The months from the first to the last, both included; empty where the first is later. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

/** The day as people in Colombia write it: `dd/mm/aaaa`. */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}
