import fc from "fast-check";
import { defineAction } from "./action.ts";
import { pick, which, who } from "./chosen.ts";

/** Decides about a row that a workbook showed and lacks: it comes back, is voided with a reason, or is expected no more. */
export const vanishedRows = defineAction({
  kind: "vanished-rows",
  weight: 6,
  choices: fc.record({ who, row: which, what: fc.constantFrom("restore", "void", "void", "forget") }),
  async perform(world, { who: desk, row: chosen, what }) {
    const place = await world.desk(desk);
    const { commands, getState } = place.session;
    const row = pick(getState().vanished, chosen);
    if (!row) return;
    if (what === "restore") await commands.restoreVanished([row]);
    else if (what === "forget") {
      world.forget(place, row.rowId);
      await commands.forgetVanished([row]);
    } else {
      world.ledger.voidedByWill.add(row.rowId);
      await commands.voidVanished([row], "Anulada en el ensayo");
    }
  },
});
