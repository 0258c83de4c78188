import type { DemoCompany } from "../../../server/demo/demo-company.ts";
import { currentValues, standing, type DemoRow } from "../../../server/demo/demo-row.ts";
import { businessDaysBetween } from "../../../shared/colombia/business-days.ts";
import { firstDayOf, lastDayOf, monthOf, monthsBetween } from "../../../shared/colombia/day.ts";
import type { Months } from "../../../shared/model/result.ts";
import type { Day, Month, Row } from "../../../shared/model/value.ts";

/** A figure worked out with loops over the generated rows, and nothing of the service. */
export interface PlainFigure {
  readonly executed: number;
  readonly target: number | null;
  readonly firstTarget: number | null;
  readonly percent: number | null;
  readonly state: "met" | "near" | "missed" | "no-target";
}

export interface PlainMonth {
  readonly month: Month;
  readonly provisional: boolean;
  /** What the target asks for by the business days that are over, today among them. */
  readonly expected: number | null;
  readonly company: PlainFigure;
  /** By e-mail. */
  readonly advisors: ReadonlyMap<string, PlainFigure>;
}

export type Market = "regulated" | "unregulated";

/** An indicator by month: users linked, or pesos sold, against the month's target. */
export function plainIndicator(
  company: DemoCompany,
  market: Market,
  months: Months,
  today: Day,
): readonly PlainMonth[] {
  return monthsBetween(months.first, months.last).map((month) => {
    const provisional = month === monthOf(today);
    const whole = plainFigure(company, market, month, null);
    const elapsed =
      businessDaysBetween(firstDayOf(month), today) /
      businessDaysBetween(firstDayOf(month), lastDayOf(month));
    return {
      month,
      provisional,
      expected: provisional && whole.target !== null ? whole.target * elapsed : null,
      company: whole,
      advisors: new Map(
        company.people
          .filter(({ role }) => role === "advisor")
          .map(({ email }) => [email, plainFigure(company, market, month, email)]),
      ),
    };
  });
}

/** Σ executed over Σ target of the months that have one. */
export function plainYearToDate(
  months: readonly PlainMonth[],
): PlainFigure & { withoutTarget: readonly Month[] } {
  let [executed, target, firstTarget] = [0, 0, 0];
  const withoutTarget: Month[] = [];
  for (const { month, company } of months) {
    if (company.target === null) withoutTarget.push(month);
    else {
      executed += company.executed;
      target += company.target;
      firstTarget += company.firstTarget ?? 0;
    }
  }
  return { ...compare(executed, target, firstTarget), withoutTarget };
}

function plainFigure(
  company: DemoCompany,
  market: Market,
  month: Month,
  advisor: string | null,
): PlainFigure {
  const executed = market === "regulated" ? linked(company, month, advisor) : sold(company, month, advisor);
  const line = company.budget.find((row) => isTargetOf(currentValues(row), market, month, advisor));
  return compare(executed, line ? amountOf(currentValues(line)) : null, line ? firstAmountOf(line) : null);
}

function linked({ customers }: DemoCompany, month: Month, advisor: string | null): number {
  const accounts = new Set<string>();
  for (const values of standing(customers).map(currentValues)) {
    if (values["market"] !== "regulated" || !isIn(values["linkedOn"], month)) continue;
    if (advisor === null || values["advisor"] === advisor) accounts.add(String(values["account"]));
  }
  return accounts.size;
}

function sold({ sales }: DemoCompany, month: Month, advisor: string | null): number {
  let pesos = 0;
  for (const values of standing(sales).map(currentValues)) {
    if (isIn(values["date"], month) && (advisor === null || values["advisor"] === advisor))
      pesos += Number(values["value"]);
  }
  return pesos;
}

function isTargetOf(values: Row, market: Market, month: Month, advisor: string | null): boolean {
  const [year = "", number = ""] = month.split("-");
  return (
    values["market"] === market &&
    values["year"] === Number(year) &&
    values["month"] === Number(number) &&
    values["advisor"] === advisor
  );
}

const amountOf = (values: Row): number => Number(values["targetUsers"] ?? values["targetSales"]);
const firstAmountOf = ({ revisions: [first] }: DemoRow): number | null =>
  first ? amountOf(first.values) : null;

