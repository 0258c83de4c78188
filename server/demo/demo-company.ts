import type { Day } from "../../shared/model/value.ts";
import { demoActions } from "./actions.ts";
import { demoBudget } from "./budget.ts";
import { createCalendar } from "./calendar.ts";
import { demoCampaigns } from "./campaigns.ts";
import { demoChanges } from "./changes.ts";
import { demoClaims } from "./claims.ts";
import { demoCustomers } from "./customers.ts";
import type { DemoRow } from "./demo-row.ts";
import { demoObjectives } from "./objectives.ts";
import { demoOpportunities } from "./opportunities.ts";
import { demoPeople, type DemoPerson } from "./people.ts";
import { planMonths } from "./plan.ts";
import { demoProposals } from "./proposals.ts";
import { demoSales } from "./sales.ts";
import { advisorShares } from "./shares.ts";
import { demoTerminations } from "./terminations.ts";
import { demoVisits } from "./visits.ts";

const recordIds = [
  "budget",
  "customers",
  "visits",
  "sales",
  "proposals",
  "claims",
  "terminations",
  "campaigns",
  "objectives",
  "opportunities",
  "actions",
  "changes",
] as const;

/** A fictional company whole: its people and, by record, the life of every row. */
export interface DemoCompany extends Readonly<Record<(typeof recordIds)[number], readonly DemoRow[]>> {
  readonly people: readonly DemoPerson[];
}

/** The rows of a company, record by record. */
export function recordsOf(company: DemoCompany): ReadonlyMap<string, readonly DemoRow[]> {
  return new Map(recordIds.map((id) => [id, company[id]]));
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
    proposals: demoProposals(seed, calendar, advisorShares),
    claims: demoClaims(seed, calendar, customers),
    terminations: demoTerminations(seed, calendar, customers),
    campaigns: demoCampaigns(seed, calendar),
    objectives: demoObjectives(seed, calendar, plans),
    opportunities: demoOpportunities(seed, calendar, advisorShares),
    actions: demoActions(seed, calendar),
    changes: demoChanges(seed, calendar),
  };
}
