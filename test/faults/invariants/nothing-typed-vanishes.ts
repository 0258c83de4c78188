import type { World } from "../world/world.ts";
import type { Invariant } from "./invariant.ts";

/**
 * Every typed value stands nowhere else, so that it is enough to look for it. What a person's own hand took away before
 * anybody else had it is forgiven, and what a restored service lost where no workbook shows it; each by name.
 */
export const nothingTypedVanishes: Invariant = {
  number: 4,
  rule: "No typed cell vanishes: it is in the service, in its history, pending in a sheet, or in a conflict on screen.",
  afterEach: lookFor,
  whenQuiet: lookFor,
};

function lookFor(world: World): readonly string[] {
  const inSheets = world.tokens.in(world.textOfDesks());
  for (const token of inSheets) world.placed.add(token);
  const conflicts = world.desks.map(({ session }) => session.getState().conflicts);
  const kept = world.tokens.in(world.ledger.text() + JSON.stringify(conflicts));
  const lost = [...world.placed].filter(
    (token) => !inSheets.has(token) && !kept.has(token) && !world.ledger.forgiven.has(token),
  );
  return lost.map((token) => `${JSON.stringify(world.tokens.get(token))} is nowhere any more`);
}
