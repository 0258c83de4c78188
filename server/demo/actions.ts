import type { Day, Row } from "../../shared/model/value.ts";
import { actions } from "../../shared/sheets/actions.ts";
import { monthLabel } from "../../shared/colombia/months.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRow } from "./demo-row.ts";
import { demoPersonWith, directorWorkbook } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { wholeRow } from "./whole-row.ts";

const director = demoPersonWith("director");

const occasions = [
  {
    origin: "indicator",
    description: "La meta de vinculación del mes no se cumplió",
    rootCause: "Visitas concentradas en una sola zona",
    action: "Repartir las visitas por barrio cada semana",
  },
  {
    origin: "claim",
    description: "PQR respondida después del vencimiento",
    rootCause: "Nadie revisaba los vencimientos",
    action: "Revisar cada lunes las PQR por vencer",
  },
  {
    origin: "termination",
    description: "Varios usuarios de un barrio pidieron desvincularse",
    rootCause: "Cambios de frecuencia sin aviso",
    action: "Avisar los cambios de frecuencia con ocho días",
  },
  {
    origin: "audit",
    description: "Formato de visitas diligenciado en versión obsoleta",
    rootCause: "Copias viejas del formato en los equipos",
    action: "Usar solo el formato que entrega el panel",
  },
] as const;

/** Two corrective actions a month, closed and found effective within two months or so. */
export function demoActions(seed: number, calendar: DemoCalendar): readonly DemoRow[] {
  const random = createRandom(seed, "actions");
  return calendar.months.flatMap((month, place) => {
    const days = calendar.pastDaysOf(month);
    if (days.length === 0) return [];
    return [0, 1].map((half) => {
      const occasion = occasions[(2 * place + half) % occasions.length] ?? occasions[0];
      return actionRow(random, calendar, random.pick(days), { ...occasion, reference: monthLabel(month) });
    });
  });
}

function actionRow(random: Random, calendar: DemoCalendar, openedOn: Day, values: Row): DemoRow {
  const closedOn = moveBusinessDays(openedOn, random.whole(15, 45));
  const opened = wholeRow(actions, {
    ...values,
    responsible: director.name,
    dueOn: moveBusinessDays(openedOn, 40),
  });
  const closed = {
    ...opened,
    closedOn,
    effective: random.chance(0.85) ? "yes" : "no",
    verifiedBy: demoPersonWith("quality").name,
  };
  const written = (day: Day, row: Row) => ({
    by: director.email,
    at: calendar.syncAfter(day),
    workbook: directorWorkbook,
    values: row,
  });
  return {
    id: random.id(),
    revisions: [
      written(openedOn, opened),
      ...(closedOn > calendar.lastDay ? [] : [written(closedOn, closed)]),
    ],
  };
}
