import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { who } from "../actions/chosen.ts";
import { clockShift } from "../world/clock.ts";

const minute = 60_000;

/** Somebody's clock, or the service's, jumps by up to two days. */
export const clockSkew = defineAction({
  kind: "clock-skew",
  weight: 3,
  choices: fc.record({ who, minutes: fc.integer({ min: -2_900, max: 2_900 }), service: fc.boolean() }),
  async perform(world, { who: desk, minutes, service }) {
    if (service) world.service.tellTime(clockShift + minutes * minute);
    else world.ahead.set((await world.desk(desk)).person.id, minutes * minute);
    world.hit(service ? "clock-of-service" : "clock-of-client");
  },
});
