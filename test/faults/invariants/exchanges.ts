import type { PullAnswer, Push, PushAnswer, Pull } from "../../../shared/contract.ts";
import type { Exchange } from "../world/exchange.ts";
import type { World } from "../world/world.ts";

export interface PushExchange extends Exchange {
  readonly push: Push;
  readonly given: PushAnswer;
}

/** The pushes that the service answered, as what they are. */
export function pushesOf(world: World): readonly PushExchange[] {
  return answered(world, "/api/push").map((one) => ({
    ...one,
    push: JSON.parse(one.body) as Push,
    given: JSON.parse(one.answer) as PushAnswer,
  }));
}

export interface PullExchange extends Exchange {
  readonly pull: Pull;
  readonly given: PullAnswer;
}

export function pullsOf(world: World): readonly PullExchange[] {
  return answered(world, "/api/pull").map((one) => ({
    ...one,
    pull: JSON.parse(one.body) as Pull,
    given: JSON.parse(one.answer) as PullAnswer,
  }));
}

const answered = ({ exchanges }: World, path: string) =>
  exchanges.filter((one) => one.path === path && one.status === 200);
