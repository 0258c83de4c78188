import { businessDaysBetween, isBusinessDay } from "../../shared/colombia/business-days.ts";
import {
  addDays,
  addMonths,
  dayToSerial,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
} from "../../shared/colombia/day.ts";
import type { Day, Month } from "../../shared/model/value.ts";

/** The months that the company looks back on, the current one included. */
const monthsOfHistory = 18;

/** People synchronise every other week, in the older history every fourth: each time costs the seeding some 20 ms. */
const fortnight = 14;
const fourWeeks = 2 * fortnight;
const recentDays = 90;

/** The demonstration company's time: 18 months that end today. */
export interface DemoCalendar {
  readonly today: Day;
  /** The last business day before today: everything that has happened, happened by then. */
  readonly lastDay: Day;
  readonly months: readonly Month[];
  readonly currentMonth: Month;
  /** The share of the current month's business days that are over, 0–1. */
  readonly elapsed: number;
  /** Business days of a month, all of them. */
  businessDaysOf(month: Month): readonly Day[];
  /** Business days of a month that are over. */
  pastDaysOf(month: Month): readonly Day[];
  /** The instant at which somebody synchronises what happened on a day: the Friday that ends its stretch, or the last day. */
  syncAfter(day: Day): string;
  /** The instant at which a plan for a day was synchronised: the Friday before its stretch. */
  syncBefore(day: Day): string;
}

export function createCalendar(today: Day): DemoCalendar {
  const lastDay = lastBusinessDay(addDays(today, -1));
  const currentMonth = monthOf(today);
  const recentFrom = lastFridayOf(addDays(today, -recentDays), fourWeeks);
  const stretchOf = (day: Day) => (day <= recentFrom ? fourWeeks : fortnight);
  const businessDaysOf = remembering((month) => businessDays(firstDayOf(month), lastDayOf(month)));
  return {
    today,
    lastDay,
    currentMonth,
    months: monthsBetween(addMonths(currentMonth, 1 - monthsOfHistory), currentMonth),
    elapsed:
      businessDaysBetween(firstDayOf(currentMonth), lastDay) /
      businessDaysBetween(firstDayOf(currentMonth), lastDayOf(currentMonth)),
    businessDaysOf,
    pastDaysOf: remembering((month) => businessDaysOf(month).filter((day) => day <= lastDay)),
    syncAfter: (day) => evening(earlier(lastFridayOf(day, stretchOf(day)), lastDay)),
    syncBefore: (day) =>
      evening(earlier(addDays(lastFridayOf(day, stretchOf(day)), -stretchOf(day)), lastDay)),
  };
}

/** The business day so many business days after another one (or before, where negative). */
export function moveBusinessDays(day: Day, days: number): Day {
  const step = Math.sign(days);
  let current = day;
  for (let left = Math.abs(days); left > 0;) {
    current = addDays(current, step);
    if (isBusinessDay(current)) left -= 1;
  }
  return current;
}

export const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** A quarter to six in the evening in Bogota, which is five hours behind UTC all year. */
export const evening = (day: Day): string => new Date(`${day}T17:45:00-05:00`).toISOString();

function businessDays(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isBusinessDay(day)) days.push(day);
  return days;
}

function remembering(answer: (month: Month) => readonly Day[]): (month: Month) => readonly Day[] {
  const known = new Map<Month, readonly Day[]>();
  return (month) => {
    const days = known.get(month) ?? answer(month);
    known.set(month, days);
    return days;
  };
}

function lastBusinessDay(day: Day): Day {
  return isBusinessDay(day) ? day : moveBusinessDays(day, -1);
}

/** The Friday that ends the day's stretch. Serial numbers of Fridays leave 6 when divided by seven, or a multiple of it. */
function lastFridayOf(day: Day, stretch: number): Day {
  return addDays(day, (6 - (dayToSerial(day) % stretch) + stretch) % stretch);
}
