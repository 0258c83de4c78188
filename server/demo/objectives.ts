import { lastDayOf } from "../../shared/colombia/day.ts";
import type { Day, Month, Row } from "../../shared/model/value.ts";
import { objectives } from "../../shared/sheets/objectives.ts";
import type { DemoCalendar } from "./calendar.ts";
import type { DemoRow } from "./demo-row.ts";
import { demoPersonWith, directorWorkbook } from "./people.ts";
import type { MonthPlan } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { wholeRow } from "./whole-row.ts";

const director = demoPersonWith("director");

const specific = [
  ["retention", "Retener la mitad de quienes piden desvincularse", "Llamar el mismo día de la solicitud"],
  ["newBusiness", "Entregar tres propuestas de servicios especiales", "Visitar grandes productores"],
  ["linking", "Vincular los predios nuevos de las urbanizaciones", "Visitas por barrio con dos asesores"],
] as const;

/** Two objectives a month, a general and a specific one, with their progress at the month's end or by now. */
export function demoObjectives(
  seed: number,
  calendar: DemoCalendar,
  plans: readonly MonthPlan[],
): readonly DemoRow[] {
  const random = createRandom(seed, "objectives");
  return plans.flatMap(({ month, regulated: { target } }, place) => {
    const [strategy, objective, action] = specific[place % specific.length] ?? specific[0];
    const general = `Vincular ${target ?? 20} usuarios del mercado regulado`;
    return [
      ...objectiveRow(random, calendar, month, {
        scope: "general",
        objective: general,
        strategy: "linking",
        action: "Visitas planeadas por barrio",
        evaluation: "Usuarios vinculados en el mes",
      }),
      ...objectiveRow(random, calendar, month, {
        scope: "specific",
        objective,
        strategy,
        action,
        evaluation: "Seguimiento semanal del director",
      }),
    ];
  });
}

/** None in a month of which no business day is over. */
function objectiveRow(random: Random, calendar: DemoCalendar, month: Month, values: Row): readonly DemoRow[] {
  const days = calendar.pastDaysOf(month);
  const [first, last = first] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const planned = wholeRow(objectives, {
    month,
    ...values,
    resources: "Dos asesores y una motocicleta",
    responsible: director.name,
    dueOn: lastDayOf(month),
    progress: 0,
  });
  const progress = month === calendar.currentMonth ? random.whole(10, 60) : random.whole(60, 100);
  const written = (day: Day, row: Row) => ({
    by: director.email,
    at: calendar.syncAfter(day),
    workbook: directorWorkbook,
    values: row,
  });
  return [{ id: random.id(), revisions: [written(first, planned), written(last, { ...planned, progress })] }];
}
