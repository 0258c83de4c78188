import { HostError } from "../../excel-host/protocol/host-error.ts";
import type { DeskPlace } from "../world/desk-place.ts";
import type { World } from "../world/world.ts";

/** Somebody does something at the sheet. What Excel refuses is not done. */
export async function atTheSheet(world: World, desk: DeskPlace, act: () => void): Promise<void> {
  await givingUp(world, desk, "their own hand", async () => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
    await desk.excel.host.settled();
  });
}

/**
 * Something by which a person, knowingly, takes values out of a workbook. Those that neither the service nor another
 * workbook has are gone with it, and that is right.
 */
export async function givingUp(
  world: World,
  desk: DeskPlace,
  why: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const before = world.tokens.in(desk.text());
  await act();
  await world.look();
  const kept = world.tokens.in(desk.text());
  const elsewhere = world.tokens.in(world.textOfDesks() + world.ledger.text());
  const inService = world.tokens.in(world.ledger.text());
  // What the restored service lost and its own author replaces before it was offered again is not offered any more.
  const isReplaced = (token: string) =>
    !inService.has(token) && world.tokens.get(token)?.person === desk.person.id;
  const gone = [...before].filter(
    (token) => !kept.has(token) && (!elsewhere.has(token) || isReplaced(token)),
  );
  world.ledger.forgive(gone, `${why}, ${desk.name}`);
}
