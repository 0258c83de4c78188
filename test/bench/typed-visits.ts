import { createCalendar } from "../../server/demo/calendar.ts";
import { createRandom } from "../../server/demo/random.ts";
import { inventProspect } from "../../server/demo/visit-values.ts";
import { municipalityLabel } from "../../shared/colombia/divipola.ts";
import { addMonths, formatDay, monthOf } from "../../shared/colombia/day.ts";
import { typedColumns } from "../../shared/model/sheet.ts";
import type { Day } from "../../shared/model/value.ts";
import { visits } from "../../shared/sheets/visits.ts";

/** A visit as somebody types it: text by column; what is absent is left empty. */
export type TypedVisit = Readonly<Record<string, string>>;

/** So many visits of one advisor made in the three months before today, each as people would type it, all of them right. */
export function typedVisits(advisor: string, count: number, today: Day): readonly TypedVisit[] {
  const random = createRandom(11, "typed visits");
  const calendar = createCalendar(today);
  const days = [-3, -2, -1].flatMap((ago) => calendar.pastDaysOf(addMonths(monthOf(today), ago)));
  return Array.from({ length: count }, (_, place) => {
    const day = formatDay(random.pick(days));
    const visited = inventProspect(random);
    return {
      plannedOn: day,
      visitedOn: day,
      advisor,
      customer: `${visited.customer} ${place + 1}`,
      visitType: visited.visitType === "big" ? "Gran productor" : "Potencial",
      market: visited.market === "regulated" ? "Regulado" : "No regulado",
      purpose: random.pick(["Vinculación", "Seguimiento", "Campaña"]),
      outcome: random.pick(["Interesado", "No interesado", "Ausente"]),
      address: visited.address,
      municipality: municipalityLabel(visited.municipality),
      mobile: visited.mobile ?? "",
      notes: random.chance(0.2) ? "Pide horario de recolección" : "",
    };
  });
}

/** The visits as a block of cells in the order of the format's columns, ready to be pasted. */
export const visitsToBlock = (rows: readonly TypedVisit[]): readonly (readonly string[])[] =>
  rows.map((row) => typedColumns(visits).map(([key]) => row[key] ?? ""));
