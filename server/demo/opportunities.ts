import { addDays } from "../../shared/colombia/day.ts";
import type { Day, Row } from "../../shared/model/value.ts";
import { opportunities } from "../../shared/sheets/opportunities.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRow } from "./demo-row.ts";
import { inventBusinessName } from "./identities.ts";
import { advisorWorkbook } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import type { AdvisorShares } from "./shares.ts";
import { specialServices } from "./special-services.ts";
import { wholeRow } from "./whole-row.ts";

const opportunitiesAMonth = 2;

const openStages = { identified: 10, visit: 25, proposal: 50, negotiation: 75 } as const;

/** New business of those who sell special services; after two months it is won or lost. */
export function demoOpportunities(
  seed: number,
  calendar: DemoCalendar,
  { unregulated }: AdvisorShares,
): readonly DemoRow[] {
  const random = createRandom(seed, "opportunities");
  return calendar.months.flatMap((month) => {
    const days = calendar.pastDaysOf(month);
    if (days.length === 0) return [];
    return Array.from({ length: opportunitiesAMonth }, () =>
      opportunityRow(random, calendar, random.weighted(unregulated), random.pick(days)),
    );
  });
}

function opportunityRow(random: Random, calendar: DemoCalendar, advisor: string, foundOn: Day): DemoRow {
  const stage = random.pick(["identified", "visit", "proposal", "negotiation"] as const);
  const found = wholeRow(opportunities, {
    customer: inventBusinessName(random, "big"),
    service: random.pick(specialServices),
    stage,
    value: random.whole(4, 90) * 250_000,
    probability: openStages[stage],
    closesOn: addDays(foundOn, 60),
    advisor,
  });
  const closedOn = moveBusinessDays(foundOn, random.whole(25, 45));
  const isWon = random.chance(0.45);
  const closed = isWon
    ? { ...found, stage: "won", probability: 100 }
    : { ...found, stage: "lost", probability: 0, lossReason: "Eligió otro proveedor por precio" };
  const written = (day: Day, values: Row) => ({
    by: advisor,
    at: calendar.syncAfter(day),
    workbook: advisorWorkbook(advisor),
    values,
  });
  return {
    id: random.id(),
    revisions: [written(foundOn, found), ...(closedOn > calendar.lastDay ? [] : [written(closedOn, closed)])],
  };
}
