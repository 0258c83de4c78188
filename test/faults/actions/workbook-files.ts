import fc from "fast-check";
import { defineAction } from "./action.ts";
import { givingUp } from "./at-the-sheet.ts";
import { pick, which, who } from "./chosen.ts";

/** Saves the workbook. */
export const saveFile = defineAction({
  kind: "save-file",
  weight: 4,
  choices: fc.record({ who }),
  async perform(world, { who: desk }) {
    (await world.desk(desk)).save();
  },
});

/** Closes the workbook and opens it as it was saved some time ago: an old copy that was put back. */
export const openOlderFile = defineAction({
  kind: "open-older-file",
  weight: 3,
  choices: fc.record({ who, file: which }),
  async perform(world, { who: desk, file: chosen }) {
    const place = await world.desk(desk);
    const file = pick(place.saved, chosen);
    if (!file) return;
    await givingUp(world, place, "an older file was put back", async () => {
      await place.close();
      await place.open(file);
    });
  },
});

const mostCopies = 2;

/** Opens a saved file a second time, beside the first: from then on both are worked in. */
export const openCopy = defineAction({
  kind: "open-copy",
  weight: 2,
  choices: fc.record({ who, file: which }),
  async perform(world, { who: desk, file: chosen }) {
    const place = await world.desk(desk);
    const file = pick(place.saved, chosen);
    const copies = world.copies.length;
    if (!file || copies >= mostCopies) return;
    const copy = await world.openDesk(`${place.name}-copia-${copies}`, place.person, file);
    world.inheritForgotten(place, copy);
    world.copies.push(copy);
  },
});
