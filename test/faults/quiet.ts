import type { World } from "./world/world.ts";

/** Rounds of everybody synchronising until nothing moves; more than any conflict of this size needs. */
const mostRounds = 10;

/**
 * Heals everything and lets everybody synchronise until nothing is sent or received any more. Gives why it never came to
 * rest, if it did not.
 */
export async function comeToRest(world: World): Promise<readonly string[]> {
  world.passing = undefined;
  for (const desk of world.desks) {
    desk.network.isUp = true;
    desk.network.trouble = undefined;
    for (const { name } of desk.excel.host.state.tables) desk.excel.host.user.clearFilter(name);
    await desk.excel.host.settled();
  }
  let moved: readonly string[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    moved = [];
    world.lastRound = world.exchanges.length;
    for (const desk of world.desks) {
      const before = await world.history.seq();
      const text = desk.text();
      // A service that gave up may take a while to end: whoever watches over it starts it again.
      await world.ensureService();
      await desk.beSignedIn();
      const outcome = await desk.synchronise();
      if (!outcome.ok) moved = [...moved, `${desk.name}: ${JSON.stringify(outcome.failure)}`];
      else if ((await world.history.seq()) !== before || desk.text() !== text)
        moved = [...moved, `${desk.name}: ${JSON.stringify(outcome.value)}`];
    }
    await world.ledger.read(world.history);
    if (moved.length === 0) return [];
  }
  return moved.map((text) => `never comes to rest: ${text}`);
}
