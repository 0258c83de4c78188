import { addMonths, monthOf } from "../../shared/colombia/day.ts";
import type { Day, Month, Row } from "../../shared/model/value.ts";
import { earlier, evening, moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRevision, DemoRow } from "./demo-row.ts";
import { demoPersonWith } from "./people.ts";
import { pesosAsked, usersAsked, type MarketPlan, type MonthPlan } from "./plan.ts";
import { createRandom, shareOut, type Random } from "./random.ts";
import type { AdvisorShares } from "./shares.ts";

const director = demoPersonWith("director");
const approver = demoPersonWith("management").name;

/**
 * The targets of both markets, for the company and by advisor, through December. Each is set the year before, approved
 * a week before its month, and some are adjusted in it with a reason. Targets of months to come wait for approval.
 */
export function demoBudget(
  seed: number,
  calendar: DemoCalendar,
  plans: readonly MonthPlan[],
  shares: AdvisorShares,
): readonly DemoRow[] {
  const random = createRandom(seed, "budget");
  return [...plans, ...plansToCome(calendar)].flatMap(({ month, regulated, unregulated }) => [
    ...marketRows(random, calendar, {
      month,
      market: "regulated",
      plan: regulated,
      shares: shares.regulated,
    }),
    ...marketRows(random, calendar, {
      month,
      market: "unregulated",
      plan: unregulated,
      shares: shares.unregulated,
    }),
  ]);
}

interface MonthOfMarket {
  readonly month: Month;
  readonly market: "regulated" | "unregulated";
  readonly plan: MarketPlan;
  readonly shares: Readonly<Record<string, number>>;
}

/** The company's row and one for each advisor; the advisors' targets add up to the company's. */
function marketRows(random: Random, calendar: DemoCalendar, of: MonthOfMarket): readonly DemoRow[] {
  const { firstTarget, target } = of.plan;
  if (firstTarget === null || target === null) return [];
  const advisors = Object.keys(of.shares);
  const weights = Object.values(of.shares);
  const first = split(firstTarget, weights, of.market);
  const current = split(target, weights, of.market);
  return [
    targetRow(random, calendar, of, null, firstTarget, target),
    ...advisors.map((advisor, place) =>
      targetRow(random, calendar, of, advisor, first[place] ?? 0, current[place] ?? 0),
    ),
  ];
}

/** Users one by one, pesos by hundreds of thousands, as people set them. */
function split(
  total: number,
  weights: readonly number[],
  market: MonthOfMarket["market"],
): readonly number[] {
  const unit = market === "regulated" ? 1 : 100_000;
  return shareOut(total / unit, weights).map((part) => part * unit);
}

function targetRow(
  random: Random,
  calendar: DemoCalendar,
  { month, market, plan }: MonthOfMarket,
  advisor: string | null,
  firstTarget: number,
  target: number,
): DemoRow {
  const setOn = settingDay(calendar, month);
  const approvedOn = moveBusinessDays(`${month}-01`, -5);
  const set = { ...blankTarget(month, market, advisor), ...amount(market, firstTarget) };
  const approved = { ...set, approvedBy: approver, approvedOn: later(setOn, approvedOn) };
  const revisions = [revision(setOn, set)];
  if (later(setOn, approvedOn) <= calendar.lastDay)
    revisions.push(revision(later(setOn, approvedOn), approved));
  if (target !== firstTarget && plan.reason !== null) {
    const adjustedOn = adjustmentDay(calendar, month);
    const adjusted = { ...approved, ...amount(market, target), reason: plan.reason, approvedOn: adjustedOn };
    revisions.push(revision(adjustedOn, adjusted));
  }
  return { id: random.id(), revisions };
}

function blankTarget(month: Month, market: string, advisor: string | null): Row {
  return {
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5)),
    market,
    advisor,
    municipality: null,
    targetUsers: null,
    targetSales: null,
    reason: null,
    approvedBy: null,
    approvedOn: null,
  };
}

const amount = (market: string, target: number): Row =>
  market === "regulated" ? { targetUsers: target } : { targetSales: target };

const revision = (day: Day, values: Row): DemoRevision => ({
  by: director.email,
  at: evening(day),
  workbook: "Presupuesto y metas.xlsx",
  values,
});

/** A year's targets are set in the middle of the December before it; those of the first year when the story begins. */
function settingDay(calendar: DemoCalendar, month: Month): Day {
  const start = moveBusinessDays(`${calendar.months[0] ?? monthOf(calendar.today)}-01`, -10);
  const december = moveBusinessDays(`${Number(month.slice(0, 4)) - 1}-12-15`, 1);
  return earlier(later(start, december), calendar.lastDay);
}

/** An adjustment comes when the month's first week has shown the need. */
function adjustmentDay(calendar: DemoCalendar, month: Month): Day {
  return earlier(calendar.businessDaysOf(month)[6] ?? calendar.lastDay, calendar.lastDay);
}

/** The months after the current one, to the end of its year. */
function plansToCome(calendar: DemoCalendar): readonly MonthPlan[] {
  const left = 12 - Number(calendar.currentMonth.slice(5));
  return Array.from({ length: left }, (_, ahead) => {
    const month = addMonths(calendar.currentMonth, ahead + 1);
    const place = calendar.months.length + ahead;
    return {
      month,
      regulated: toCome(usersAsked(month, place)),
      unregulated: toCome(pesosAsked(month, place)),
    };
  });
}

const toCome = (asked: number): MarketPlan => ({
  firstTarget: asked,
  target: asked,
  reason: null,
  executed: 0,
});
const later = (one: Day, other: Day): Day => (one > other ? one : other);
