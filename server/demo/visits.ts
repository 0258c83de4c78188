import type { Month, Row } from "../../shared/model/value.ts";
import type { DemoCalendar } from "./calendar.ts";
import { currentValues, standing, type DemoRow } from "./demo-row.ts";
import { demoAdvisors } from "./people.ts";
import type { MonthPlan } from "./plan.ts";
import { createRandom, shareOut, type Random } from "./random.ts";
import { linkingVisit, voidedVisit } from "./linking-visits.ts";
import { ordinaryVisit, plannedVisit } from "./ordinary-visits.ts";

/** Visits that count; those noted twice and voided come on top. */
const standingVisits = 3_000;
const upcomingVisits = 132;
const voidedVisits = 14;
/** A few users come to the office by themselves. */
const walkIns = 0.06;

/**
 * The visits: one for nearly each user linked in these months, the others that came to nothing (yet), and those planned
 * for the coming weeks. They follow the seasons, the advisors' days and what people answer.
 */
export function demoVisits(
  seed: number,
  calendar: DemoCalendar,
  plans: readonly MonthPlan[],
  customers: readonly DemoRow[],
): readonly DemoRow[] {
  const random = createRandom(seed, "visits");
  const users = standing(customers).map(currentValues);
  const linking = linkedWithin(users, calendar)
    .filter(() => !random.chance(walkIns))
    .map((user) => linkingVisit(random, calendar, user));
  const ordinary = monthsOfOrdinary(
    calendar,
    plans,
    standingVisits - upcomingVisits - linking.length,
  ).flatMap(({ month, count }) => {
    const known = linkedBefore(users, month);
    return byAdvisor(random, count).map((advisor) =>
      ordinaryVisit(random, calendar, { month, advisor, users: known }),
    );
  });
  const known = linkedBefore(users, calendar.currentMonth);
  const upcoming = byAdvisor(random, upcomingVisits).map((advisor) =>
    plannedVisit(random, calendar, { advisor, users: known }),
  );
  const twice = pickSome(random, ordinary, voidedVisits).map((visit) => voidedVisit(random, calendar, visit));
  return [...linking, ...ordinary, ...upcoming, ...twice];
}

function linkedWithin(users: readonly Row[], calendar: DemoCalendar): readonly Row[] {
  const first = `${calendar.months[0] ?? calendar.currentMonth}-01`;
  return users.filter(({ linkedOn }) => typeof linkedOn === "string" && linkedOn >= first);
}

/** Those whom an advisor may visit as users of the company in a month. */
function linkedBefore(users: readonly Row[], month: Month): readonly Row[] {
  return users.filter(({ linkedOn }) => typeof linkedOn === "string" && linkedOn < month);
}

/** Where more users are asked for, more doors are knocked on; the current month as far as it is over. */
function monthsOfOrdinary(calendar: DemoCalendar, plans: readonly MonthPlan[], total: number) {
  const weights = plans.map(({ month, regulated }) => {
    const days = calendar.businessDaysOf(month).length;
    return ((regulated.target ?? 0) * calendar.pastDaysOf(month).length) / days;
  });
  const counts = shareOut(total, weights);
  return plans.map(({ month }, place): { month: Month; count: number } => ({
    month,
    count: counts[place] ?? 0,
  }));
}

/** The advisor of each of so many visits; some walk more than others. */
function byAdvisor(random: Random, visits: number): readonly string[] {
  const counts = shareOut(
    visits,
    demoAdvisors.map(() => 0.85 + random.next() * 0.3),
  );
  return demoAdvisors.flatMap(({ email }, place) => Array.from({ length: counts[place] ?? 0 }, () => email));
}

function pickSome(random: Random, rows: readonly DemoRow[], count: number): readonly DemoRow[] {
  const places = new Set<number>();
  while (places.size < count) places.add(random.whole(0, rows.length - 1));
  return [...places].map((place) => rows[place]).filter((row) => row !== undefined);
}
