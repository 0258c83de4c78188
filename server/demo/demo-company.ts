import type { Day } from "../../shared/model/value.ts";
import { demoBudget } from "./budget.ts";
import { createCalendar } from "./calendar.ts";
import { demoCustomers } from "./customers.ts";
import type { DemoRow } from "./demo-row.ts";
import { demoPeople, type DemoPerson } from "./people.ts";
import { planMonths } from "./plan.ts";
import { demoSales } from "./sales.ts";
import { advisorShares } from "./shares.ts";
import { demoVisits } from "./visits.ts";

/** A fictional company whole: its people and the life of every row. */
export interface DemoCompany {
  readonly people: readonly DemoPerson[];
  readonly budget: readonly DemoRow[];
  readonly customers: readonly DemoRow[];
  readonly visits: readonly DemoRow[];
  readonly sales: readonly DemoRow[];
}

/** The demonstration company: 18 months up to `today`. The same seed and day always give the same company. */
export function demoCompany({ seed, today }: { readonly seed: number; readonly today: Day }): DemoCompany {
  const calendar = createCalendar(today);
  const plans = planMonths(calendar);
  const customers = demoCustomers(seed, calendar, plans, advisorShares);
  return {
    people: demoPeople,
    budget: demoBudget(seed, calendar, plans, advisorShares),
    customers,
    visits: demoVisits(seed, calendar, plans, customers),
    sales: demoSales(seed, calendar, plans, customers),
  };
}
