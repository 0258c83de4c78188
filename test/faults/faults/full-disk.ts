import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { which, who } from "../actions/chosen.ts";
import { typeSomething } from "../actions/something-to-send.ts";

/** More than a service of some schedules has to write; a file system with more room than that is not one of ours. */
const mostRoom = 256 * 1024 * 1024;

/** The disk of the service fills up to the last block while people go on, and has room again afterwards. */
export const fullDisk = defineAction({
  kind: "full-disk",
  weight: 2,
  choices: fc.record({ typed: which, who: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }) }),
  async perform(world, { who: desks, typed }) {
    const { folder } = world.service;
    const places = [];
    for (const desk of desks) places.push(await world.desk(desk));
    for (const place of new Set(places)) await typeSomething(world, place, typed);
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize > mostRoom) return;
    const ballast = join(folder, "ballast");
    try {
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
      for (const place of new Set(places)) await place.synchronise();
    } finally {
      rmSync(ballast, { force: true });
    }
    world.hit("full-disk");
  },
});
