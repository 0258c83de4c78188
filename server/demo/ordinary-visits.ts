import type { Day, Month, Row } from "../../shared/model/value.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRow } from "./demo-row.ts";
import { byAdvisor } from "./linking-visits.ts";
import type { Random } from "./random.ts";
import { blankVisit, inventNotes, inventProspect, visitedUser, type Visited } from "./visit-values.ts";

interface VisitTraits {
  readonly advisor: string;
  readonly users: readonly Row[];
}

/** What people answer when the visit leads to no linking. */
const outcomes = { interested: 36, notInterested: 27, absent: 22, rescheduled: 15 } as const;

const nextSteps = {
  interested: ["Enviar propuesta", "Agendar aforo", "Entregar documentos", "Llamar para confirmar"],
  notInterested: ["Nueva visita en seis meses"],
  absent: ["Nueva visita"],
  rescheduled: ["Nueva visita"],
} as const;

/** How a visit went: as planned, without a plan, or planned and never made. */
const courses = { made: 85, unplanned: 6, notMade: 9 } as const;

/** A visit of a month that is over (or as far as it is), with what came of it. */
export function ordinaryVisit(
  random: Random,
  calendar: DemoCalendar,
  { month, ...traits }: VisitTraits & { readonly month: Month },
): DemoRow {
  const day = random.pick(calendar.pastDaysOf(month));
  const course = random.weighted(courses);
  const visitedOn =
    course === "made" ? moveBusinessDays(day, Number(random.weighted({ 0: 78, 1: 12, 2: 10 }))) : day;
  const blank = inventVisit(random, traits);
  const planned = course === "unplanned" ? blank : { ...blank, plannedOn: day };
  const made = course !== "notMade" && visitedOn <= calendar.lastDay;
  const life = [
    ...(course === "unplanned" ? [] : [{ at: calendar.syncBefore(day), values: planned }]),
    ...(made
      ? [{ at: calendar.syncAfter(visitedOn), values: { ...planned, ...result(random, visitedOn) } }]
      : []),
  ];
  return { id: random.id(), revisions: life.map((moment) => byAdvisor(traits.advisor, moment)) };
}

/** A visit planned for the coming weeks, today included; most of them soon. */
export function plannedVisit(random: Random, calendar: DemoCalendar, traits: VisitTraits): DemoRow {
  const ahead = Math.min(random.whole(1, 18), random.whole(1, 18));
  const plannedOn = moveBusinessDays(calendar.lastDay, ahead);
  const values = { ...inventVisit(random, traits), plannedOn };
  return {
    id: random.id(),
    revisions: [byAdvisor(traits.advisor, { at: calendar.syncBefore(plannedOn), values })],
  };
}

function inventVisit(random: Random, { advisor, users }: VisitTraits): Row {
  const visited: Visited = random.chance(0.38)
    ? visitedUser(random, random.pick(users))
    : inventProspect(random);
  return blankVisit(advisor, visited, inventPurpose(random, visited));
}

/** Why each kind of customer is visited. */
const purposes = {
  current: { linking: 0, retention: 30, claim: 26, followUp: 24, campaign: 14, gauging: 6 },
  potential: { linking: 74, retention: 0, claim: 0, followUp: 18, campaign: 8, gauging: 0 },
  big: { linking: 55, retention: 0, claim: 0, followUp: 15, campaign: 0, gauging: 30 },
} as const;

const inventPurpose = (random: Random, { visitType }: Visited): string =>
  random.weighted(purposes[visitType]);

function result(random: Random, visitedOn: Day): Row {
  const outcome = random.weighted(outcomes);
  const goesOn = outcome !== "notInterested" || random.chance(0.2);
  return {
    visitedOn,
    outcome,
    nextStep: goesOn ? random.pick<string>(nextSteps[outcome]) : null,
    nextOn: goesOn
      ? moveBusinessDays(visitedOn, outcome === "notInterested" ? 120 : random.whole(3, 12))
      : null,
    notes: inventNotes(random),
  };
}
