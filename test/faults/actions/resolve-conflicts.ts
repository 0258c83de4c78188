import fc from "fast-check";
import { defineAction } from "./action.ts";
import { givingUp } from "./at-the-sheet.ts";
import { pick, which, who } from "./chosen.ts";

/** Ends one of a workbook's conflicts, or all of them: mine stays, or theirs goes into the cell. */
export const resolveConflicts = defineAction({
  kind: "resolve-conflicts",
  weight: 8,
  choices: fc.record({ who, conflict: which, all: fc.boolean(), keep: fc.constantFrom("mine", "theirs") }),
  async perform(world, { who: desk, conflict, all, keep }) {
    const place = await world.desk(desk);
    const { commands, getState } = place.session;
    const { conflicts } = getState();
    const one = pick(conflicts, conflict);
    if (!one) return;
    const act = () => commands.resolveConflicts(all ? conflicts : [one], keep);
    await (keep === "theirs" ? givingUp(world, place, "took theirs", act) : act());
  },
});
