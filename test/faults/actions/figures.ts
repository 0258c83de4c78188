import fc from "fast-check";
import { defineAction } from "./action.ts";
import { who } from "./chosen.ts";

/** Somebody looks at the indicators. */
export const lookAtFigures = defineAction({
  kind: "look-at-figures",
  weight: 4,
  choices: fc.record({ who }),
  async perform(world, { who: desk }) {
    await (await world.desk(desk)).session.commands.loadGlance();
  },
});
