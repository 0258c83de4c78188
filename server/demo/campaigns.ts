import type { Day } from "../../shared/model/value.ts";
import { campaigns } from "../../shared/sheets/campaigns.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRow } from "./demo-row.ts";
import { demoPersonWith } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { wholeRow } from "./whole-row.ts";

const social = demoPersonWith("social");

const activities = [
  ["training", "Charla de separación en la fuente", "Salón comunal"],
  ["campaign", "Jornada de vinculación", "Parque principal"],
  ["activity", "Limpieza de punto crítico", "Orilla del arroyo"],
  ["training", "Capacitación a administradores", "Sala de juntas"],
] as const;

const requesters = [
  "JAC Villa Totumo",
  "Colegio Tres Guayacanes",
  "JAC La Gaita",
  "Conjunto Marea Lila",
] as const;

/** Four activities every third month, written down once the last was held. */
export function demoCampaigns(seed: number, calendar: DemoCalendar): readonly DemoRow[] {
  const random = createRandom(seed, "campaigns");
  return calendar.months
    .filter((_, place) => place % 3 === 1)
    .flatMap((month) => {
      const days = calendar.pastDaysOf(month);
      const last = days.at(-1);
      if (last === undefined) return [];
      const at = calendar.syncAfter(last);
      return activities.map((activity) => campaignRow(random, random.pick(days), activity, at));
    });
}

function campaignRow(
  random: Random,
  heldOn: Day,
  [kind, activity, place]: (typeof activities)[number],
  at: string,
): DemoRow {
  const values = wholeRow(campaigns, {
    requester: random.pick(requesters),
    requestedOn: moveBusinessDays(heldOn, -random.whole(8, 20)),
    activity,
    kind,
    availability: "confirmed",
    heldOn,
    place,
    attendees: random.whole(12, 90),
    rating: random.whole(3, 5),
    responsible: social.name,
  });
  return {
    id: random.id(),
    revisions: [{ by: social.email, at, workbook: "Campañas y capacitaciones.xlsx", values }],
  };
}
