import type { Day, Row } from "../../shared/model/value.ts";
import { claims } from "../../shared/sheets/claims.ts";
import { moveBusinessDays, type DemoCalendar } from "./calendar.ts";
import type { DemoRevision, DemoRow } from "./demo-row.ts";
import { knownUsers, linkedBy } from "./known-users.ts";
import { demoPersonWith, serviceWorkbook } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { wholeRow } from "./whole-row.ts";

const claimsAMonth = 3;
/** Business days before the last one on which claims were filed that are still open: overdue, and due soon. */
const openSince = [24, 19, 14, 9, 3];

const causes = {
  petition: [
    ["Aforo", "Pide aforo individual de su predio."],
    ["Certificación", "Pide certificación de vinculación."],
  ],
  complaint: [
    ["Frecuencia de recolección", "Dice que el carro no pasó el martes."],
    ["Atención", "Dice que no le contestan el teléfono."],
  ],
  claim: [
    ["Cobro", "No está de acuerdo con el valor de la factura."],
    ["Estrato", "Pide corregir el estrato de la factura."],
  ],
  appeal: [["Cobro", "Recurre la respuesta a su reclamo por la factura."]],
} as const;

const weights = { petition: 4, complaint: 4, claim: 5, appeal: 1 } as const;

const service = demoPersonWith("service");

/** PQR: some each month, answered mostly in time, and five that are open, two of them overdue. */
export function demoClaims(
  seed: number,
  calendar: DemoCalendar,
  customers: readonly DemoRow[],
): readonly DemoRow[] {
  const random = createRandom(seed, "claims");
  const users = knownUsers(customers);
  const answered = calendar.months.flatMap((month) => {
    const days = calendar.pastDaysOf(month);
    return days.length < claimsAMonth
      ? []
      : Array.from({ length: claimsAMonth }, () => ({ filedOn: random.pick(days), isOpen: false }));
  });
  const open = openSince.map((days) => ({
    filedOn: moveBusinessDays(calendar.lastDay, -days),
    isOpen: true,
  }));
  return [...answered, ...open]
    .toSorted((one, other) => (one.filedOn < other.filedOn ? -1 : 1))
    .map(({ filedOn, isOpen }, place) => {
      const values = filed(random, random.pick(linkedBy(users, filedOn)), filedOn, place);
      return {
        id: random.id(),
        revisions: [written(calendar, filedOn, values), ...later(random, calendar, values, filedOn, isOpen)],
      };
    });
}

function filed(random: Random, user: Row, filedOn: Day, place: number): Row {
  const kind = random.weighted(weights);
  const [cause, description] = random.pick<readonly [string, string]>(causes[kind]);
  return wholeRow(claims, {
    number: `PQR-${filedOn.slice(2, 4)}-${String(place + 1).padStart(4, "0")}`,
    filedOn,
    customer: String(random.chance(0.4) ? user["account"] : user["name"]),
    kind,
    cause,
    description,
    evidence: "no",
    responsible: service.name,
  });
}

/** What was done about a claim up to the last day: evidence ordered for one in eight, and the answer. */
function later(
  random: Random,
  calendar: DemoCalendar,
  values: Row,
  filedOn: Day,
  isOpen: boolean,
): readonly DemoRevision[] {
  const evidenceOn = moveBusinessDays(filedOn, random.whole(3, 8));
  const answeredOn = moveBusinessDays(filedOn, random.whole(4, 17));
  const notifiedOn = moveBusinessDays(answeredOn, random.whole(1, 4));
  if (isOpen || notifiedOn > calendar.lastDay) return [];
  const evidence = random.chance(0.12) && evidenceOn < answeredOn ? { evidence: "yes", evidenceOn } : {};
  const answer = {
    answeredOn,
    sense: random.weighted({ granted: 5, denied: 3, partial: 2 }),
    notifiedOn,
    channel: random.pick(["Correo electrónico", "Personal", "Aviso"]),
    action: "Respuesta enviada al usuario.",
  };
  return [written(calendar, notifiedOn, { ...values, ...evidence, ...answer })];
}

const written = (calendar: DemoCalendar, day: Day, values: Row): DemoRevision => ({
  by: service.email,
  at: calendar.syncAfter(day),
  workbook: serviceWorkbook,
  values,
});
