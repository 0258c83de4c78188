import type { Day, Row } from "../../shared/model/value.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import { currentValues, type DemoRevision, type DemoRow } from "./demo-row.ts";
import { advisorWorkbook } from "./people.ts";
import type { Random } from "./random.ts";
import { blankVisit, inventNotes, visitedProspect } from "./visit-values.ts";

/**
 * The visit that led to a user's linking. Planned the week before; where the linking came some days after the visit, it
 * was first noted as an interested prospect.
 */
export function linkingVisit(random: Random, calendar: DemoCalendar, user: Row): DemoRow {
  const linkedOn = String(user["linkedOn"]);
  const advisor = String(user["advisor"]);
  const visitedOn = moveBusinessDays(
    linkedOn,
    -Number(random.weighted({ 0: 40, 1: 15, 2: 15, 3: 12, 4: 10, 5: 8 })),
  );
  const plannedOn = random.chance(0.12)
    ? null
    : moveBusinessDays(visitedOn, -Number(random.weighted({ 0: 80, 1: 12, 2: 8 })));
  const blank = { ...blankVisit(advisor, visitedProspect(random, user), "linking"), plannedOn };
  const interested = {
    ...blank,
    visitedOn,
    outcome: "interested",
    nextStep: "Enviar propuesta",
    nextOn: linkedOn,
  };
  const linked = {
    ...blank,
    visitedOn,
    outcome: "linked",
    linkedOn,
    contract: String(user["contract"]),
    notes: inventNotes(random),
  };
  const life = [
    ...(plannedOn === null ? [] : [{ at: calendar.syncBefore(plannedOn), values: blank }]),
    ...(calendar.syncAfter(visitedOn) < calendar.syncAfter(linkedOn)
      ? [{ at: calendar.syncAfter(visitedOn), values: interested }]
      : []),
    { at: calendar.syncAfter(linkedOn), values: linked },
  ];
  return { id: random.id(), revisions: life.map((moment) => byAdvisor(advisor, moment)) };
}

/** A visit noted a second time and taken out of the count the week after. */
export function voidedVisit(random: Random, calendar: DemoCalendar, visit: DemoRow): DemoRow {
  const values = currentValues(visit);
  const advisor = String(values["advisor"]);
  const day: Day = String(values["visitedOn"] ?? values["plannedOn"]);
  const noted = byAdvisor(advisor, { at: calendar.syncAfter(day), values });
  const noticed = moveBusinessDays(day, 5);
  const at = calendar.syncAfter(noticed);
  const { workbook } = noted;
  return {
    id: random.id(),
    revisions: [noted],
    voided: { by: advisor, at, workbook, reason: "Visita anotada dos veces." },
  };
}

export const byAdvisor = (advisor: string, moment: { at: string; values: Row }): DemoRevision => ({
  by: advisor,
  workbook: advisorWorkbook(advisor),
  ...moment,
});