function compare(executed: number, target: number | null, firstTarget: number | null): PlainFigure {
  if (target === null || target === 0)
    return {
      executed,
      target: null,
      firstTarget: firstTarget === 0 ? null : firstTarget,
      percent: null,
      state: "no-target",
    };
  const percent = (executed / target) * 100;
  return {
    executed,
    target,
    firstTarget,
    percent,
    state: percent >= 100 ? "met" : percent >= 90 ? "near" : "missed",
  };
}

/** What one advisor planned, made and achieved in a month. */
export interface PlainVisits {
  readonly planned: number;
  readonly done: number;
  readonly effective: number;
  readonly linked: number;
}

/** Gestión mensual visitas, worked out visit by visit: by month and advisor's e-mail. */
export function plainVisitControl(company: DemoCompany, months: Months): ReadonlyMap<string, PlainVisits> {
  const counts = new Map<string, { planned: number; done: number; effective: number; linked: number }>();
  const within = (day: unknown) =>
    typeof day === "string" && monthOf(day) >= months.first && monthOf(day) <= months.last;
  const count = (day: unknown, advisor: unknown, what: keyof PlainVisits) => {
    if (typeof day !== "string" || !within(day)) return;
    const key = visitKey(monthOf(day), String(advisor));
    const found = counts.get(key) ?? { planned: 0, done: 0, effective: 0, linked: 0 };
    found[what] += 1;
    counts.set(key, found);
  };
  for (const { advisor, ...values } of standing(company.visits).map(currentValues)) {
    count(values["plannedOn"], advisor, "planned");
    count(values["visitedOn"], advisor, "done");
    if (["linked", "interested", "notInterested"].includes(String(values["outcome"])))
      count(values["visitedOn"], advisor, "effective");
    if (values["outcome"] === "linked") count(values["linkedOn"], advisor, "linked");
  }
  return counts;
}

export const visitKey = (month: Month, advisor: string): string => `${month} ${advisor}`;

const isIn = (day: unknown, month: Month): boolean => typeof day === "string" && monthOf(day) === month;

/** What one month of a market held, told day by day. */
export interface PlainNumbers {
  readonly initial: number;
  readonly linked: number;
  readonly lost: number;
  readonly reactivated: number;
  readonly final: number;
}

/** Numérica clientes, worked out by asking of every user on which days they were linked. Terminations name users. */
export function plainCustomerNumbers(company: DemoCompany, market: Market, month: Month): PlainNumbers {
  const left = standing(company.terminations)
    .map(currentValues)
    .filter(({ retained, effectiveOn }) => retained !== "yes" && effectiveOn !== null);
  const numbers = { initial: 0, linked: 0, lost: 0, reactivated: 0, final: 0 };
  for (const { name, linkedOn, ...user } of standing(company.customers).map(currentValues)) {
    if (user["market"] !== market || typeof linkedOn !== "string") continue;
    const days = left.filter(({ customer }) => customer === name).map((row) => String(row["effectiveOn"]));
    if (wasLinked(linkedOn, days, month)) numbers.initial += 1;
    if (wasLinked(linkedOn, days, `${month}~`)) numbers.final += 1;
    const back = days.some((day) => day < linkedOn);
    if (isIn(linkedOn, month)) numbers[back ? "reactivated" : "linked"] += 1;
    const losses = [days.filter((day) => day < linkedOn), days.filter((day) => day >= linkedOn)];
    numbers.lost += losses.filter((some) => some.length > 0 && isIn(some.toSorted()[0], month)).length;
  }
  return numbers;
}

/** Whether the last thing that happened before a moment left the user linked; whoever left first, was linked from before. */
function wasLinked(linkedOn: Day, leftOn: readonly Day[], before: string): boolean {
  const lost = leftOn.filter((day) => day < before);
  if (linkedOn < before) return lost.every((day) => day < linkedOn);
  return lost.length === 0 && leftOn.some((day) => day < linkedOn);
}

/** Propuestas y contratos of a month: how many and their pesos, all states together. */
export function plainProposals(company: DemoCompany, month: Month): { count: number; value: number } {
  let [count, value] = [0, 0];
  for (const values of standing(company.proposals).map(currentValues)) {
    if (!isIn(values["deliveredOn"], month)) continue;
    count += 1;
    value += Number(values["monthlyValue"]);
  }
  return { count, value };
}

/** The numbers of the claims that nobody has answered. */
export const plainOpenClaims = ({ claims }: DemoCompany): readonly string[] =>
  standing(claims)
    .map(currentValues)
    .filter(({ answeredOn }) => answeredOn === null)
    .map(({ number }) => String(number));
