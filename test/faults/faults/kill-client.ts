import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { givingUp } from "../actions/at-the-sheet.ts";
import { which, who } from "../actions/chosen.ts";
import { typeSomething } from "../actions/something-to-send.ts";

/**
 * The pane, or Excel with it, goes down between any two steps of a synchronisation, and the workbook is opened again: as
 * it stood, or as it was saved last.
 */
export const killClient = defineAction({
  kind: "kill-client",
  weight: 8,
  choices: fc.record({
    who,
    typed: which,
    steps: fc.integer({ min: 1, max: 45 }),
    what: fc.constantFrom("pane", "pane", "excel"),
  }),
  async perform(world, { who: desk, typed, steps, what }) {
    const place = await world.desk(desk);
    await typeSomething(world, place, typed);
    const die = () => place.dieIn(() => place.synchronise(), steps, what);
    await (what === "excel" ? givingUp(world, place, "Excel went down unsaved", die) : die());
    world.hit(`kill-${what}`);
  },
});
