import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { which, who } from "../actions/chosen.ts";
import { typeSomething } from "../actions/something-to-send.ts";

/** Somebody synchronises, and the line breaks at one of the requests: before, within or after it. */
export const cutRequest = defineAction({
  kind: "cut-request",
  weight: 12,
  choices: fc.record({
    who,
    typed: which,
    after: fc.nat({ max: 6 }),
    how: fc.constantFrom("before", "within", "after", "half-answer", "late"),
  }),
  async perform(world, { who: desk, typed, after, how }) {
    const place = await world.desk(desk);
    await typeSomething(world, place, typed);
    place.network.trouble = {
      after: how === "late" ? 0 : after,
      how,
      happened: () => world.hit(`cut-${how}`),
    };
    await place.synchronise();
    place.network.trouble = undefined;
  },
});
