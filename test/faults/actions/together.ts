import fc from "fast-check";
import { defineAction } from "./action.ts";
import { who } from "./chosen.ts";

/** Some people synchronise in the same moment. */
export const together = defineAction({
  kind: "together",
  weight: 5,
  choices: fc.record({ who: fc.uniqueArray(who, { minLength: 2, maxLength: 3 }) }),
  async perform(world, { who: desks }) {
    const places = [];
    for (const desk of desks) places.push(await world.desk(desk));
    await Promise.all([...new Set(places)].map((place) => place.synchronise()));
  },
});

/** What was done at the sheet is judged after a quiet moment. */
export const quietMoment = defineAction({
  kind: "quiet-moment",
  weight: 4,
  choices: fc.record({ who }),
  async perform(world, { who: desk }) {
    await (await world.desk(desk)).desk.quietMoment();
  },
});
