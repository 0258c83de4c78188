import fc from "fast-check";
import { defineAction } from "./action.ts";
import { who } from "./chosen.ts";

/** Somebody synchronises their workbook. */
export const synchronise = defineAction({
  kind: "synchronise",
  weight: 20,
  choices: fc.record({ who }),
  async perform(world, { who: desk }) {
    const place = await world.desk(desk);
    await place.synchronise();
  },
});
