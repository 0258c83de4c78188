import type { Row } from "../../shared/model/value.ts";
import { inventBusinessName, inventMobile, inventPersonName } from "./identities.ts";
import { inventPlace } from "./places.ts";
import type { Random } from "./random.ts";

/** Who is visited: a user of the company, or somebody who may become one. */
export interface Visited {
  readonly customer: string;
  readonly visitType: "current" | "potential" | "big";
  readonly market: string;
  readonly address: string;
  readonly municipality: string;
  readonly contact: string | null;
  readonly mobile: string | null;
}

/** A visit with nothing but who is to be visited, by whom and why. */
export const blankVisit = (advisor: string, visited: Visited, purpose: string): Row => ({
  plannedOn: null,
  visitedOn: null,
  advisor,
  customer: visited.customer,
  visitType: visited.visitType,
  market: visited.market,
  purpose,
  outcome: null,
  linkedOn: null,
  contract: null,
  nextStep: null,
  nextOn: null,
  address: visited.address,
  municipality: visited.municipality,
  contact: visited.contact,
  mobile: visited.mobile,
  notes: null,
});

/** A user who has an account already, named by it. */
export function visitedUser(random: Random, user: Row): Visited {
  return { ...visitedProspect(random, user), customer: textOf(user, "account"), visitType: "current" };
}

/** A user as they were before they had an account: a name. */
export function visitedProspect(random: Random, user: Row): Visited {
  return {
    customer: textOf(user, "name"),
    visitType: user["producer"] === "big" ? "big" : "potential",
    market: textOf(user, "market"),
    address: textOf(user, "address"),
    municipality: textOf(user, "municipality"),
    contact: user["documentType"] === "NIT" ? inventPersonName(random) : null,
    mobile: typeof user["mobile"] === "string" ? user["mobile"] : null,
  };
}

/** Somebody whom the company does not have, and perhaps never will. */
export function inventProspect(random: Random): Visited {
  const size = random.chance(0.18) ? "big" : "small";
  const business = size === "big" || random.chance(0.5);
  const { municipality, address } = inventPlace(random);
  return {
    customer: business ? inventBusinessName(random, size) : inventPersonName(random),
    visitType: size === "big" ? "big" : "potential",
    market: size === "big" && random.chance(0.4) ? "unregulated" : "regulated",
    address,
    municipality,
    contact: business ? inventPersonName(random) : null,
    mobile: random.chance(0.8) ? inventMobile(random) : null,
  };
}

export const inventNotes = (random: Random): string | null =>
  random.chance(0.22)
    ? random.pick([
        "Pide facturación por predio",
        "Tiene contenedor propio",
        "Solicita horario de recolección",
        "Comparte acometida con el local vecino",
        "Quiere aforo antes de firmar",
        "Reclama por barrido",
        "Prefiere que lo llamen en la tarde",
        "Local en remodelación",
      ])
    : null;

/** Throws where a user lacks what every user has. */
function textOf(user: Row, key: string): string {
  const value = user[key];
  if (typeof value !== "string") throw new Error(`a user without ${key}`);
  return value;
}
