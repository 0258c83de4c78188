import type { Listing } from "../model/measure.ts";
import type { FigureSource } from "../model/result.ts";
import type { Day, Row } from "../model/value.ts";
import { normalise } from "../text/normalise.ts";
import { customerLife, type CustomerLife } from "./customer-life.ts";

const linkedCustomers = {
  from: "customers",
  columns: ["account", "name", "market", "linkedOn"],
  present: ["market", "linkedOn"],
} as const satisfies Listing;

/** Without an effective day nobody has left yet. */
const effectiveTerminations = {
  from: "terminations",
  columns: ["customer", "effectiveOn", "retained"],
  present: ["customer", "effectiveOn"],
} as const satisfies Listing;

export interface LinkedUsers {
  readonly byMarket: ReadonlyMap<string, readonly CustomerLife[]>;
  /** Terminations whose user is not known for certain. */
  readonly unknown: number;
}

/** The lives of all linked users by market (its stored value), told by their linkings and terminations. */
export async function linkedUsers(source: FigureSource): Promise<LinkedUsers> {
  const users = await source.list(linkedCustomers);
  const { leftOn, unknown } = leavings(users, await source.list(effectiveTerminations));
  const byMarket = new Map<string, CustomerLife[]>();
  for (const user of users) {
    const market = String(user["market"]);
    const ofMarket = byMarket.get(market) ?? [];
    byMarket.set(market, ofMarket);
    ofMarket.push(customerLife(String(user["linkedOn"]), leftOn.get(user) ?? []));
  }
  return { byMarket, unknown };
}

/** The days on which users left; who was kept has not. */
function leavings(users: readonly Row[], terminations: readonly Row[]) {
  const userOf = userFinder(users);
  const leftOn = new Map<Row, Day[]>();
  let unknown = 0;
  for (const { customer, effectiveOn } of terminations.filter(({ retained }) => retained !== "yes")) {
    const user = userOf(String(customer));
    if (!user) unknown += 1;
    else leftOn.set(user, [...(leftOn.get(user) ?? []), String(effectiveOn)]);
  }
  return { leftOn, unknown };
}

/** Finds the one user that an account or a name means; a name that several have means nobody. */
function userFinder(users: readonly Row[]): (typed: string) => Row | undefined {
  const found = new Map<string, Row | null>();
  for (const user of users) {
    const name = normalise(String(user["name"]));
    found.set(name, found.has(name) ? null : user);
  }
  for (const user of users) found.set(normalise(String(user["account"])), user);
  return (typed) => found.get(normalise(typed)) ?? undefined;
}
