import Holidays from "date-holidays";
import type { Day } from "../model/value.ts";
import { addDays, dayToSerial } from "./day.ts";

const calendar = new Holidays("CO");
const holidaysByYear = new Map<number, ReadonlySet<Day>>();

/** The public holidays of a year (Ley 51 de 1983; from 2026 also Ley 2578 de 2026). */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const publicDays = calendar.getHolidays(year).filter((holiday) => holiday.type === "public");
  const days = new Set(publicDays.map((holiday) => holiday.date.slice(0, 10)));
  holidaysByYear.set(year, days);
  return days;
}

/** Monday to Friday, no holiday. */
export function isBusinessDay(day: Day): boolean {
  return !isWeekend(day) && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** How many business days lie between two days, both included. */
export function businessDaysBetween(first: Day, last: Day): number {
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) if (isBusinessDay(day)) count += 1;
  return count;
}

/** The day on which a term of business days ends, counted from the business day after `day`. */
export function addBusinessDays(day: Day, days: number): Day {
  let current = day;
  for (let left = days; left > 0;) {
    current = addDays(current, 1);
    if (isBusinessDay(current)) left -= 1;
  }
  return current;
}

/** Excel's serial numbers of Saturdays are multiples of seven. */
function isWeekend(day: Day): boolean {
  return dayToSerial(day) % 7 < 2;
}
