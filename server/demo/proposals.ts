import { addDays } from "../../shared/colombia/day.ts";
import type { Day, Row } from "../../shared/model/value.ts";
import { proposals } from "../../shared/sheets/proposals.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRevision, DemoRow } from "./demo-row.ts";
import { inventBusinessName, inventPersonName } from "./identities.ts";
import { advisorWorkbook, demoPersonWith } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import type { AdvisorShares } from "./shares.ts";
import { specialServices } from "./special-services.ts";
import { wholeRow } from "./whole-row.ts";

const proposalsAMonth = 3;

const outcomes = { signed: 4, rejected: 3, accepted: 2, contractSent: 1 } as const;
const rejections = [
  "El precio supera su presupuesto",
  "Sigue con su prestador",
  "Aplazó la decisión",
] as const;

/** Proposals handed over by those who sell special services; within a month or so they are signed or turned down. */
export function demoProposals(
  seed: number,
  calendar: DemoCalendar,
  { unregulated }: AdvisorShares,
): readonly DemoRow[] {
  const random = createRandom(seed, "proposals");
  return calendar.months
    .flatMap((month) => {
      const days = calendar.pastDaysOf(month);
      return days.length === 0 ? [] : Array.from({ length: proposalsAMonth }, () => random.pick(days));
    })
    .toSorted()
    .map((deliveredOn, place) => {
      const advisor = random.weighted(unregulated);
      const values = delivered(random, { advisor, deliveredOn, place });
      return { id: random.id(), revisions: lifeOf(random, calendar, { advisor, deliveredOn, values }) };
    });
}

function delivered(
  random: Random,
  { advisor, deliveredOn, place }: { advisor: string; deliveredOn: Day; place: number },
): Row {
  return wholeRow(proposals, {
    number: `PC-${String(place + 1).padStart(3, "0")}-${deliveredOn.slice(0, 4)}`,
    customer: inventBusinessName(random, "big"),
    service: random.pick(specialServices),
    market: "unregulated",
    monthlyValue: random.whole(8, 120) * 125_000,
    includesTax: random.chance(0.3) ? "yes" : "no",
    deliveredOn,
    receivedBy: inventPersonName(random),
    expiresOn: addDays(deliveredOn, 30),
    state: "delivered",
    advisor,
  });
}

interface Delivered {
  readonly advisor: string;
  readonly deliveredOn: Day;
  readonly values: Row;
}

/** Delivered, answered, and looked at by the lawyer where there is a contract. */
function lifeOf(
  random: Random,
  calendar: DemoCalendar,
  { advisor, deliveredOn, values }: Delivered,
): readonly DemoRevision[] {
  const answeredOn = moveBusinessDays(deliveredOn, random.whole(8, 24));
  const state = random.weighted(outcomes);
  const rejection = state === "rejected" ? random.pick(rejections) : null;
  const signedOn = state === "signed" ? answeredOn : null;
  const answered = { ...values, state, rejection, signedOn };
  const reviewedOn = moveBusinessDays(answeredOn, 1);
  const isReviewed = state === "contractSent" || state === "signed";
  const byAdvisor = { by: advisor, workbook: advisorWorkbook(advisor) };
  const byLawyer = { by: demoPersonWith("legal").email, workbook: "Revisión jurídica.xlsx" };
  return [
    { ...byAdvisor, at: calendar.syncAfter(deliveredOn), values },
    ...(answeredOn > calendar.lastDay
      ? []
      : [{ ...byAdvisor, at: calendar.syncAfter(answeredOn), values: answered }]),
    ...(isReviewed && random.chance(0.25) && reviewedOn <= calendar.lastDay
      ? [
          {
            ...byLawyer,
            at: calendar.syncAfter(reviewedOn),
            values: { ...answered, legalReview: "approved" },
          },
        ]
      : []),
  ];
}
