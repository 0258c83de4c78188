import type { Day, Row } from "../../shared/model/value.ts";
import { normalise } from "../../shared/text/normalise.ts";
import { currentValues, standing, type DemoRow } from "./demo-row.ts";

/** Linked users whom their name alone tells from all others. */
export function knownUsers(customers: readonly DemoRow[]): readonly Row[] {
  const users = standing(customers).map(currentValues);
  const counts = new Map<string, number>();
  for (const { name } of users) counts.set(nameOf(name), (counts.get(nameOf(name)) ?? 0) + 1);
  return users.filter(({ name, linkedOn }) => linkedOn !== null && counts.get(nameOf(name)) === 1);
}

export const linkedBy = (users: readonly Row[], day: Day): readonly Row[] =>
  users.filter(({ linkedOn }) => String(linkedOn) <= day);

const nameOf = (name: Row[string] | undefined): string => normalise(String(name));
