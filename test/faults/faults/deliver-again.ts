import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { pick, which } from "../actions/chosen.ts";
import type { Exchange } from "../world/exchange.ts";
import { deliver, isWriting } from "../world/network.ts";
import type { World } from "../world/world.ts";

/**
 * A request that the service has answered arrives once more, however much happened since. Nothing may change by it, and a
 * push has the very answer that it had.
 */
export const deliverAgain = defineAction({
  kind: "deliver-again",
  weight: 5,
  choices: fc.record({ letter: which }),
  async perform(world, { letter: chosen }) {
    const sent = world.exchanges.filter(({ path, status }) => isWriting(path) && status === 200);
    const before = pick(sent, chosen);
    if (!before || !isInHistory(world, before)) return;
    await world.look();
    const { seq } = world.ledger;
    const again = await send(world, before);
    await world.look();
    if (again.status !== 200) return;
    world.hit("duplicate");
    const news = world.ledger.history().filter((revision) => revision.seq > seq);
    if (news.length > 0) world.breaches.push(`2: a replay of ${before.body} wrote ${JSON.stringify(news)}`);
    const isSame = isDeepStrictEqual(JSON.parse(again.answer), JSON.parse(before.answer));
    if (before.path === "/api/push" && !isSame)
      world.breaches.push(`2: ${before.body} was answered ${before.answer} and then ${again.answer}`);
  },
});

/** Whether the service that was asked is the one that goes on, and not one that a restore put back before it was asked. */
function isInHistory(world: World, { history, order }: Exchange): boolean {
  return history === world.ledger.current || world.survivors(order);
}

async function send(world: World, exchange: Exchange) {
  const token = await world.authorisation(exchange.person);
  return deliver(world.service.address, { ...exchange, token });
}

/** A request that was held up arrives at last, after newer ones; nobody waits for its answer any more. */
export const deliverLate = defineAction({
  kind: "deliver-late",
  weight: 5,
  choices: fc.record({ letter: which }),
  async perform(world, { letter: chosen }) {
    const letter = pick(world.heldUp, chosen);
    if (!letter) return;
    world.heldUp.splice(world.heldUp.indexOf(letter), 1);
    const token = await world.authorisation(letter.person);
    const { status, answer } = await deliver(world.service.address, { ...letter, token });
    world.tell({ ...letter, method: "POST", status, answer, delivered: false });
    world.hit("reordered");
  },
});
