import { firstDayOf } from "../../shared/colombia/day.ts";
import type { Day, Row } from "../../shared/model/value.ts";
import { terminations } from "../../shared/sheets/terminations.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRow } from "./demo-row.ts";
import { knownUsers, linkedBy } from "./known-users.ts";
import { demoPersonWith, serviceWorkbook } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { wholeRow } from "./whole-row.ts";

const requestsAMonth = 2;
/** Users who had left and were linked again. */
const returned = 5;

const causeWeights = { provider: 4, vacant: 4, dissatisfied: 3, arrears: 2, other: 1 } as const;

/** Requests to leave: most take effect, some users are kept, and a few of those who left came back. */
export function demoTerminations(
  seed: number,
  calendar: DemoCalendar,
  customers: readonly DemoRow[],
): readonly DemoRow[] {
  const random = createRandom(seed, "terminations");
  const users = knownUsers(customers);
  const leaving = calendar.months.flatMap((month) => {
    const days = calendar.pastDaysOf(month);
    if (days.length === 0) return [];
    const staying = linkedBy(users, firstDayOf(month));
    return Array.from({ length: requestsAMonth }, () => ({
      user: random.pick(staying),
      requestedOn: random.pick(days),
      isKept: random.chance(0.3),
    }));
  });
  return [...leaving, ...earlierLeavings(random, calendar, users)].map((request) =>
    terminationRow(random, calendar, request),
  );
}

interface Request {
  readonly user: Row;
  readonly requestedOn: Day;
  readonly isKept: boolean;
}

/** They asked three to five months before they were linked again. */
function earlierLeavings(random: Random, calendar: DemoCalendar, users: readonly Row[]): readonly Request[] {
  const month = calendar.months[6] ?? calendar.currentMonth;
  return users
    .filter(({ linkedOn }) => String(linkedOn) >= firstDayOf(month))
    .slice(-returned)
    .map((user) => ({
      user,
      requestedOn: moveBusinessDays(String(user["linkedOn"]), -random.whole(60, 100)),
      isKept: false,
    }));
}

function terminationRow(
  random: Random,
  calendar: DemoCalendar,
  { user, requestedOn, isKept }: Request,
): DemoRow {
  const cause = random.weighted(causeWeights);
  const settledOn = moveBusinessDays(requestedOn, random.whole(8, 18));
  const requested = wholeRow(terminations, {
    requestedOn,
    customer: String(user["name"]),
    cause,
    newProvider: cause === "provider" ? "Aseo Sabanas del Norte" : null,
  });
  const retention = "Llamada y visita del asesor.";
  const settled = isKept
    ? { ...requested, retention, retained: "yes", action: "Se ajusta la frecuencia." }
    : { ...requested, retention, retained: "no", effectiveOn: settledOn };
  const written = (day: Day, values: Row) => ({
    by: demoPersonWith("service").email,
    at: calendar.syncAfter(day),
    workbook: serviceWorkbook,
    values,
  });
  return {
    id: random.id(),
    revisions: [
      written(requestedOn, requested),
      ...(settledOn > calendar.lastDay ? [] : [written(settledOn, settled)]),
    ],
  };
}
