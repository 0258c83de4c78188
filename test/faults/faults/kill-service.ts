import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { which, who } from "../actions/chosen.ts";
import { typeSomething } from "../actions/something-to-send.ts";

/** `kill -9` of the service while somebody's push is on its way or being written, or right after it was acknowledged. */
export const killService = defineAction({
  kind: "kill-service",
  weight: 2,
  choices: fc.record({
    who,
    typed: which,
    moment: fc.constantFrom("sending", "answered"),
    milliseconds: fc.nat({ max: 12 }),
  }),
  async perform(world, { who: desk, typed, moment, milliseconds }) {
    const place = await world.desk(desk);
    await typeSomething(world, place, typed);
    let killed: Promise<void> | undefined;
    world.passing = (now, path) => {
      if (now !== moment || path !== "/api/push" || killed) return undefined;
      const wait = moment === "sending" ? milliseconds : 0;
      killed = wait === 0 ? world.service.kill() : later(wait).then(() => world.service.kill());
      return moment === "answered" ? killed : undefined;
    };
    await place.synchronise();
    world.passing = undefined;
    world.hit(killed ? `kill-service-${moment}` : "kill-service-idle");
    await (killed ?? world.service.kill());
    await world.ensureService();
  },
});

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
