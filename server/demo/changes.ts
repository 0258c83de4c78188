import type { Day } from "../../shared/model/value.ts";
import { changes } from "../../shared/sheets/changes.ts";
import type { DemoCalendar } from "./calendar.ts";
import type { DemoRow } from "./demo-row.ts";
import { demoPersonWith } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { wholeRow } from "./whole-row.ts";

const quality = demoPersonWith("quality");

const documents = [
  ["GV-PR-01 Procedimiento de ventas", "Se actualiza el flujo de propuestas"],
  ["GV-FO-03 Control visitas y vinculaciones", "Se aclaran los resultados de una visita"],
  ["GV-FO-06 PQR", "Se agrega el vencimiento con pruebas"],
  ["GV-IN-02 Instructivo de aforos", "Se corrige la unidad del volumen"],
] as const;

/** Every third month two documents get their next version; the last one of all waits for approval. */
export function demoChanges(seed: number, calendar: DemoCalendar): readonly DemoRow[] {
  const random = createRandom(seed, "changes");
  const days = calendar.months.flatMap((month, place) => {
    const day = place % 3 === 2 ? calendar.pastDaysOf(month)[9] : undefined;
    return day === undefined ? [] : [day, day];
  });
  return days.map((day, place) => changeRow(random, calendar, day, place, place === days.length - 1));
}

function changeRow(
  random: Random,
  calendar: DemoCalendar,
  date: Day,
  place: number,
  isPending: boolean,
): DemoRow {
  const [document, description] = documents[place % documents.length] ?? documents[0];
  const values = wholeRow(changes, {
    date,
    document,
    description,
    version: String(2 + Math.floor(place / documents.length)),
    responsible: quality.name,
    approvedBy: isPending ? null : demoPersonWith("management").name,
    state: isPending ? "pending" : "approved",
  });
  const at = calendar.syncAfter(date);
  return {
    id: random.id(),
    revisions: [{ by: quality.email, at, workbook: "Control de cambios.xlsx", values }],
  };
}
