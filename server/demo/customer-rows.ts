import { addMonths, dayAt } from "../../shared/colombia/day.ts";
import type { Day, Row } from "../../shared/model/value.ts";
import { earlier, evening, moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import { inventCustomer, type Accounts, type CustomerTraits } from "./customer.ts";
import type { DemoRevision, DemoRow } from "./demo-row.ts";
import { inventMobile } from "./identities.ts";
import { advisorWorkbook, demoPersonWith } from "./people.ts";
import type { Random } from "./random.ts";

/** A user whom the company had before: brought in by the director from the old list. */
export function formerCustomer(
  random: Random,
  calendar: DemoCalendar,
  accounts: Accounts,
  traits: Omit<CustomerTraits, "linkedOn">,
): DemoRow {
  const values = inventCustomer(random, accounts, { ...traits, linkedOn: formerDay(random, calendar) });
  const day = moveBusinessDays(`${firstMonth(calendar)}-01`, -9);
  const broughtIn: DemoRevision = {
    by: demoPersonWith("director").email,
    at: evening(day),
    workbook: "Usuarios base.xlsx",
    values,
  };
  return {
    id: random.id(),
    revisions: [broughtIn, ...correction(random, calendar, day, traits.advisor, values)],
  };
}

/** A user entered by their advisor with the week's work. */
export function newCustomer(
  random: Random,
  calendar: DemoCalendar,
  accounts: Accounts,
  traits: CustomerTraits,
): DemoRow {
  const values = inventCustomer(random, accounts, traits);
  const day = traits.linkedOn ?? random.pick(recentDays(calendar));
  const entered = { ...occasion(calendar, traits.advisor, day), values };
  return {
    id: random.id(),
    revisions: [entered, ...correction(random, calendar, day, traits.advisor, values)],
  };
}

/** A user entered again under another account, and taken out of the count a week later. */
export function duplicateCustomer(
  random: Random,
  calendar: DemoCalendar,
  accounts: Accounts,
  original: DemoRow,
): DemoRow {
  const first = original.revisions[0];
  if (!first) throw new Error(`row ${original.id} was never written`);
  const values = { ...first.values, account: accounts(String(first.values["municipality"])) };
  const noticed = earlier(moveBusinessDays(dayAt(new Date(first.at)), 5), calendar.lastDay);
  return {
    id: random.id(),
    revisions: [{ ...first, values }],
    voided: {
      ...occasion(calendar, first.by, noticed),
      reason: "Usuario registrado dos veces con distinta cuenta.",
    },
  };
}

/** Now and then a telephone number turns out to be another. */
function correction(
  random: Random,
  calendar: DemoCalendar,
  after: Day,
  advisor: string,
  values: Row,
): readonly DemoRevision[] {
  const day = moveBusinessDays(after, random.whole(15, 90));
  if (!random.chance(0.08) || day > calendar.lastDay) return [];
  return [{ ...occasion(calendar, advisor, day), values: { ...values, mobile: inventMobile(random) } }];
}

const occasion = (calendar: DemoCalendar, advisor: string, day: Day) => ({
  by: advisor,
  at: calendar.syncAfter(day),
  workbook: advisorWorkbook(advisor),
});

/** A business day of the three years before the history begins. */
function formerDay(random: Random, calendar: DemoCalendar): Day {
  return random.pick(calendar.businessDaysOf(addMonths(firstMonth(calendar), -random.whole(2, 37))));
}

const recentDays = (calendar: DemoCalendar): readonly Day[] =>
  calendar.months.slice(-3).flatMap((month) => calendar.pastDaysOf(month));

const firstMonth = (calendar: DemoCalendar): string => calendar.months[0] ?? calendar.currentMonth;
