import type { DemoCalendar } from "./calendar.ts";
import { duplicateCustomer, formerCustomer, newCustomer } from "./customer-rows.ts";
import { countAccounts, type CustomerTraits } from "./customer.ts";
import type { DemoRow } from "./demo-row.ts";
import type { MonthPlan } from "./plan.ts";
import { createRandom, shareOut, type Random } from "./random.ts";
import type { AdvisorShares } from "./shares.ts";

/** Users that count; those entered twice and voided come on top. */
const standingCustomers = 900;
const prospects = 34;
/** Users of the unregulated market that were there before; one more comes every other month. */
const formerUnregulated = 22;
const duplicates = 4;

/**
 * The users: those that the company had, those linked in each month (exactly as many as the plan says), some who have
 * an account but no effective linking yet, and a few that were entered twice and voided.
 */
export function demoCustomers(
  seed: number,
  calendar: DemoCalendar,
  plans: readonly MonthPlan[],
  shares: AdvisorShares,
): readonly DemoRow[] {
  const random = createRandom(seed, "customers");
  const accounts = countAccounts();
  const linked = plans.flatMap((plan, place) => [
    ...linkedRegulated(random, calendar, plan, shares),
    ...(place % 2 === 0 ? linkedUnregulated(random, calendar, plan, shares) : []),
  ]);
  const former = standingCustomers - linked.length - prospects;
  const newRows = linked.map((traits) => newCustomer(random, calendar, accounts, traits));
  return [
    ...times(former, (place) => {
      const market = place < formerUnregulated ? "unregulated" : "regulated";
      return formerCustomer(random, calendar, accounts, { market, advisor: random.weighted(shares[market]) });
    }),
    ...newRows,
    ...times(prospects, () =>
      newCustomer(random, calendar, accounts, { ...unlinked, advisor: random.weighted(shares.regulated) }),
    ),
    ...spread(newRows, duplicates).map((row) => duplicateCustomer(random, calendar, accounts, row)),
  ];
}

const unlinked = { market: "regulated", linkedOn: null } as const;

/** As many new users as the month's plan achieved, shared out among the advisors. */
function linkedRegulated(
  random: Random,
  calendar: DemoCalendar,
  { month, regulated }: MonthPlan,
  shares: AdvisorShares,
): readonly CustomerTraits[] {
  const days = calendar.pastDaysOf(month);
  const uneven = Object.values(shares.regulated).map((share) => share * (0.75 + random.next() / 2));
  const counts = shareOut(days.length === 0 ? 0 : regulated.executed, uneven);
  return Object.keys(shares.regulated).flatMap((advisor, place) =>
    times(counts[place] ?? 0, () => ({ advisor, market: "regulated" as const, linkedOn: random.pick(days) })),
  );
}

function linkedUnregulated(
  random: Random,
  calendar: DemoCalendar,
  { month }: MonthPlan,
  shares: AdvisorShares,
): readonly CustomerTraits[] {
  const days = calendar.pastDaysOf(month);
  if (days.length === 0) return [];
  return [
    { advisor: random.weighted(shares.unregulated), market: "unregulated", linkedOn: random.pick(days) },
  ];
}

/** So many of the rows, evenly spread over all of them. */
function spread(rows: readonly DemoRow[], count: number): readonly DemoRow[] {
  const step = rows.length / (count + 1);
  return times(count, (place) => rows[Math.floor((place + 1) * step)]).filter((row) => row !== undefined);
}

const times = <T>(count: number, make: (place: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => make(place));
