import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { who } from "../actions/chosen.ts";

/** Somebody loses the network, or has it again. */
export const offline = defineAction({
  kind: "offline",
  weight: 3,
  choices: fc.record({ who }),
  async perform(world, { who: desk }) {
    const { network } = await world.desk(desk);
    network.isUp = !network.isUp;
    if (!network.isUp) world.hit("offline");
  },
});
