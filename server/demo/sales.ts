import type { Day, Row } from "../../shared/model/value.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import { currentValues, standing, type DemoRevision, type DemoRow } from "./demo-row.ts";
import { demoPersonWith, directorWorkbook } from "./people.ts";
import type { MonthPlan } from "./plan.ts";
import { createRandom, shareOut, type Random } from "./random.ts";
import { specialServices } from "./special-services.ts";

/** Sales and credit notes that count; those voided come on top. */
const standingSales = 120;
const voidedSales = 2;
/** Months of the history, from the last backwards, in which a credit note was written. */
const monthsWithCredit = new Set([1, 3, 4, 7, 9, 12, 14, 16]);

/**
 * The sales of the unregulated market, which add up to what the plan says for each month, credit notes included.
 * Documents are numbered in the order of their days.
 */
export function demoSales(
  seed: number,
  calendar: DemoCalendar,
  plans: readonly MonthPlan[],
  customers: readonly DemoRow[],
): readonly DemoRow[] {
  const random = createRandom(seed, "sales");
  const users = standing(customers)
    .map(currentValues)
    .filter(({ market }) => market === "unregulated");
  const counts = countsByMonth(calendar, plans);
  const drafts = plans.flatMap((plan, place) => {
    const amounts = amountsOf(random, plan.unregulated.executed, counts[place] ?? 0, hasCredit(plans, place));
    const days = calendar.pastDaysOf(plan.month);
    return amounts.map((value) => ({ value, day: random.pick(days), service: random.pick(specialServices) }));
  });
  drafts.sort((one, other) => (one.day < other.day ? -1 : 1));
  const numbers = { sale: 1_040, credit: 20 };
  const rows = drafts.map((draft) => saleRow(random, calendar, users, numbers, draft));
  return [...rows, ...rows.slice(-voidedSales - 20, -20).map((row) => voidedSale(random, calendar, row))];
}

function countsByMonth(calendar: DemoCalendar, plans: readonly MonthPlan[]): readonly number[] {
  return shareOut(
    standingSales,
    plans.map(({ month }) => calendar.pastDaysOf(month).length),
  );
}

const hasCredit = (plans: readonly MonthPlan[], place: number): boolean =>
  monthsWithCredit.has(plans.length - 1 - place);

/** So many amounts of whole thousands that add up to the total, the last one a credit note where the month has one. */
function amountsOf(random: Random, total: number, count: number, credit: boolean): readonly number[] {
  const returned = credit && count > 2 ? random.whole(800, 4_500) : 0;
  const sold = count - (returned === 0 ? 0 : 1);
  const weights = Array.from({ length: sold }, () => 0.4 + random.next());
  const amounts = shareOut(total / 1_000 + returned, weights).map((amount) => amount * 1_000);
  return returned === 0 ? amounts : [...amounts, -returned * 1_000];
}

interface Draft {
  readonly value: number;
  readonly day: Day;
  readonly service: string;
}

function saleRow(
  random: Random,
  calendar: DemoCalendar,
  users: readonly Row[],
  numbers: { sale: number; credit: number },
  { value, day, service }: Draft,
): DemoRow {
  const user = random.pick(users.filter(({ linkedOn }) => String(linkedOn) <= day));
  const kind = value < 0 ? "credit" : "sale";
  numbers[kind] += 1;
  const values = {
    date: day,
    contract: String(user["contract"]),
    customer: String(user["name"]),
    document: kind === "credit" ? `NC-${numbers.credit}` : `FE-${numbers.sale}`,
    kind,
    value,
    service,
    advisor: String(user["advisor"]),
  };
  return { id: random.id(), revisions: lifeOf(random, calendar, values) };
}

/** An invoice entered by the director with the week's work; now and then its amount was mistyped and mended a week later. */
function lifeOf(random: Random, calendar: DemoCalendar, values: Row): readonly DemoRevision[] {
  const day = String(values["date"]);
  const mended = moveBusinessDays(day, 5);
  const right = values["kind"] === "credit" || !random.chance(0.07) || mended > calendar.lastDay;
  if (right) return [entered(calendar, day, values)];
  const mistyped = { ...values, value: Number(values["value"]) + 90_000 };
  return [entered(calendar, day, mistyped), entered(calendar, mended, values)];
}

function voidedSale(random: Random, calendar: DemoCalendar, row: DemoRow): DemoRow {
  const values = currentValues(row);
  const day = String(values["date"]);
  const first = entered(calendar, day, values);
  const { by, workbook } = first;
  const at = calendar.syncAfter(moveBusinessDays(day, 5));
  return {
    id: random.id(),
    revisions: [first],
    voided: { by, workbook, at, reason: "Factura anulada y registrada dos veces." },
  };
}

const entered = (calendar: DemoCalendar, day: Day, values: Row): DemoRevision => ({
  by: demoPersonWith("director").email,
  at: calendar.syncAfter(day),
  workbook: directorWorkbook,
  values,
});
